using System.Globalization;
using System.Text;

namespace SummaryBot.Articles;

/// <summary>What a browser is asked to scroll to and highlight: <c>#:~:text=[prefix-,]start[,end][,-suffix]</c>.</summary>
/// <param name="Prefix">Words right before; they are not highlighted.</param>
/// <param name="Start">The first words, or all of them where there is no end.</param>
/// <param name="Suffix">Words right behind; they are not highlighted.</param>
/// <remarks><see href="https://wicg.github.io/scroll-to-text-fragment/"/></remarks>
internal sealed record TextDirective(string? Prefix, string Start, string? End, string? Suffix)
{
    private const string Delimiter = ":~:";

    /// <summary>Everything but unreserved characters is percent-encoded, so the length is that of the address.</summary>
    public string Encoded { get; } = string.Join(
        ',',
        new[] { Prefix is null ? null : $"{Encode(Prefix)}-", Encode(Start), End is null ? null : Encode(End), Suffix is null ? null : $"-{Encode(Suffix)}" }.OfType<string>());

    /// <summary>The address with the directive behind its own fragment; a directive that is there already would be followed first, so it goes.</summary>
    public string On(Uri address)
    {
        var text = address.AbsoluteUri;
        var hash = text.IndexOf('#', StringComparison.Ordinal);
        var old = hash < 0 ? -1 : text.IndexOf(Delimiter, hash, StringComparison.Ordinal);
        return $"{(old < 0 ? text : text[..old])}{(hash < 0 ? "#" : "")}{Delimiter}text={Encoded}";
    }

    /// <summary>Invisible characters are left out, for a browser does not search for them; white space is one space.</summary>
    public static string Encode(string text)
    {
        var words = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                words.Append(words.Length > 0 && words[^1] != ' ' ? " " : "");
            }
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.Control))
            {
                words.Append(rune.ToString());
            }
        }

        // a hyphen would mark a prefix or a suffix
        return Uri.EscapeDataString(words.ToString().TrimEnd()).Replace("-", "%2D", StringComparison.Ordinal);
    }
}
