using System.Text.Json.Nodes;
using SummaryBot.TestDiscord.Inspection;
using SummaryBot.TestDiscord.Rest;
using SummaryBot.TestDiscord.Rules;

namespace SummaryBot.TestDiscord;

/// <summary>What Discord would make of a message, without a server: for tests with many.</summary>
public static class MessageVerdict
{
    /// <summary>Why it would not be taken; empty where it would.</summary>
    public static IReadOnlyList<string> Refusals(JsonObject body)
    {
        var sent = JsonNode.Parse(body.ToJsonString())!.AsObject();
        var errors = BodyRules.Committed.Check("post /channels/{channel_id}/messages", sent).Concat(MessageRules.Check(sent)).Select(error => $"{error.Path}: {error.Message}");
        return MessageRules.IsEmpty(sent) ? [.. errors, "Cannot send an empty message"] : [.. errors];
    }

    /// <summary>Who would hear a sound, as mentions.</summary>
    public static IReadOnlyList<string> Pings(JsonObject body) => Messages.Pinged(body);

    /// <summary>A text as Discord would draw it, one element a line.</summary>
    public static string Html(string markdown) => DiscordHtml.Of(markdown);
}
