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
        return first < text.Length && (Characters.IsSmall(text[first]) ? first == at && IsSmallName(text, first) : IsOpening(text, first));
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

    private static bool IsOpening(string text, int at) => text[at] switch
    {
        '#' or '@' or '…' => true,
        '.' => text.AsSpan(at).StartsWith("...", StringComparison.Ordinal),
        var c => char.IsLetterOrDigit(c) || char.IsSurrogate(c)
            || char.GetUnicodeCategory(c) is UnicodeCategory.OtherSymbol or UnicodeCategory.CurrencySymbol,
    };

    /// <summary>"iPhone" and addresses start small even where a sentence does.</summary>
    private static bool IsSmallName(string text, int at)
    {
        var word = Nearby.WordAt(text, at);
        return (word.Length > 1 && char.IsUpper(word[1]))
            || word.StartsWith("http", StringComparison.Ordinal) || word.StartsWith("www.", StringComparison.Ordinal);
    }
}
