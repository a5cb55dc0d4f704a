using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using SummaryBot.Commands;
using SummaryBot.Discord.Rendering;
using SummaryBot.Discord.Rest;

namespace SummaryBot.Discord.Interactions;

/// <summary>The ways to answer an interaction.</summary>
/// <remarks><see href="https://discord.com/developers/docs/interactions/receiving-and-responding"/></remarks>
internal sealed partial class InteractionReplies(DiscordRest rest, ILogger<InteractionReplies> logger)
{
    private const int Ephemeral = 1 << 6;

    /// <summary>Shows "is thinking…"; whether others see the answer is decided here for good.</summary>
    public async Task DeferAsync(Interaction interaction, bool isPrivate, CancellationToken cancellationToken)
    {
        interaction.IsDeferred = true;
        await CallBackAsync(interaction, 5, new JsonObject { ["flags"] = isPrivate ? Ephemeral : 0 }, cancellationToken);
    }

    /// <summary>Takes a click; the message changes later.</summary>
    public Task DeferUpdateAsync(Interaction interaction, CancellationToken cancellationToken) =>
        CallBackAsync(interaction, 6, data: null, cancellationToken);

    public Task ChooseAsync(Interaction interaction, IEnumerable<ArticleChoice> choices, CancellationToken cancellationToken)
    {
        var list = choices.Select(choice => (JsonNode)new JsonObject { ["name"] = choice.Label, ["value"] = choice.ArticleId });
        return CallBackAsync(interaction, 8, new JsonObject { ["choices"] = new JsonArray([.. list]) }, cancellationToken);
    }

    /// <summary>Says something to the person alone.</summary>
    public Task SayAsync(Interaction interaction, string text, CancellationToken cancellationToken)
    {
        var body = Words(text);
        body["flags"] = Ephemeral;
        return CallBackAsync(interaction, 4, body, cancellationToken);
    }

    /// <summary>Puts the answer where "is thinking…" stands, or changes the message that was clicked.</summary>
    public async Task EditAsync(Interaction interaction, JsonObject body, CancellationToken cancellationToken) =>
        Note(
            interaction,
            await rest.SendAsync(
                HttpMethod.Patch,
                $"webhooks/{interaction.ApplicationId}/{interaction.Token}/messages/@original",
                body,
                cancellationToken));

    public Task EditAsync(Interaction interaction, string text, CancellationToken cancellationToken) =>
        EditAsync(interaction, Words(text), cancellationToken);

    /// <summary>Tells of an error, wherever the interaction stands.</summary>
    public Task FailAsync(Interaction interaction, string text, CancellationToken cancellationToken) => interaction switch
    {
        { Type: Interaction.Autocomplete } => ChooseAsync(interaction, [], cancellationToken),
        { IsDeferred: true } => EditAsync(interaction, text, cancellationToken),
        { Type: Interaction.Component } => FollowUpAsync(interaction, text, cancellationToken),
        _ => SayAsync(interaction, text, cancellationToken),
    };

    private async Task FollowUpAsync(Interaction interaction, string text, CancellationToken cancellationToken)
    {
        var body = Words(text);
        body["flags"] = Ephemeral;
        Note(
            interaction,
            await rest.SendAsync(HttpMethod.Post, $"webhooks/{interaction.ApplicationId}/{interaction.Token}", body, cancellationToken));
    }

    private async Task CallBackAsync(Interaction interaction, int type, JsonObject? data, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["type"] = type };
        if (data is not null)
        {
            body["data"] = data;
        }

        Note(
            interaction,
            await rest.SendAsync(HttpMethod.Post, $"interactions/{interaction.Id}/{interaction.Token}/callback", body, cancellationToken));
    }

    private static JsonObject Words(string text) => new()
    {
        ["content"] = DiscordMarkdown.Escape(text),
        ["allowed_mentions"] = new JsonObject { ["parse"] = new JsonArray() },
    };

    private void Note(Interaction interaction, RestResult result)
    {
        var problem = result switch
        {
            RestResult.Refused refused => refused.Reason,
            RestResult.Unknown unknown => unknown.Reason,
            RestResult.AskedToWait wait => wait.Reason,
            _ => null,
        };
        if (problem is not null)
        {
            Log.NotAnswered(logger, interaction.Id, problem);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Discord did not take an answer to interaction {InteractionId}: {Problem}")]
        public static partial void NotAnswered(ILogger logger, string interactionId, string problem);
    }
}
