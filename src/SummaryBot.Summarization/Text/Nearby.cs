namespace SummaryBot.Summarization.Text;

/// <summary>The words beside a place. Looks no farther than a word can be long, so that an endless one costs nothing.</summary>
internal static class Nearby
{
    private const int LongestWord = 40;

    /// <summary>What stands before a full stop: "Avv" of "l'Avv." and "Gen" of "Lt.-Gen.", for a bracket, a hyphen and an apostrophe part words too.</summary>
    public static ReadOnlySpan<char> WordBefore(string text, int start, int stop)
    {
        var window = text.AsSpan(Math.Max(start, stop - LongestWord), stop - Math.Max(start, stop - LongestWord));
        var from = window.Length;
        while (from > 0 && !char.IsWhiteSpace(window[from - 1]) && !Characters.IsOpener(window[from - 1])
            && !Characters.IsDash(window[from - 1]) && window[from - 1] is not ('’' or '/' or ')' or ']'))
        {
            from--;
        }

        var word = window[from..];
        while (word.Length > 0 && Characters.IsInvisible(word[^1]))
        {
            word = word[..^1];
        }

        return word;
    }

    /// <summary>The end of a text, back to the last space.</summary>
    public static ReadOnlySpan<char> LastWord(ReadOnlySpan<char> text)
    {
        var from = text.Length;
        while (from > 0 && text.Length - from < LongestWord && !char.IsWhiteSpace(text[from - 1]))
        {
            from--;
        }

        return text[from..];
    }

    public static ReadOnlySpan<char> WordAt(string text, int at)
    {
        var to = at;
        while (to < text.Length && to - at < LongestWord && !char.IsWhiteSpace(text[to]))
        {
            to++;
        }

        return text.AsSpan(at, to - at);
    }
}
