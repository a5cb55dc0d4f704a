using System.Globalization;
using System.Text.RegularExpressions;

namespace SummaryBot.Articles;

/// <summary>
/// Tells pictures of news from what counts readers and what sells: by the address alone, for the bot itself fetches no picture. It is a small list of what is
/// common in feeds, not a filter list; what it does not know is shown.
/// </summary>
public static partial class PictureAddress
{
    /// <summary>UTF-16 units that Discord takes.</summary>
    public const int MaxLength = 2048;

    /// <summary>What is narrower or lower than this, in pixels, is an icon or a counter.</summary>
    private const int LeastSide = 50;

    /// <summary>Hosts, with all below them, that count readers or serve advertisements.</summary>
    private static readonly HashSet<string> Counting = new(StringComparer.OrdinalIgnoreCase)
    {
        "2o7.net", "adnxs.com", "adsafeprotected.com", "amazon-adsystem.com", "atdmt.com", "chartbeat.com", "chartbeat.net", "criteo.com", "criteo.net", "demdex.net",
        "doubleclick.net", "everesttech.net", "feedburner.com", "feedsportal.com", "google-analytics.com", "googleadservices.com", "googlesyndication.com",
        "googletagmanager.com", "histats.com", "hotjar.com", "imrworldwide.com", "ioam.de", "ivwbox.de", "krxd.net", "list-manage.com", "mc.yandex.ru", "moatads.com", "omtrdc.net",
        "outbrain.com", "parsely.com", "pheedo.com", "quantserve.com", "rubiconproject.com", "scorecardresearch.com", "statcounter.com", "stats.wordpress.com", "stats.wp.com",
        "taboola.com", "tns-counter.ru", "vgwort.de", "wemfbox.ch", "xiti.com", "yadro.ru",
    };

    /// <summary>Whether there is a picture to show: http or https, of a named host, in a form that Discord shows, and neither a counter nor an advertisement nor tiny.</summary>
    /// <param name="width">In pixels as the feed says it; null where it does not.</param>
    /// <param name="height">In pixels as the feed says it; null where it does not.</param>
    public static bool IsShowable(Uri url, int? width = null, int? height = null)
    {
        return url is { IsAbsoluteUri: true, HostNameType: UriHostNameType.Dns, UserInfo.Length: 0 }
            && url.Scheme is "http" or "https"
            && url.AbsoluteUri.Length <= MaxLength
            && (width ?? LeastSide) >= LeastSide && (height ?? LeastSide) >= LeastSide
            && !IsCountingHost(url.IdnHost) && !Counter().IsMatch(url.AbsolutePath) && !NoPicture().IsMatch(url.AbsolutePath)
            && !Size().Matches(url.PathAndQuery).Any(IsTinySize) && !Side().Matches(url.Query).Any(side => IsBelow(side, "side", LeastSide) && !IsBelow(side, "side", 1)); // 0 is "as it comes"
    }

    private static bool IsCountingHost(string host)
    {
        var labels = host.Split('.', StringSplitOptions.RemoveEmptyEntries);
        return labels.Length < 2
            || Enumerable.Range(0, labels.Length - 1).Any(from => Counting.Contains(string.Join('.', labels[from..])))
            || labels[..^2].Any(label => CountingLabel().IsMatch(label));
    }

    /// <summary>3x2 and 16x9 are shapes of pictures, not sizes; 1x1, 2x1 and 16x16 are sizes.</summary>
    private static bool IsTinySize(Match size)
    {
        var isSquare = string.Equals(size.Groups["width"].Value, size.Groups["height"].Value, StringComparison.Ordinal);
        return isSquare ? IsBelow(size, "width", LeastSide) : IsBelow(size, "width", 3) && IsBelow(size, "height", 3);
    }

    private static bool IsBelow(Match match, string group, int least) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture) < least;

    /// <summary>Of a subdomain: <c>ads.example.com</c>, <c>pixel2.example.com</c>.</summary>
    [GeneratedRegex("^(ads?|adserver|adservice|analytics|banners?|beacons?|counter|metrics|pixels?|stats?|telemetry|track|tracker|tracking)[0-9]*$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CountingLabel();

    /// <summary>A part of the path that is named as counters and spacers are: <c>/pixel.gif</c>, <c>/track/open</c>, <c>/~r/</c> of feed services.</summary>
    [GeneratedRegex(@"/(1px|adserver|banners?|beacon|blank|clear|count|counter|empty|invisible|open|pixel|spacer|track|tracker|tracking|transparent|trans|tr|web-?bug|~r)(\.(gif|png|jpe?g|webp|php|aspx?))?(/|$)",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Counter();

    /// <summary>Discord shows none of these.</summary>
    [GeneratedRegex(@"\.(svgz?|ico|tiff?|bmp|swf|mp[34]|webm|m3u8|pdf|html?|js)$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NoPicture();

    [GeneratedRegex("(?<![0-9A-Za-z])(?<width>[0-9]{1,5})x(?<height>[0-9]{1,5})(?![0-9A-Za-z])",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Size();

    [GeneratedRegex("[?&](w|h|width|height)=(?<side>[0-9]{1,5})(?![0-9.])",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Side();
}
