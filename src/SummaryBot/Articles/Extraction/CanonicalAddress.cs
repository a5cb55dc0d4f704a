using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace SummaryBot.Articles.Extraction;

/// <summary>The address under which a page wants to be known. It is believed for its own site only, so that no page takes another's place.</summary>
internal static class CanonicalAddress
{
    private const int Longest = 2048;

    /// <summary>Caches that serve the pages of others and say truly whose they are.</summary>
    private static readonly string[] Caches = ["ampproject.org", "ampproject.net"];

    /// <summary>Second-level names under which sites are registered in a country.</summary>
    private static readonly HashSet<string> Registries = new(StringComparer.OrdinalIgnoreCase)
    {
        "ac", "co", "com", "edu", "gen", "go", "gob", "gov", "gouv", "in", "info", "k12", "mil", "ne", "net", "nom", "or", "org", "web",
    };

    /// <param name="address">Where the page was found; null where it came as a file.</param>
    public static Uri? Of(IHtmlDocument document, MetaTags tags, Uri? address)
    {
        var links = document.QuerySelectorAll("link[rel~=canonical]").Select(link => link.GetAttribute("href")).Append(tags["og:url"]);
        foreach (var link in links)
        {
            if (Resolve(link, address) is { } found && (address is null || IsTrusted(found, address)))
            {
                return found;
            }
        }

        return address is null ? null : WithoutFragment(address);
    }

    private static Uri? Resolve(string? link, Uri? address)
    {
        link = link?.Trim();
        var isAddress = address is null ? Uri.TryCreate(link, UriKind.Absolute, out var found) : Uri.TryCreate(address, link, out found);
        return isAddress && link is { Length: > 0 and <= Longest } && found is { Scheme: "http" or "https", UserInfo: "", IsDefaultPort: true } && IsPublicName(found) ? WithoutFragment(found) : null;
    }

    private static bool IsPublicName(Uri address) => address.IdnHost.Contains('.', StringComparison.Ordinal) && !IPAddress.TryParse(address.IdnHost.Trim('[', ']'), out _);

    private static bool IsTrusted(Uri found, Uri address)
    {
        var site = Site(address.IdnHost);
        return (string.Equals(Site(found.IdnHost), site, StringComparison.OrdinalIgnoreCase) || Caches.Contains(site, StringComparer.OrdinalIgnoreCase))
            && (found.AbsolutePath.Length > 1 || address.AbsolutePath.Length <= 1); // the front page is nobody's article
    }

    /// <summary>The registered part of a name, by the rule of thumb that country registries use a known second level.</summary>
    private static string Site(string host)
    {
        var labels = host.Split('.');
        var keep = labels is [.., _, var second, { Length: 2 }] && Registries.Contains(second) ? 3 : 2;
        return string.Join('.', labels[^Math.Min(keep, labels.Length)..]);
    }

    private static Uri WithoutFragment(Uri address) => address.Fragment.Length == 0 ? address : new UriBuilder(address) { Fragment = "" }.Uri;
}
