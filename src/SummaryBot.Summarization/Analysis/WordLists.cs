namespace SummaryBot.Summarization.Analysis;

/// <summary>English words that tell how a sentence stands in its text.</summary>
internal static class WordLists
{
    private static readonly Dictionary<string, WordKinds>.AlternateLookup<ReadOnlySpan<char>> English = Lists(
        (WordKinds.Pronoun, "he she it they this that these those his her their its him them here there such both"),
        (WordKinds.Connective, "but and however meanwhile also still yet so then or moreover instead although though while because nor"),
        (WordKinds.FirstPerson, "i we you my our your"),
        (WordKinds.Saying, "said says told"),
        (WordKinds.Weekday, "monday tuesday wednesday thursday friday saturday sunday"),
        (WordKinds.Cue, "announced announces revealed confirmed will killed died arrested charged found new first court police officials report study accused sentenced "
            + "won beat million billion percent according"));

    /// <param name="word">In lower case.</param>
    public static WordKinds Of(ReadOnlySpan<char> word)
    {
        var kinds = English.TryGetValue(word, out var found) ? found : WordKinds.None;
        return kinds | Digits(word);
    }

    /// <summary>All that can be told without a list.</summary>
    public static WordKinds Digits(ReadOnlySpan<char> word) => word.IndexOfAnyInRange('0', '9') >= 0 ? WordKinds.Digit : WordKinds.None;

    private static Dictionary<string, WordKinds>.AlternateLookup<ReadOnlySpan<char>> Lists(params ReadOnlySpan<(WordKinds Kind, string Words)> lists)
    {
        var kinds = new Dictionary<string, WordKinds>(StringComparer.Ordinal);
        foreach (var (kind, words) in lists)
        {
            foreach (var word in words.Split(' '))
            {
                kinds[word] = kinds.GetValueOrDefault(word) | kind;
            }
        }

        return kinds.GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
