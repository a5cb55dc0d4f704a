using System.Text.Json.Nodes;
using SummaryBot.Chat;
using SummaryBot.Discord.Rest;

namespace SummaryBot.Discord.Posting;

/// <summary>
/// Posts deliveries to channels of every kind. A delivery may take several requests: messages, threads, publishing. Each of them is harmless to ask for twice or
/// is looked for before it is repeated, so that a delivery goes on where a kill or a limit stopped it.
/// </summary>
internal sealed class Poster(
    DiscordRest rest, ChannelBook channels, ChannelSearch search, ForumThreads forums, MessageThreads threads, Crossposting crossposting, Refusals refusals)
{
    private static readonly int[] NoMessagesHere = [DiscordCode.NoTextChannel, 50024];

    /// <summary>The outbox has others to send while a channel's limit is used up.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    /// <summary>What has begun is better ended: to find again what is there already costs more.</summary>
    private static readonly TimeSpan PatienceWithin = TimeSpan.FromSeconds(10);

    public async Task<SendOutcome> SendAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var (info, problem) = await InfoAsync(delivery, cancellationToken);
        var outcome = problem is null ? await SendAsync(delivery, info, cancellationToken) : await RefusedAsync(problem);
        if (outcome is not null)
        {
            return outcome;
        }

        // the channel takes no messages: it is a forum that nobody said was one
        (info, problem) = await channels.AskAsync(delivery.Channel.Target, cancellationToken);
        return (problem is null ? await SendAsync(delivery, info, cancellationToken) : await RefusedAsync(problem))
            ?? new SendOutcome.Gone("The channel takes no messages: choose a text channel, an announcement channel, a thread or a forum.");

        Task<SendOutcome> RefusedAsync(RestResult result) => refusals.OutcomeAsync(delivery.Channel.Target, result, cancellationToken);
    }

    /// <summary>Looks for a message that is sent by one request; what takes several is looked for when it goes on.</summary>
    public async Task<FindOutcome> FindAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var posts = Post.Of(delivery.Message);
        var (info, problem) = await channels.AskAsync(delivery.Channel.Target, cancellationToken);
        if (problem is not null)
        {
            return new FindOutcome.Unreadable(
                "The channel cannot be read to see whether the message arrived: give the bot the permissions View Channel and Read Message History there.");
        }

        if (HasSteps(delivery, posts, info))
        {
            return new FindOutcome.Missing();
        }

        return await search.FindAsync(delivery.Channel.Target, null, posts, delivery.FirstTriedAt, cancellationToken) switch
        {
            FoundPosts.Unreadable unreadable => new FindOutcome.Unreadable(unreadable.Reason),
            FoundPosts.Read { Messages: [{ } message] } => new FindOutcome.Found(Id(message)),
            _ => new FindOutcome.Missing(),
        };
    }

    /// <summary>What a channel is makes no difference to most deliveries, and is then not asked for.</summary>
    private async Task<(ChannelInfo? Info, RestResult? Problem)> InfoAsync(Delivery delivery, CancellationToken cancellationToken) =>
        delivery.Message.Posting is { } posting && (posting.Thread != ThreadMode.None || posting.Crosspost || posting.Tags is { Count: > 0 })
            ? await channels.AskAsync(delivery.Channel.Target, cancellationToken)
            : (channels.Known(delivery.Channel.Target), null);

    private static bool HasSteps(Delivery delivery, IReadOnlyList<Post> posts, ChannelInfo? info) =>
        posts.Count > 1 || posts[0].WantsThread || delivery.Message.Posting?.Crosspost == true || info?.Kind == ChannelKind.Forum;

    /// <returns>Null where the channel takes no messages.</returns>
    private async Task<SendOutcome?> SendAsync(Delivery delivery, ChannelInfo? info, CancellationToken cancellationToken)
    {
        var posts = Post.Of(delivery.Message);
        var there = new JsonObject?[posts.Count];
        if (delivery.MayHaveArrived && HasSteps(delivery, posts, info))
        {
            var found = info?.Kind == ChannelKind.Forum
                ? await forums.FindAsync(delivery, info, posts, cancellationToken)
                : await search.FindAsync(delivery.Channel.Target, null, posts, delivery.FirstTriedAt, cancellationToken);
            if (found is not FoundPosts.Read read)
            {
                return new SendOutcome.Unknown(((FoundPosts.Unreadable)found).Reason);
            }

            there = [.. read.Messages];
        }

        return await GoOnAsync(delivery, info, posts, there, cancellationToken);
    }

    private async Task<SendOutcome?> GoOnAsync(
        Delivery delivery, ChannelInfo? info, IReadOnlyList<Post> posts, JsonObject?[] there, CancellationToken cancellationToken)
    {
        string? left = null;
        for (var i = 0; i < posts.Count; i++)
        {
            if (there[i] is null)
            {
                var result = info?.Kind == ChannelKind.Forum && posts[i].IsFirstPart
                    ? await forums.OpenAsync(delivery, info, posts[i], cancellationToken)
                    : await PostAsync(Place(delivery, info, posts, there, i), posts[i].Body, Post.Nonce(delivery, i), i == 0 ? Patience : PatienceWithin, cancellationToken);
                if (result is not (RestResult.Done { Body: JsonObject } or RestResult.Refused { Code: DiscordCode.UnknownMessage }))
                {
                    return await StoppedAsync(delivery, result, hasBegun: Array.Exists(there, it => it is not null), cancellationToken);
                }

                there[i] = (result as RestResult.Done)?.Body as JsonObject ?? []; // it was posted, and then deleted
            }

            left = await FollowUpAsync(delivery, info, posts[i], there[i]!, cancellationToken) ?? left;
        }

        var ids = there.Select(message => Id(message!)).ToList();
        return left is null ? new SendOutcome.Sent(ids[0]) { Parts = ids.Count > 1 ? ids : [] } : new SendOutcome.Unknown(left);
    }

    /// <summary>The channel itself; the later parts of a forum's post go into its thread.</summary>
    private static string Place(Delivery delivery, ChannelInfo? info, IReadOnlyList<Post> posts, JsonObject?[] there, int index)
    {
        var first = index;
        while (!posts[first].IsFirstPart)
        {
            first--;
        }

        return info?.Kind == ChannelKind.Forum && there[first] is { } thread ? Id(thread) : delivery.Channel.Target;
    }

    private async Task<RestResult> PostAsync(string channelId, JsonObject body, string nonce, TimeSpan patience, CancellationToken cancellationToken)
    {
        var sent = body.DeepClone().AsObject();
        sent["nonce"] = nonce;
        sent["enforce_nonce"] = true;
        var request = new RestRequest(HttpMethod.Post, $"channels/{channelId}/messages", sent) { Patience = patience };
        var result = await rest.SendAsync(request, cancellationToken);
        if (result is RestResult.Refused { Code: DiscordCode.ThreadArchived })
        {
            var reopened = await threads.ReopenAsync(channelId, cancellationToken);
            return reopened is RestResult.Done ? await rest.SendAsync(request, cancellationToken) : reopened;
        }

        return result;
    }

    /// <returns>What is left to do, in one sentence; null where nothing is.</returns>
    private async Task<string?> FollowUpAsync(Delivery delivery, ChannelInfo? info, Post post, JsonObject message, CancellationToken cancellationToken)
    {
        if (Id(message).Length == 0)
        {
            return null;
        }

        var channel = delivery.Channel.Target;
        var thread = post.WantsThread && info?.Kind is ChannelKind.Text or ChannelKind.Announcement
            ? await threads.StartAsync(channel, message, post.Title, cancellationToken)
            : null;
        var published = delivery.Message.Posting?.Crosspost == true && info?.Kind == ChannelKind.Announcement
            ? await crossposting.PublishAsync(channel, message, cancellationToken)
            : null;
        return thread ?? published;
    }

    /// <summary>Once something stands in the channel, the delivery may have arrived in part: it is looked for before it goes on.</summary>
    private async Task<SendOutcome?> StoppedAsync(Delivery delivery, RestResult result, bool hasBegun, CancellationToken cancellationToken)
    {
        if (result is RestResult.Refused refused)
        {
            channels.Forget(delivery.Channel.Target);
            if (NoMessagesHere.Contains(refused.Code))
            {
                return null;
            }
        }

        return (hasBegun, await refusals.OutcomeAsync(delivery.Channel.Target, result, cancellationToken)) switch
        {
            (true, SendOutcome.AskedToWait wait) => new SendOutcome.Unknown(wait.Reason),
            (true, SendOutcome.Refused reason) => new SendOutcome.Unknown(reason.Reason),
            (_, var outcome) => outcome,
        };
    }

    private static string Id(JsonObject message) => ChannelSearch.Text(message, "id") ?? "";
}
