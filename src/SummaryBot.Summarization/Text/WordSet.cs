using System.Collections.Frozen;

namespace SummaryBot.Summarization.Text;

/// <summary>A list of words: one written small stands for any case ("inc", "Inc"), one with a capital for itself alone ("Ill", not "ill").</summary>
internal sealed class WordSet
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _any;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _exact;

    /// <param name="words">Separated by white space.</param>
    public WordSet(string words)
    {
        var all = words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        _any = all.Where(word => !word.Any(char.IsUpper)).ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        _exact = all.Where(word => word.Any(char.IsUpper)).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public bool Contains(ReadOnlySpan<char> word) => _any.Contains(word) || _exact.Contains(word);
}
