using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SummaryBot.Chat;

namespace SummaryBot.Discord.Rendering;

/// <summary>Tells a headline that may be a link from one that would pretend to lead elsewhere.</summary>
internal static partial class LinkLabel
{
    /// <summary>Characters that look like the full stop of an address: of Chinese, Arabic, Syriac and others.</summary>
    private const string Dots = "\u3002\u00B7\u0387\u2027\u30FB\u06D4\u0701\u0702\u2E31\u2E33\uA60E\uA4F8\uA78F";

    private static readonly IdnMapping Idn = new();

    /// <summary>
    /// Whether every address in the words is the one that the link leads to, and none has a scheme, which Discord shows as no link at all.
    /// The words are taken as a reader sees them: without what is invisible, and wide, small or circled letters and other dots as the usual ones.
    /// </summary>
    public static bool IsHonest(string label, Uri url)
    {
        var seen = Seen(label);
        return url.UserInfo.Length == 0 && !seen.Contains("://", StringComparison.Ordinal)
            && Host().Matches(seen).Concat(LatinHost().Matches(WithDots(seen))).All(host => IsOf(host.Value, url));
    }

    private static string Seen(string label)
    {
        var visible = Printable.Of(label).Normalize(NormalizationForm.FormKC);
        return string.Concat(visible.EnumerateRunes().Where(rune => !IsInvisible(rune)).Select(rune => rune.ToString()));
    }

    private static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    private static string WithDots(string text) => string.Concat(text.Select(c => Dots.Contains(c, StringComparison.Ordinal) ? '.' : c));

    private static bool IsOf(string host, Uri url)
    {
        try
        {
            return $".{url.IdnHost}".EndsWith($".{Idn.GetAscii(host)}", StringComparison.OrdinalIgnoreCase);
        }
        catch (ArgumentException)
        {
            return false; // no name that a host could have
        }
    }

    [GeneratedRegex(@"[\p{L}\p{N}\-]+(\.[\p{L}\p{N}\-]+)*\.\p{L}{2,}|\b[0-9]{1,3}(\.[0-9]{1,3}){3}\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Host();

    /// <summary>Behind a dot that only looks like one, letters of the same script are the next sentence; Latin ones are an address.</summary>
    [GeneratedRegex(@"[\p{L}\p{N}\-]+(\.[\p{L}\p{N}\-]+)*\.[a-z]{2,}", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LatinHost();
}
