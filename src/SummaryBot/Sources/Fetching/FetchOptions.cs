using System.Globalization;

namespace SummaryBot.Sources.Fetching;

public sealed class FetchOptions
{
    /// <summary>Who asks, with a link for whoever runs the site. Visible ASCII characters and spaces, 1 to 200.</summary>
    public string UserAgent { get; init; } = "SummaryBot/1.0 (+https://github.com/summarybot/summarybot)";

    /// <summary>Hosts that may be anywhere, also in a private network, and on any port. None by default.</summary>
    public AllowedHosts AllowedHosts { get; init; } = AllowedHosts.None;

    /// <summary>Ports of all other hosts, each 1 to 65535.</summary>
    public IReadOnlySet<int> Ports { get; init; } = new HashSet<int> { 80, 443 };

    /// <summary>What a fetch may take from beginning to end, redirects included. More than zero.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Reads ports parted by commas or spaces; null where one is none, or there are none.</summary>
    public static IReadOnlySet<int>? TryParsePorts(string text)
    {
        var ports = text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)
            .Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : 0).ToHashSet();
        return ports.Count > 0 && ports.All(port => port is >= 1 and <= 65535) ? ports : null;
    }

    public static bool IsUserAgent(string text) => text.Trim().Length is >= 1 and <= 200 && text.All(letter => letter is >= ' ' and <= '~');
}
