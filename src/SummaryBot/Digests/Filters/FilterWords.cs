namespace SummaryBot.Digests.Filters;

/// <summary>Words in a row to look for, made ready once for all texts. What a word is, <see cref="WordReader"/> says.</summary>
/// <remarks>Forms of a word are not guessed: "universe" would find "university". An asterisk behind a word stands for any ending: <c>transport*</c>.</remarks>
public sealed class FilterWords
{
    private FilterWords(IReadOnlyList<FilterWord> words)
    {
        Words = words;
        Anchor = words.Index().Where(it => !it.Item.IsBeginning).Select(it => (int?)it.Index).MaxBy(index => words[index!.Value].Text.Length) ?? 0;
    }

    internal IReadOnlyList<FilterWord> Words { get; }

    /// <summary>The one to look for first: the longest whole word, for it stands in the fewest places.</summary>
    internal int Anchor { get; }

    /// <summary>False for a text without any word, which is found nowhere.</summary>
    public bool Any => Words.Count > 0;

    public static FilterWords Of(string text)
    {
        var words = new List<FilterWord>();
        var start = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at == text.Length || text[at] == '*')
            {
                Add(text[start..at], hasAsterisk: at < text.Length && at > start && !char.IsWhiteSpace(text[at - 1]));
                start = at + 1;
            }
        }

        return new FilterWords(words);

        void Add(string part, bool hasAsterisk)
        {
            var folded = WordReader.Fold(part);
            var place = 0;
            while (WordReader.Next(folded, ref place) is { Length: > 0 } word)
            {
                words.Add(new FilterWord(word.ToString(), IsBeginning: false));
            }

            if (hasAsterisk && words.Count > 0 && !WordReader.StandsAlone(words[^1].Text[0]))
            {
                words[^1] = words[^1] with { IsBeginning = true };
            }
        }
    }
}

/// <param name="Text">Folded.</param>
/// <param name="IsBeginning">Whether a longer word that begins so will do.</param>
internal readonly record struct FilterWord(string Text, bool IsBeginning);
