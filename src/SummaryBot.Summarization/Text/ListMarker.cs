namespace SummaryBot.Summarization.Text;

/// <summary>What a list item starts with: <c>1.</c>, <c>1)</c>, <c>1.)</c>, <c>a.</c>, or a bullet. Items of one list start alike.</summary>
internal static class ListMarker
{
    private const string Bullets = "•⁃‣◦▪●■–-*";
    private const int LongestNumber = 3;

    /// <summary>The shape of the marker at a place, and where it ends; an empty shape where there is none.</summary>
    public static (string Shape, int End) At(string text, int start)
    {
        if (start < text.Length && Bullets.Contains(text[start], StringComparison.Ordinal))
        {
            var after = SkipSpaces(text, start + 1);
            var numbered = NumberAt(text, after);
            return after > start + 1 || numbered.Shape.Length > 0 ? (text[start..(start + 1)], numbered.Shape.Length > 0 ? numbered.End : after) : ("", start);
        }

        return NumberAt(text, start);
    }

    private static (string Shape, int End) NumberAt(string text, int start)
    {
        var end = start;
        while (end < text.Length && end - start < LongestNumber && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        var kind = end > start ? "1" : "a";
        if (end == start && end < text.Length && char.IsAsciiLetterLower(text[end]))
        {
            end++;
        }

        var marks = end;
        while (end > start && end < text.Length && text[end] is '.' or ')' && end - marks < 2)
        {
            end++;
        }

        return end > marks && end < text.Length && text[end] is ' ' or '\t' ? (kind + text[marks..end], end) : ("", start);
    }

    private static int SkipSpaces(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t')
        {
            at++;
        }

        return at;
    }
}
