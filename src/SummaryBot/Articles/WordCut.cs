using System.Globalization;

namespace SummaryBot.Articles;

/// <summary>Cuts labels and headlines, never sentences.</summary>
public static class WordCut
{
    /// <summary>The text, or as many whole words as fit with an ellipsis; a single long word is cut between two characters as people see them.</summary>
    /// <param name="maxLength">UTF-16 units, 2 or more.</param>
    public static string To(string text, int maxLength)
    {
        if (text.Length <= maxLength)
        {
            return text;
        }

        var space = text.LastIndexOf(' ', maxLength - 1);
        return (space > 0 ? text[..space].TrimEnd() : Graphemes(text, maxLength - 1)) + "…";
    }

    private static string Graphemes(string text, int maxLength)
    {
        var length = 0;
        while (StringInfo.GetNextTextElementLength(text, length) is > 0 and var next && length + next <= maxLength)
        {
            length += next;
        }

        return text[..(length > 0 ? length : maxLength)];
    }
}
