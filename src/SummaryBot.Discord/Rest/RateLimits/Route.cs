namespace SummaryBot.Discord.Rest.RateLimits;

/// <summary>What Discord counts requests by: the method, the path without its ids, and the major parameter.</summary>
/// <param name="Template">Shared by every channel, guild or webhook.</param>
/// <param name="Major">The channel, guild or webhook whose share of the limit it is; empty where the limit is the bot's alone.</param>
/// <param name="IsInteraction">Whether it answers an interaction, which no global limit counts.</param>
/// <remarks><see href="https://discord.com/developers/docs/topics/rate-limits"/></remarks>
internal sealed record Route(string Template, string Major, bool IsInteraction)
{
    /// <param name="isInteraction">False for a webhook that is posted to: its path looks like that of an answer.</param>
    public static Route Of(HttpMethod method, string path, bool isInteraction = true)
    {
        var parts = path.Split('?')[0].Split('/');
        var hasToken = parts is ["interactions" or "webhooks", _, _, ..];
        var major = parts switch
        {
            ["channels" or "guilds", var id, ..] => id,
            ["webhooks" or "interactions", var id, var token, ..] => $"{id}/{token}",
            _ => "",
        };
        var template = parts.Select((part, i) => IsId(part) || (hasToken && i == 2) ? "{}" : part);
        return new Route($"{method} {string.Join('/', template)}", major, hasToken && isInteraction);
    }

    private static bool IsId(string part) => part.Length > 0 && part.All(char.IsAsciiDigit);
}
