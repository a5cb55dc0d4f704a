using System.Globalization;

namespace SummaryBot.Summarization.Text;

/// <summary>Tells whether what follows a mark can open a sentence.</summary>
internal static class NextSentence
{
    private const int MostOpeners = 6;

    public static bool CanOpenAt(string text, int end)
    {
        var at = Characters.SkipWhiteSpace(text, end);
        if (at == text.Length)
        {
            return false;
        }

        if (Characters.IsBullet(text[at]) || (!Characters.IsDash(text[at]) && ListMarker.At(text, at).Exists))
        {
            return true;
        }

        var first = FirstLetter(text, end);
        return first < text.Length && (Characters.IsSmall(text[first]) ? IsSmallName(text, first, isFirst: first == at) : IsOpening(text[first], text, first));
    }

    /// <summary>The first character behind white space, dashes, brackets and quotation marks, and what is not seen.</summary>
    public static int FirstLetter(string text, int end)
    {
        var at = Characters.SkipWhiteSpace(text, end);
        for (var openers = 0; at < text.Length && openers < MostOpeners; openers++)
        {
            if (!Characters.IsOpener(text[at]) && !Characters.IsDash(text[at]) && !Characters.IsInvisible(text[at]))
            {
                break;
            }

            at++;
            while (at < text.Length && Characters.IsSpace(text[at]))
            {
                at++;
            }
        }

        return at;
    }

    private static bool IsOpening(char c, string text, int at) =>
        char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c is '#' or '@'
        || (c is '.' or '…' && (c == '…' || text.AsSpan(at).StartsWith("...", StringComparison.Ordinal)))
        || char.GetUnicodeCategory(c) is UnicodeCategory.OtherSymbol or UnicodeCategory.CurrencySymbol;

    /// <summary>"iPhone" and addresses start small even where a sentence does.</summary>
    private static bool IsSmallName(string text, int at, bool isFirst) =>
        isFirst && at + 1 < text.Length
        && (char.IsUpper(text[at + 1]) || Nearby.WordAt(text, at) is var word && (word.StartsWith("http", StringComparison.Ordinal) || word.StartsWith("www.", StringComparison.Ordinal)));
}
