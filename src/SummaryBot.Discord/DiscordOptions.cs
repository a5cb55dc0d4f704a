namespace SummaryBot.Discord;

public sealed class DiscordOptions
{
    /// <summary>Where the REST API is, its version included; the gateway is asked of it.</summary>
    public Uri ApiBaseAddress { get; set; } = new("https://discord.com/api/v10/");

    /// <summary>The bot's token: a secret.</summary>
    public string Token { get; set; } = "";

    /// <summary>Most shards that one process runs.</summary>
    public const int MostShards = 256;

    /// <summary>Connections to the gateway, 0 to <see cref="MostShards"/>; 0 takes as many as Discord recommends.</summary>
    public int Shards { get; set; }

    /// <summary>The id of the operator's own server, which alone has the operator's commands; empty for none.</summary>
    public string OwnerGuild { get; set; } = "";
}
