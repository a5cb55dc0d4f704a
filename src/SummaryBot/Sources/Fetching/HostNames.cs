using System.Buffers;

namespace SummaryBot.Sources.Fetching;

/// <summary>Names of hosts that are no business of anybody outside, whatever they resolve to.</summary>
internal static class HostNames
{
    /// <summary>RFC 6761, RFC 6762, RFC 8375, ICANN's .internal, and what routers and Windows domains use.</summary>
    private static readonly string[] PrivateEndings =
        [".localhost", ".local", ".localdomain", ".internal", ".intranet", ".private", ".corp", ".home", ".lan", ".home.arpa"];

    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-_.");

    /// <summary>Without the dot that a complete name may end with, and without the brackets of an IPv6 address.</summary>
    /// <param name="host">As <see cref="Uri.IdnHost"/> writes it: in lower case.</param>
    public static string Normal(string host) => host.Trim('[', ']').TrimEnd('.');

    /// <summary>Whether a name that is no address stays unvisited.</summary>
    /// <param name="name">As <see cref="Normal"/> gives it.</param>
    public static bool IsRefused(string name) =>
        !name.Contains('.', StringComparison.Ordinal) // localhost too
        || name.AsSpan().ContainsAnyExcept(Letters)
        || name.Contains("..", StringComparison.Ordinal) || name[0] == '.'
        || char.IsAsciiDigit(name[name.LastIndexOf('.') + 1]) // some resolvers read 0x7f.1 and 127.1 as addresses; no top-level domain starts with a digit
        || PrivateEndings.Any(ending => name.EndsWith(ending, StringComparison.Ordinal) || name.Length == ending.Length - 1 && ending.EndsWith(name, StringComparison.Ordinal));
}
