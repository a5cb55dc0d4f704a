namespace SummaryBot.Commands.Setup;

/// <summary>Feeds of public broadcasters that can be named instead of an address.</summary>
internal static class SetupPresets
{
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["bbc-world"] = "https://feeds.bbci.co.uk/news/world/rss.xml",
        ["bbc-azeri"] = "https://feeds.bbci.co.uk/azeri/rss.xml",
        ["bbc-turkce"] = "https://feeds.bbci.co.uk/turkce/rss.xml",
        ["bbc-russian"] = "https://feeds.bbci.co.uk/russian/rss.xml",
        ["tagesschau"] = "https://www.tagesschau.de/index~rss2.xml",
    };

    /// <summary>The address that a text stands for: a preset's, or itself.</summary>
    public static string AddressOf(string text) => All.GetValueOrDefault(text.Trim(), text);
}
