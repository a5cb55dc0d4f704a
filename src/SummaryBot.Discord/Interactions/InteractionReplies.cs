using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using SummaryBot.Commands.Shape;
using SummaryBot.Discord.Interactions.Commands;
using SummaryBot.Discord.Rendering;
using SummaryBot.Discord.Rest;
using SummaryBot.Language;

namespace SummaryBot.Discord.Interactions;

/// <summary>The ways to answer an interaction. What Discord would not take any more is not sent; the log says so.</summary>
/// <remarks><see href="https://discord.com/developers/docs/interactions/receiving-and-responding"/></remarks>
internal sealed partial class InteractionReplies(DiscordRest rest, TimeProvider time, ILogger<InteractionReplies> logger)
{
    private const int Ephemeral = 1 << 6;
    private const int MostFollowUps = 5;

    /// <summary>Discord's own time for a token.</summary>
    private static readonly TimeSpan TokenLives = TimeSpan.FromMinutes(15);

    /// <summary>Acknowledges; who sees the answer is decided here for good.</summary>
    /// <returns>False where Discord did not take it: it was answered before or is too old, so nothing may be done for it.</returns>
    public Task<bool> DeferAsync(Interaction interaction, FirstAnswer first, CancellationToken cancellationToken)
    {
        interaction.State.First = first;
        return first == FirstAnswer.Update
            ? CallBackAsync(interaction, 6, data: null, cancellationToken)
            : CallBackAsync(interaction, 5, new JsonObject { ["flags"] = first == FirstAnswer.Private ? Ephemeral : 0 }, cancellationToken);
    }

    /// <param name="choices">25 at most; labels and values of 1 to 100 UTF-16 units.</param>
    public Task ChooseAsync(Interaction interaction, IEnumerable<(string Label, string Value)> choices, CancellationToken cancellationToken)
    {
        var list = choices.Select(choice => (JsonNode)new JsonObject { ["name"] = choice.Label, ["value"] = choice.Value });
        return CallBackAsync(interaction, 8, new JsonObject { ["choices"] = new JsonArray([.. list]) }, cancellationToken);
    }

    /// <summary>Says something to the person alone, as the first answer.</summary>
    public Task SayAsync(Interaction interaction, ReplyText text, CancellationToken cancellationToken) =>
        CallBackAsync(interaction, 4, Private(Said(text)), cancellationToken);

    /// <summary>Opens a form, as the first answer.</summary>
    /// <param name="modal">title, custom_id and components: <see href="https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-modal"/>.</param>
    public Task OpenAsync(Interaction interaction, JsonObject modal, CancellationToken cancellationToken) =>
        CallBackAsync(interaction, 9, modal, cancellationToken);

    /// <summary>Puts the answer where "is thinking…" stands, or changes the message that was clicked.</summary>
    /// <returns>False where Discord did not take it.</returns>
    public Task<bool> EditAsync(Interaction interaction, JsonObject body, CancellationToken cancellationToken) => EditAsync(interaction, body, file: null, cancellationToken);

    public async Task<bool> EditAsync(Interaction interaction, JsonObject body, ReplyFile? file, CancellationToken cancellationToken)
    {
        var isTaken = await SendAsync(interaction, HttpMethod.Patch, $"webhooks/{interaction.ApplicationId}/{interaction.Token}/messages/@original", body, cancellationToken, file);
        interaction.State.IsAnswered |= isTaken;
        return isTaken;
    }

    public Task EditAsync(Interaction interaction, string text, CancellationToken cancellationToken) =>
        EditAsync(interaction, Said(text), cancellationToken);

    /// <summary>Says more, to the person alone. Only after the first answer has its text: until then Discord would put this in its place.</summary>
    /// <returns>False where Discord did not take it.</returns>
    public Task<bool> FollowUpAsync(Interaction interaction, JsonObject body, CancellationToken cancellationToken) => FollowUpAsync(interaction, body, file: null, cancellationToken);

    public Task<bool> FollowUpAsync(Interaction interaction, JsonObject body, ReplyFile? file, CancellationToken cancellationToken)
    {
        if (interaction.Place.IsOnlyUserInstalled && interaction.State.FollowUps >= MostFollowUps)
        {
            Log.TooMany(logger, interaction.Id, MostFollowUps);
            return Task.FromResult(true); // what was said is not wrong, only all of it
        }

        interaction.State.FollowUps++;
        return SendAsync(interaction, HttpMethod.Post, $"webhooks/{interaction.ApplicationId}/{interaction.Token}", Private(body), cancellationToken, file);
    }

    public Task FollowUpAsync(Interaction interaction, string text, CancellationToken cancellationToken) =>
        FollowUpAsync(interaction, Said(text), cancellationToken);

    /// <summary>Tells of an error, wherever the interaction stands: in the place of "is thinking…", else beside what stands there.</summary>
    public Task FailAsync(Interaction interaction, ReplyText text, CancellationToken cancellationToken) => interaction switch
    {
        { IsTyping: true } => ChooseAsync(interaction, [], cancellationToken),
        { State.First: FirstAnswer.None } => SayAsync(interaction, text, cancellationToken),
        { State.First: FirstAnswer.Update } or { State.IsAnswered: true } => FollowUpAsync(interaction, Said(text), cancellationToken),
        _ => EditAsync(interaction, Said(text), cancellationToken),
    };

    private Task<bool> CallBackAsync(Interaction interaction, int type, JsonObject? data, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["type"] = type };
        if (data is not null)
        {
            body["data"] = data;
        }

        return SendAsync(interaction, HttpMethod.Post, $"interactions/{interaction.Id}/{interaction.Token}/callback", body, cancellationToken);
    }

    private static JsonObject Said(ReplyText text) => new()
    {
        ["content"] = ReplyMarkdown.Cut(text, PayloadBudget.MaxContent),
        ["allowed_mentions"] = new JsonObject { ["parse"] = new JsonArray() },
    };

    private static JsonObject Private(JsonObject body)
    {
        body["flags"] = (body["flags"].Whole() ?? 0) | Ephemeral;
        return body;
    }

    private async Task<bool> SendAsync(
        Interaction interaction, HttpMethod method, string path, JsonObject body, CancellationToken cancellationToken, ReplyFile? file = null)
    {
        if (time.GetElapsedTime(interaction.ReceivedAt) >= TokenLives)
        {
            Log.TooLate(logger, interaction.Id);
            return false;
        }

        IReadOnlyList<Attachment> files = file is null ? [] : [new Attachment(file.Name, "application/octet-stream", file.Content)];
        var result = await rest.SendAsync(new RestRequest(method, path, body) { Attachments = files }, cancellationToken);
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

        return result is RestResult.Done or RestResult.Unknown;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Discord did not take an answer to interaction {InteractionId}: {Problem}")]
        public static partial void NotAnswered(ILogger logger, string interactionId, string problem);

        [LoggerMessage(2, LogLevel.Warning, "An answer to interaction {InteractionId} was not sent: it came after the 15 minutes that Discord waits.")]
        public static partial void TooLate(ILogger logger, string interactionId);

        [LoggerMessage(3, LogLevel.Warning, "An answer to interaction {InteractionId} was not sent: where only the person has the bot, Discord takes {Most} follow-ups.")]
        public static partial void TooMany(ILogger logger, string interactionId, int most);
    }
}
