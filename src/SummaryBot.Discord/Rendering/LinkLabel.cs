using System.Text.RegularExpressions;

namespace SummaryBot.Discord.Rendering;

/// <summary>Tells a headline that may be a link from one that would pretend to lead elsewhere.</summary>
internal static partial class LinkLabel
{
    /// <summary>Whether every address in the words is the one that the link leads to, and none has a scheme, which Discord shows as no link at all.</summary>
    public static bool IsHonest(string label, Uri url) =>
        !label.Contains("://", StringComparison.Ordinal)
        && Host().Matches(label).All(host => $".{url.IdnHost}".EndsWith($".{host.Value}", StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"[\p{L}\p{N}\-]+(\.[\p{L}\p{N}\-]+)*\.\p{L}{2,}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Host();
}
