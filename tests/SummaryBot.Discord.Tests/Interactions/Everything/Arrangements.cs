namespace SummaryBot.Discord.Tests.Interactions.Everything;

/// <summary>What has to happen first so that certain buttons are shown.</summary>
internal static class Arrangements
{
    private static readonly (string Why, Func<Town, Task<Answer>> AskAsync)[] All = [];

    public static async Task CrawlAsync(Town town, Crawler crawler)
    {
        foreach (var (_, ask) in All)
        {
            await town.ResetAsync();
            await crawler.CrawlAsync(await ask(town));
        }
    }
}
