using System.Net;
using System.Net.Sockets;

namespace SummaryBot.Sources.Fetching;

/// <summary>Tells public addresses from those that lead into a machine, a private network or nowhere.</summary>
/// <remarks>
/// The registries of special addresses, <see href="https://www.iana.org/assignments/iana-ipv4-special-registry"/> and
/// <see href="https://www.iana.org/assignments/iana-ipv6-special-registry"/>, and the addresses at which clouds answer their own machines.
/// </remarks>
public static class AddressGuard
{
    private static readonly (IPNetwork Network, string Kind)[] Special =
    [
        .. List("a loopback address", "127.0.0.0/8", "::1/128"),
        .. List("an address of this host", "0.0.0.0/8", "::/128"),
        .. List("a private address", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7", "fec0::/10"),
        .. List("an address of a provider's own network", "100.64.0.0/10", "168.63.129.16/32"),
        .. List("a link-local address", "169.254.0.0/16", "fe80::/10"),
        .. List("a reserved address", "192.0.0.0/24", "192.88.99.0/24", "240.0.0.0/4", "5f00::/16", "100::/64"),
        .. List("an address for tests", "198.18.0.0/15"),
        .. List("an address for documentation", "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32", "3fff::/20"),
        .. List("a multicast address", "224.0.0.0/4", "ff00::/8"),
        .. List("an IPv4 address in an IPv6 one", "::/96", "64:ff9b::/96", "64:ff9b:1::/48", "2002::/16"),
        .. List("a reserved address", "2001::/23"),
    ];

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    /// <summary>What a special address is, such as "a loopback address"; null where it is public.</summary>
    public static string? Refuse(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return Refuse(address.MapToIPv4());
        }

        if (address.AddressFamily is AddressFamily.InterNetworkV6)
        {
            if (address.ScopeId != 0)
            {
                return "an address of one network interface";
            }
        }

        return Array.Find(Special, special => special.Network.Contains(address)).Kind
            ?? (address.AddressFamily is AddressFamily.InterNetwork || GlobalUnicast.Contains(address) ? null : "a reserved address");
    }

    private static IEnumerable<(IPNetwork Network, string Kind)> List(string kind, params string[] networks) =>
        networks.Select(network => (IPNetwork.Parse(network), kind));
}
