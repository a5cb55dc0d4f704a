using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using SummaryBot.Chat;
using SummaryBot.Discord.Rendering;
using SummaryBot.Discord.Rest;

namespace SummaryBot.Discord.Posting;

/// <summary>
/// Posts editions through webhooks, under the digest's own name and avatar. Discord knows no nonce there: where a reply was lost, the bot reads the webhook's channel
/// before it posts again, if it may; where it may not, or there is no bot, the message may stand twice.
/// </summary>
internal sealed partial class WebhookChat(DiscordRest rest, ChannelSearch search, DiscordOptions options, ILogger<WebhookChat> logger) : IChat
{
    private const int NeedsThread = 220001;

    public string Scheme => ChannelAddress.Webhook;

    public ChatLimits Limits { get; } = MessageRenderer.Limits with { NonceWindow = TimeSpan.Zero };

    public async Task<SendOutcome> SendAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var posts = Post.Of(delivery.Message);
        var there = delivery.MayHaveArrived ? await ReadBackAsync(delivery, posts, cancellationToken) : new JsonObject?[posts.Count];
        string? thread = null;
        for (var i = 0; i < posts.Count; i++)
        {
            if (there[i] is null)
            {
                var result = await PostAsync(delivery, posts[i], posts[i].IsFirstPart ? null : thread, cancellationToken);
                if (result is not RestResult.Done { Body: JsonObject message })
                {
                    return Array.Exists(there, it => it is not null) && result is not RestResult.Unknown
                        ? new SendOutcome.Unknown(Reason(result))
                        : Refusals.Outcome(result);
                }

                there[i] = message;
            }

            thread = ChannelSearch.Text(there[i], "channel_id");
        }

        var ids = there.Select(message => ChannelSearch.Text(message, "id") ?? "").ToList();
        return new SendOutcome.Sent(ids[0]) { Parts = ids.Count > 1 ? ids : [] };
    }

    /// <summary>What may have arrived is looked for when it is sent again, for it may be there in part.</summary>
    public Task<FindOutcome> FindAsync(Delivery delivery, CancellationToken cancellationToken) => Task.FromResult<FindOutcome>(new FindOutcome.Missing());

    public Task<ChangeOutcome> EditAsync(SentMessage sent, ChatMessage message, CancellationToken cancellationToken) =>
        PartEdits.MakeAsync(sent, message, buttons: null, part => EditAsync(sent.Channel, part, cancellationToken));

    public bool CanEdit(ChatMessage sent, ChatMessage wanted) => Post.Like(sent, wanted) is not null;

    public async Task<ChangeOutcome> DeleteAsync(SentMessage sent, CancellationToken cancellationToken) =>
        MessageChanges.Changed(await rest.SendAsync(OfWebhook(HttpMethod.Delete, Path(sent), null), cancellationToken)) switch
        {
            ChangeOutcome.Missing => new ChangeOutcome.Done(),
            var outcome => outcome,
        };

    /// <summary>Where it is not in the channel it may be in a forum's thread, which has the id of its first message.</summary>
    private async Task<ChangeOutcome> EditAsync(ChannelAddress webhook, PartEdit part, CancellationToken cancellationToken)
    {
        var path = $"webhooks/{webhook.Target}/messages/{part.Id}?with_components=true";
        var outcome = await PatchAsync(path);
        return outcome is ChangeOutcome.Missing ? await PatchAsync($"{path}&thread_id={part.FirstId}") : outcome;

        async Task<ChangeOutcome> PatchAsync(string to) =>
            MessageChanges.Changed(await rest.SendAsync(OfWebhook(HttpMethod.Patch, to, part.Body.DeepClone()), cancellationToken));
    }

    private static string Path(SentMessage sent) => $"webhooks/{sent.Channel.Target}/messages/{sent.MessageId}";

    private static RestRequest OfWebhook(HttpMethod method, string path, JsonNode? body) => new(method, path, body) { IsInteraction = false };

    /// <summary>A forum's webhook wants a thread's name, or the thread to go on in.</summary>
    private async Task<RestResult> PostAsync(Delivery delivery, Post post, string? thread, CancellationToken cancellationToken)
    {
        var body = Body(delivery, post);
        var path = $"webhooks/{delivery.Channel.Target}?wait=true&with_components=true";
        var result = await rest.SendAsync(OfWebhook(HttpMethod.Post, path, body), cancellationToken);
        if (result is not RestResult.Refused { Code: NeedsThread })
        {
            return result;
        }

        if (thread is not null)
        {
            return await rest.SendAsync(OfWebhook(HttpMethod.Post, $"{path}&thread_id={thread}", body), cancellationToken);
        }

        body["thread_name"] = post.Title;
        return await rest.SendAsync(OfWebhook(HttpMethod.Post, path, body), cancellationToken);
    }

    private static JsonObject Body(Delivery delivery, Post post)
    {
        var body = post.Body.DeepClone().AsObject();
        if (delivery.Message.Posting?.Brand is { } brand)
        {
            if (brand.Name is { } name)
            {
                body["username"] = Printable.Of(name);
            }

            if (brand.Avatar is { } avatar)
            {
                body["avatar_url"] = avatar.AbsoluteUri;
            }
        }

        return body;
    }

    private async Task<JsonObject?[]> ReadBackAsync(Delivery delivery, IReadOnlyList<Post> posts, CancellationToken cancellationToken)
    {
        var webhookId = delivery.Channel.Target.Split('/')[0];
        if (options.Token.Length > 0
            && await rest.SendAsync(OfWebhook(HttpMethod.Get, $"webhooks/{delivery.Channel.Target}", null), cancellationToken) is RestResult.Done { Body: var webhook }
            && ChannelSearch.Text(webhook, "channel_id") is { } channel
            && await search.FindAsync(channel, webhookId, posts, delivery.FirstTriedAt, cancellationToken) is FoundPosts.Read read)
        {
            return [.. read.Messages];
        }

        Log.NotReadable(logger, webhookId);
        return new JsonObject?[posts.Count];
    }

    private static string Reason(RestResult result) => Refusals.Outcome(result) switch
    {
        SendOutcome.AskedToWait wait => wait.Reason,
        SendOutcome.Refused refused => refused.Reason,
        _ => "Discord's answer made no sense.",
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The channel of webhook {WebhookId} cannot be read to see whether a message arrived; it is posted again and may stand twice.")]
        public static partial void NotReadable(ILogger logger, string webhookId);
    }
}
