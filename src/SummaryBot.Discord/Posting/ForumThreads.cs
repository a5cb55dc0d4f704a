using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using SummaryBot.Chat;
using SummaryBot.Discord.Rendering;
using SummaryBot.Discord.Rest;

namespace SummaryBot.Discord.Posting;

/// <summary>
/// Threads of forums. A thread and its first message are one request, so that neither is there without the other; Discord takes no nonce with it, and a thread that
/// may be there is looked for among the forum's threads.
/// </summary>
internal sealed partial class ForumThreads(DiscordRest rest, ChannelSearch search, ILogger<ForumThreads> logger)
{
    /// <returns>The thread as Discord gives it; its first message has the same id.</returns>
    public Task<RestResult> OpenAsync(Delivery delivery, ChannelInfo info, Post post, CancellationToken cancellationToken)
    {
        var wanted = delivery.Message.Posting?.Tags ?? [];
        string[] tags = [.. info.TagIds(wanted)];
        if (tags.Length < wanted.Count)
        {
            Log.NoTag(logger, delivery.Channel.Target, string.Join(", ", wanted));
        }

        var body = new JsonObject { ["name"] = post.Title, ["message"] = post.Body.DeepClone() };
        if (tags.Length > 0)
        {
            body["applied_tags"] = new JsonArray([.. tags.Select(tag => (JsonNode)tag)]);
        }

        return rest.SendAsync(HttpMethod.Post, $"channels/{delivery.Channel.Target}/threads", body, cancellationToken);
    }

    /// <summary>Looks through the threads that the bot opened since the first attempt; their first messages and what goes on in them tell.</summary>
    public async Task<FoundPosts> FindAsync(Delivery delivery, ChannelInfo info, IReadOnlyList<Post> posts, CancellationToken cancellationToken)
    {
        var active = await ListAsync($"guilds/{info.GuildId}/threads/active", cancellationToken);
        var archived = await ListAsync($"channels/{delivery.Channel.Target}/threads/archived/public?limit=100", cancellationToken);
        if (await search.OwnIdAsync(cancellationToken) is not { } own || active is null || archived is null)
        {
            return new FoundPosts.Unreadable("The forum's threads cannot be read to see whether the message arrived: give the bot the permissions View Channel and Read Message History there.");
        }

        var candidates = active.Concat(archived).Where(thread =>
            Has(thread, "parent_id", delivery.Channel.Target) && Has(thread, "owner_id", own)
            && ChannelSearch.Text(thread, "id") is { } id && !ChannelSearch.IsBefore(delivery.FirstTriedAt, id)).ToList();
        var found = new JsonObject?[posts.Count];
        for (var first = 0; first < posts.Count; first++)
        {
            if (posts[first].IsFirstPart && await FindAsync(candidates, posts[first], cancellationToken) is { } thread)
            {
                found[first] = thread;
                candidates.Remove(thread);
                await FindPartsAsync(thread, delivery, posts, found, first, cancellationToken);
            }
        }

        return new FoundPosts.Read(found);
    }

    private async Task<JsonObject?> FindAsync(List<JsonObject> candidates, Post post, CancellationToken cancellationToken)
    {
        foreach (var thread in candidates.Where(it => Has(it, "name", post.Title)))
        {
            var id = ChannelSearch.Text(thread, "id");
            if (await rest.SendAsync(HttpMethod.Get, $"channels/{id}/messages/{id}", body: null, cancellationToken) is RestResult.Done { Body: { } message }
                && MessageText.Of(message).SequenceEqual(post.Text, StringComparer.Ordinal))
            {
                return thread;
            }
        }

        return null;
    }

    private async Task FindPartsAsync(
        JsonObject thread, Delivery delivery, IReadOnlyList<Post> posts, JsonObject?[] found, int first, CancellationToken cancellationToken)
    {
        var parts = posts.Skip(first + 1).TakeWhile(post => !post.IsFirstPart).ToList();
        if (parts.Count > 0 && await search.FindAsync(ChannelSearch.Text(thread, "id")!, null, parts, delivery.FirstTriedAt, cancellationToken) is FoundPosts.Read read)
        {
            read.Messages.ToArray().CopyTo(found, first + 1);
        }
    }

    private static bool Has(JsonObject thread, string key, string value) => string.Equals(ChannelSearch.Text(thread, key), value, StringComparison.Ordinal);

    private async Task<IReadOnlyList<JsonObject>?> ListAsync(string path, CancellationToken cancellationToken) =>
        await rest.SendAsync(HttpMethod.Get, path, body: null, cancellationToken) is RestResult.Done { Body: { } body }
            ? [.. (body["threads"] as JsonArray ?? []).OfType<JsonObject>()]
            : null;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The forum {ChannelId} lacks one of the tags {Tags}; its thread goes without.")]
        public static partial void NoTag(ILogger logger, string channelId, string tags);
    }
}
