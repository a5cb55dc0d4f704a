namespace SummaryBot.Digests.Archive;

/// <summary>An address as RFC 3986 spells it, in ASCII alone: an international host by its Punycode, whatever else is not allowed as percent signs, and no name or password.</summary>
internal static class PlainAddress
{
    private const string Allowed = "-._~!$&'()*+,;=:@/?%#";

    public static string Of(Uri address)
    {
        var host = address.HostNameType is UriHostNameType.IPv6 ? address.Host : address.IdnHost;
        var rest = (address.PathAndQuery + address.Fragment).Select(c => char.IsAsciiLetterOrDigit(c) || Allowed.Contains(c, StringComparison.Ordinal) ? $"{c}" : Uri.HexEscape(c));
        return $"{address.Scheme}://{host}{(address.IsDefaultPort ? "" : FormattableString.Invariant($":{address.Port}"))}{string.Concat(rest)}";
    }
}
