using System.Text.Json.Nodes;

namespace SummaryBot.TestDiscord;

/// <summary>A message as Discord keeps it.</summary>
public sealed class Message(string id, string channelId, JsonObject body, DateTimeOffset at)
{
    public const int Crossposted = 1 << 0;
    public const int HasThread = 1 << 5;

    public string Id { get; } = id;

    public string ChannelId { get; } = channelId;

    public DateTimeOffset At { get; } = at;

    public DateTimeOffset? EditedAt { get; set; }

    public string? Nonce { get; init; }

    /// <summary>Who wrote it, where it was not the bot.</summary>
    public JsonObject? Author { get; init; }

    /// <summary><see cref="Crossposted"/> and <see cref="HasThread"/>.</summary>
    public int Flags { get; set; }

    /// <summary>Who alone sees it; null for a message that everybody sees.</summary>
    public string? OnlyFor { get; init; }

    public bool IsDeleted { get; set; }

    /// <summary>Shows "is thinking…" until the interaction is answered.</summary>
    public bool IsLoading { get; set; }

    /// <summary>Whom it pinged, as it names them.</summary>
    public IReadOnlyList<string> Pinged { get; set; } = [];

    public JsonObject Body { get; private set; } = body;

    public bool IsV2 => Rules.MessageRules.IsV2(Body);

    public void Edit(JsonObject change) => Body = Edited(change);

    /// <summary>As it would be after a change. That it is made of components stays.</summary>
    public JsonObject Edited(JsonObject change)
    {
        var edited = Body.DeepClone().AsObject();
        foreach (var (key, value) in change)
        {
            edited[key] = value?.DeepClone();
        }

        if (IsV2 && !Rules.MessageRules.IsV2(edited))
        {
            edited["flags"] = Rules.MessageRules.IsComponentsV2;
        }

        return edited;
    }

    /// <summary>As the API gives it; a nonce is in the answer to its sender alone.</summary>
    public JsonObject ToJson(World world, bool withNonce) => MessageJson.Of(this, world, withNonce);
}
