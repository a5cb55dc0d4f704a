using System.Text.Json.Nodes;
using SummaryBot.TestDiscord.Rest;

namespace SummaryBot.TestDiscord.Interactions;

/// <summary>What comes after the first answer, within 15 minutes.</summary>
/// <remarks><see href="https://discord.com/developers/docs/interactions/receiving-and-responding#followup-messages"/></remarks>
internal sealed partial class InteractionEndpoints
{
    /// <summary>Where the bot is installed by the person alone.</summary>
    private const int MostFollowUps = 5;

    private const string Posting = "post /webhooks/{webhook_id}/{webhook_token}";
    private const string Editing = "patch /webhooks/{webhook_id}/{webhook_token}/messages/@original";

    public RestReply FollowUp(string token, JsonNode? body)
    {
        if (Find(token, out var interaction) is { } error)
        {
            return error;
        }

        if (body is not JsonObject fields)
        {
            return RestError.NoJson;
        }

        if (interaction!.Original is { IsLoading: true, IsDeleted: false } loading)
        {
            return Finished(interaction, messages.Edit(loading, fields, Posting)); // the first one takes the place of "is thinking…"
        }

        if (interaction.IsUserInstalled && interaction.FollowUps.Count >= MostFollowUps)
        {
            return RestError.Of(400, 40094, "This interaction has reached the maximum number of follow up messages");
        }

        if (Messages.Check(Posting, fields) is { } invalid)
        {
            return invalid;
        }

        var message = Post(interaction, fields, isLoading: false);
        interaction.FollowUps.Add(message);
        return RestReply.Ok(message.ToJson(world, withNonce: false));
    }

    /// <param name="messageId"><c>@original</c>, or a follow-up's id.</param>
    public RestReply Change(string method, string token, string messageId, JsonNode? body)
    {
        if (Find(token, out var interaction) is { } error)
        {
            return error;
        }

        var message = messageId == "@original" ? interaction!.Original
            : interaction!.FollowUps.Append(interaction.Original).FirstOrDefault(it => it?.Id == messageId);
        if (message is null or { IsDeleted: true })
        {
            return RestError.UnknownMessage;
        }

        switch (method)
        {
            case "GET":
                return RestReply.Ok(message.ToJson(world, withNonce: false));
            case "PATCH":
                var edited = messages.Edit(message, body, Editing);
                return message == interaction.Original ? Finished(interaction, edited) : edited;
            case "DELETE":
                messages.Remove(message);
                return message == interaction.Original ? Finished(interaction, RestReply.NoContent) : RestReply.NoContent;
            default:
                return RestError.Of(405, 0, "405: Method Not Allowed");
        }
    }

    /// <summary>Before the first answer there is nothing to follow; a form and suggestions are no message.</summary>
    private RestReply? Find(string token, out Interaction? interaction) =>
        !_byToken.TryGetValue(token, out interaction) ? RestError.UnknownWebhook
        : interaction.IsOver(world.Now) ? RestError.Of(401, 50027, "Invalid Webhook Token")
        : interaction.AnswerType == 0 ? RestError.UnknownWebhook
        : null;

    private RestReply Finished(Interaction interaction, RestReply reply)
    {
        if (reply.Status < 300)
        {
            Finish(interaction);
        }

        return reply;
    }
}
