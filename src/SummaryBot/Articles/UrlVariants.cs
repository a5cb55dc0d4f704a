using System.Text.RegularExpressions;

namespace SummaryBot.Articles;

/// <summary>The hosts and paths by which one page goes: for phones, for print, as AMP.</summary>
internal static partial class UrlVariants
{
    private static readonly string[] Prefixes = ["www.", "m.", "mobile.", "amp."];

    /// <summary>The page behind an address of an AMP cache or viewer; null where it is none.</summary>
    /// <remarks><see href="https://developers.google.com/amp/cache/overview#amp-cache-url-format"/></remarks>
    public static Uri? Unwrapped(Uri address)
    {
        var isCache = address.Host.EndsWith(".cdn.ampproject.org", StringComparison.Ordinal) || address.Host is "cdn.ampproject.org";
        var match = isCache ? Cache().Match(address.PathAndQuery) : Viewer().IsMatch(address.Host) ? ViewerPath().Match(address.PathAndQuery) : Match.Empty;
        return match.Success
            && Uri.TryCreate($"{(match.Groups["secure"].Success ? "https" : "http")}://{match.Groups["page"].Value}", UriKind.Absolute, out var page)
            ? page
            : null;
    }

    /// <summary>In ASCII, without the part that only tells the variant.</summary>
    public static string Host(Uri address)
    {
        if (address.HostNameType is not UriHostNameType.Dns)
        {
            return address.Host;
        }

        var host = InAscii(address).TrimEnd('.');
        while (Prefixes.FirstOrDefault(prefix => host.StartsWith(prefix, StringComparison.Ordinal) && host.AsSpan(prefix.Length).Contains('.')) is { } prefix)
        {
            host = host[prefix.Length..];
        }

        return host;
    }

    private static string InAscii(Uri address)
    {
        try
        {
            return address.IdnHost;
        }
        catch (UriFormatException) // Uri takes names that no domain can have
        {
            return address.Host;
        }
    }

    public static string Path(string path, bool hasQuery)
    {
        for (var before = ""; !string.Equals(before, path, StringComparison.Ordinal);)
        {
            before = path;
            path = Session().Replace(path, "");
            path = hasQuery ? path : Index().Replace(path, "/");
            path = path.Length > 1 ? path.TrimEnd('/') : path;
            path = path.Length > 0 ? path : "/";
            path = AmpFile().Replace(path, "${kind}");
            path = Variant().Match(path) is { Success: true } match && IsArticle(match.Groups["page"].Value) ? match.Groups["page"].Value : path;
        }

        return path;
    }

    /// <summary>A name of several words or with a number: not a section such as <c>/guitars</c> with a page <c>/guitars/amp</c>.</summary>
    private static bool IsArticle(string path) => path[(path.LastIndexOf('/') + 1)..].Any(c => c is '-' or '_' or '.' || char.IsAsciiDigit(c));

    [GeneratedRegex(@"^/[cv]/((?<secure>s)/)?(?<page>[^/?#]+\.[^/?#]+(/.*)?)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Cache();

    [GeneratedRegex(@"^(www\.)?(google\.[a-z]{2,3}(\.[a-z]{2})?|bing\.com)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Viewer();

    [GeneratedRegex(@"^/amp/((?<secure>s)/)?(?<page>[^/?#]+\.[^/?#]+(/.*)?)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex ViewerPath();

    [GeneratedRegex(@";(jsessionid|phpsessid|sid)=[0-9a-z.!_\-]*", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Session();

    [GeneratedRegex(@"/(index\.(html?|shtml|php|aspx?|jsp)|default\.aspx?)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Index();

    [GeneratedRegex(@"\.amp(?<kind>\.html?)?$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex AmpFile();

    /// <summary>The word stands behind or before the path of the page.</summary>
    [GeneratedRegex(@"^((?<page>/.+)/(amp|print|printable)|/(amp|print)(?<page>/.+))$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Variant();
}
