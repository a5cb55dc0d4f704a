using System.Buffers;
using System.Globalization;

namespace SummaryBot.Sources.Fetching;

/// <summary>Hosts that the operator trusts by name: <c>host</c> for every port of it, <c>host:port</c> for one.</summary>
public sealed class AllowedHosts
{
    private static readonly SearchValues<char> NoHost = SearchValues.Create("/\\?#@%*");

    private readonly HashSet<(string Host, int? Port)> _hosts;

    private AllowedHosts(HashSet<(string Host, int? Port)> hosts) => _hosts = hosts;

    public static AllowedHosts None { get; } = new([]);

    /// <summary>Reads a list parted by commas or white space; null where an entry is no host.</summary>
    public static AllowedHosts? TryParse(string text)
    {
        var entries = text.Split([',', ' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(Parse).ToList();
        return entries.Contains(null) ? null : new AllowedHosts([.. entries.Select(entry => entry!.Value)]);
    }

    /// <param name="host">As <see cref="Uri.IdnHost"/> writes it.</param>
    /// <param name="port">1 to 65535.</param>
    public bool Contains(string host, int port)
    {
        var name = HostNames.Normal(host);
        return _hosts.Contains((name, null)) || _hosts.Contains((name, port));
    }

    private static (string Host, int? Port)? Parse(string entry)
    {
        var colon = entry.LastIndexOf(':');
        var hasPort = colon > entry.LastIndexOf(']');
        var host = hasPort ? entry[..colon] : entry;
        int? port = hasPort && int.TryParse(entry[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return hasPort != port is >= 1 and <= 65535 || host.AsSpan().ContainsAny(NoHost) || !Uri.TryCreate($"http://{host}/", UriKind.Absolute, out var address)
            ? null
            : (HostNames.Normal(address.IdnHost), port);
    }
}
