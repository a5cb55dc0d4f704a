using System.Globalization;
using System.Net;

namespace SummaryBot.Sources.Fetching;

/// <summary>Looks at an address before anything is asked about it. Whether its name resolves to a public address shows when connecting.</summary>
public sealed class UrlGuard(FetchOptions options)
{
    public const int MaxLength = 2048;

    /// <summary>Why an address is not fetched, in one sentence; null where it may be.</summary>
    /// <remarks>The text that the address was made of is judged too: parsers differ on what is odd in it, and an attack lives on the difference.</remarks>
    public string? Refuse(Uri address) =>
        !address.IsAbsoluteUri ? "It is no complete address: it starts with neither http:// nor https://."
        : RefuseText(address.OriginalString)
        ?? (address.Scheme is not ("http" or "https") ? "Only http and https addresses are fetched."
        : address.UserInfo.Length > 0 ? "An address with a user name in it is not fetched."
        : RefuseHost(address));

    /// <summary>Why a redirect is not followed, in one or two sentences; null where it may be.</summary>
    public string? RefuseRedirect(Uri from, Uri to) =>
        from.Scheme is "https" && to.Scheme is "http" ? "It redirects from https to http."
        : Refuse(to) is { } reason ? $"It redirects elsewhere. {reason}"
        : null;

    /// <summary>A host as it is shown to people: international names in their ASCII form, so that none can pose as another.</summary>
    public static string Shown(Uri address) => address.IdnHost;

    private static string? RefuseText(string text)
    {
        var start = text.IndexOf("://", StringComparison.Ordinal);
        if (text.Length > MaxLength)
        {
            return $"An address has {MaxLength} characters at most.";
        }

        if (start < 0)
        {
            return "An address starts with http:// or https://.";
        }

        var length = text.AsSpan(start + 3).IndexOfAny('/', '?', '#');
        var authority = length < 0 ? text.AsSpan(start + 3) : text.AsSpan(start + 3, length);
        return text.Any(IsInvisible) || text.Contains('\\', StringComparison.Ordinal) || authority.IndexOfAny(' ', '%') >= 0
                ? "It has characters that do not belong in an address."
            : authority.Contains('@') ? "An address with a user name in it is not fetched."
            : null;
    }

    private string? RefuseHost(Uri address)
    {
        var name = HostNames.Normal(address.IdnHost);
        return options.AllowedHosts.Contains(name, address.Port) ? null
            : IPAddress.TryParse(name, out var literal) && AddressGuard.Refuse(literal) is { } kind ? $"{name} is {kind}."
            : literal is null && HostNames.IsRefused(name) ? $"{name} is no public name."
            : !options.Ports.Contains(address.Port) ? $"Port {address.Port.ToString(CultureInfo.InvariantCulture)} is not fetched from."
            : null;
    }

    private static bool IsInvisible(char letter) =>
        char.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || (letter != ' ' && char.IsWhiteSpace(letter));
}
