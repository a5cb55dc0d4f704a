using SummaryBot.Summarization.Text;

namespace SummaryBot.Summarization.Reading;

/// <summary>Tells which sentences of an article can stand in a summary, and which only beside another.</summary>
/// <remarks>Linear in the text. Of a language without a table only quotations are held together.</remarks>
internal sealed class ReadingRules
{
    /// <summary>The sentence stands alone.</summary>
    public const int Nothing = -1;

    /// <summary>The sentence cannot stand in a summary.</summary>
    public const int Never = int.MaxValue;

    /// <summary>What stands behind a line of "By" alone, in characters.</summary>
    private const int LongestAuthor = 60;

    private readonly int[] _needs;
    private readonly bool[] _furniture;

    private ReadingRules(int[] needs, bool[] furniture, ReadingRule rules) => (_needs, _furniture, Rules) = (needs, furniture, rules);

    /// <summary>Which rules hold.</summary>
    public ReadingRule Rules { get; }

    /// <summary>How many sentences there are.</summary>
    public int Count => _needs.Length;

    /// <param name="text">The text.</param>
    /// <param name="sentences">Its sentences in order.</param>
    /// <param name="language">ISO 639-1 code; null where unknown.</param>
    /// <param name="rules">Which rules hold.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static ReadingRules Of(
        string text, IReadOnlyList<TextSpan> sentences, string? language, ReadingRule rules = ReadingRule.All, CancellationToken cancellationToken = default)
    {
        var words = ReadingLanguage.Of(language);
        var furniture = words is null || !rules.HasFlag(ReadingRule.Furniture) ? new bool[sentences.Count] : FindFurniture(text, sentences, language!, cancellationToken);
        var needs = new int[sentences.Count];
        var needReader = new NeedReader(text, sentences, furniture, words, rules, cancellationToken);
        for (var sentence = 0; sentence < needs.Length; sentence++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            needs[sentence] = furniture[sentence] ? Never : needReader.Need(sentence);
        }

        NeedChains.GiveUpBroken(needs);
        return new ReadingRules(needs, furniture, rules);
    }

    /// <summary>Whether a sentence belongs to the page and not to the story.</summary>
    public bool IsFurniture(int sentence) => _furniture[sentence];

    /// <summary>
    /// The sentence without which this one cannot be read: a neighbor, which may need another; or <see cref="Nothing"/> or <see cref="Never"/>.
    /// </summary>
    public int Needs(int sentence) => _needs[sentence];

    /// <summary>A sentence with all that it needs, ascending.</summary>
    /// <param name="sentence">A place.</param>
    /// <param name="most">The most sentences that may be.</param>
    /// <param name="below">The places that may be.</param>
    /// <returns>Null where it can't stand, or not with so few.</returns>
    public int[]? Closure(int sentence, int most, int below)
    {
        var closure = new List<int>(4);
        for (var at = sentence; at != Nothing && !closure.Contains(at); at = _needs[at])
        {
            if (at >= below || closure.Count == most)
            {
                return null;
            }

            closure.Add(at);
        }

        closure.Sort();
        return [.. closure];
    }

    /// <summary>Whether a set of sentences can be read as it is.</summary>
    /// <param name="set">Sentences in order.</param>
    public bool IsWhole(ReadOnlySpan<int> set)
    {
        foreach (var sentence in set)
        {
            if (_needs[sentence] != Nothing && set.BinarySearch(_needs[sentence]) < 0)
            {
                return false;
            }
        }

        return true;
    }

    private static bool[] FindFurniture(string text, IReadOnlyList<TextSpan> sentences, string language, CancellationToken cancellationToken)
    {
        var furniture = new bool[sentences.Count];
        for (var sentence = 0; sentence < furniture.Length; sentence++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var words = text.AsSpan(sentences[sentence].Start, sentences[sentence].Length);
            furniture[sentence] = Furniture.Is(words, language)
                || (sentence > 0 && words.Length < LongestAuthor
                    && Furniture.IsBylineMark(text.AsSpan(sentences[sentence - 1].Start, sentences[sentence - 1].Length)));
        }

        return furniture;
    }
}
