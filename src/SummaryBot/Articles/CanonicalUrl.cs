namespace SummaryBot.Articles;

/// <summary>One address for all that lead to the same article: what it is known by, not always what a browser can follow.</summary>
/// <remarks>
/// Where a rule might take two articles for one it is left out: what is not known to be tracking stays, and so do the order and the case of the rest.
/// </remarks>
public static class CanonicalUrl
{
    /// <summary>One variant may be wrapped in another; nobody wraps more than a few.</summary>
    private const int MaxWrappers = 10;

    /// <summary>The address without scheme, www, mobile and AMP variants, tracking and session parameters, fragment and final slash. Idempotent.</summary>
    /// <param name="address">Absolute; anything but http and https comes back as it is.</param>
    public static Uri Of(Uri address)
    {
        for (var i = 0; i < MaxWrappers && address.Scheme is ("http" or "https"); i++)
        {
            var simpler = UrlVariants.Unwrapped(address) ?? Simpler(address);
            if (string.Equals(simpler.AbsoluteUri, address.AbsoluteUri, StringComparison.Ordinal))
            {
                return address;
            }

            address = simpler;
        }

        return address;
    }

    private static Uri Simpler(Uri address)
    {
        var host = UrlVariants.Host(address);
        var query = UrlQuery.Of(address.Query, host);
        var path = UrlVariants.Path(address.AbsolutePath, hasQuery: query.Length > 0);
        var start = address.IsDefaultPort ? $"https://{host}" : $"{address.Scheme}://{host}:{address.Port}";
        return Uri.TryCreate($"{start}{path}{query}{Fragment(address)}", UriKind.Absolute, out var canonical) ? canonical : address;
    }

    /// <summary>A fragment is a place in the page, unless a script makes it the page's name.</summary>
    private static string Fragment(Uri address) =>
        address.Fragment.StartsWith("#!", StringComparison.Ordinal) || address.Fragment.StartsWith("#/", StringComparison.Ordinal) ? address.Fragment : "";
}
