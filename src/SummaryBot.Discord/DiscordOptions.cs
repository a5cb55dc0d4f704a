namespace SummaryBot.Discord;

public sealed class DiscordOptions
{
    /// <summary>Where the REST API is, its version included; the gateway is asked of it.</summary>
    public Uri ApiBaseAddress { get; set; } = new("https://discord.com/api/v10/");

    /// <summary>The bot's token: a secret.</summary>
    public string Token { get; set; } = "";
}
