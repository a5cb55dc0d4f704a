using System.Globalization;
using System.Text.Json.Nodes;
using SummaryBot.Discord.Rendering;
using SummaryBot.Discord.Rest;

namespace SummaryBot.Discord.Posting;

/// <summary>Looks in channels for messages that an earlier attempt may have left there. What is read shows no nonce, so the author and the text tell.</summary>
internal sealed class ChannelSearch(DiscordRest rest)
{
    private const int PageSize = 100;
    private const int MostPages = 20;

    /// <summary>The clocks of Discord and of this machine may differ by that much.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    private static readonly FoundPosts.Unreadable NotReadable = new(
        "The channel cannot be read to see whether the message arrived: give the bot the permission Read Message History there.");

    private string? _ownId;

    /// <summary>Reads back as far as the first attempt.</summary>
    /// <param name="authorId">Whose messages they are; null for the bot's own.</param>
    /// <param name="since">When they were first tried.</param>
    public async Task<FoundPosts> FindAsync(
        string channelId, string? authorId, IReadOnlyList<Post> posts, DateTimeOffset? since, CancellationToken cancellationToken)
    {
        if ((authorId ?? await OwnIdAsync(cancellationToken)) is not { } author)
        {
            return new FoundPosts.Unreadable("Discord did not say who the bot is; it is asked again.");
        }

        var found = new JsonObject?[posts.Count];
        var before = "";
        for (var page = 0; page < MostPages; page++)
        {
            var answer = await rest.SendAsync(HttpMethod.Get, $"channels/{channelId}/messages?limit={PageSize}{before}", body: null, cancellationToken);
            if (answer is not RestResult.Done { Body: JsonArray list })
            {
                return NotReadable;
            }

            var messages = list.OfType<JsonObject>().ToList();
            messages.Where(message => string.Equals(Text(message["author"], "id"), author, StringComparison.Ordinal)).ToList().ForEach(message => Note(message, posts, found));
            if (Array.TrueForAll(found, it => it is not null))
            {
                break;
            }

            if (page == 0 && messages.Count == 0)
            {
                return await FindInSilenceAsync(channelId, found, since, cancellationToken);
            }

            if (messages.Count < PageSize || Text(messages[^1], "id") is not { } last || IsBefore(since, last))
            {
                break;
            }

            if (page == MostPages - 1)
            {
                return new FoundPosts.Unreadable("The channel has too many newer messages to see whether the message arrived.");
            }

            before = $"&before={last}";
        }

        return new FoundPosts.Read(found);
    }

    /// <summary>Asks once who the bot is.</summary>
    public async Task<string?> OwnIdAsync(CancellationToken cancellationToken)
    {
        if (_ownId is null && await rest.SendAsync(HttpMethod.Get, "users/@me", body: null, cancellationToken) is RestResult.Done done)
        {
            _ownId = Text(done.Body, "id");
        }

        return _ownId;
    }

    /// <summary>Whether what has this id was made before the first attempt.</summary>
    public static bool IsBefore(DateTimeOffset? since, string id) => TimeOf(id) < since - ClockSkew;

    public static string? Text(JsonNode? node, string key) =>
        node is JsonObject fields && fields[key] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>An empty list means an empty channel, or that the bot may not read what is there; the channel itself tells which.</summary>
    private async Task<FoundPosts> FindInSilenceAsync(string channelId, JsonObject?[] found, DateTimeOffset? since, CancellationToken cancellationToken) =>
        await rest.SendAsync(HttpMethod.Get, $"channels/{channelId}", body: null, cancellationToken) is not RestResult.Done { Body: var about }
        || (Text(about, "last_message_id") is { } last && !IsBefore(since, last))
            ? NotReadable
            : new FoundPosts.Read(found);

    private static void Note(JsonObject message, IReadOnlyList<Post> posts, JsonObject?[] found)
    {
        var text = MessageText.Of(message);
        for (var i = posts.Count - 1; i >= 0; i--) // newest first
        {
            if (found[i] is null && text.SequenceEqual(posts[i].Text, StringComparer.Ordinal))
            {
                found[i] = message;
                return;
            }
        }
    }

    /// <summary>When an id was made: <see href="https://discord.com/developers/docs/reference#snowflakes"/>.</summary>
    private static DateTimeOffset TimeOf(string snowflake) =>
        DateTimeOffset.FromUnixTimeMilliseconds((long)(ulong.Parse(snowflake, CultureInfo.InvariantCulture) >> 22) + 1420070400000);
}

internal abstract record FoundPosts
{
    /// <param name="Messages">For each post its message, or null where it is not there.</param>
    public sealed record Read(IReadOnlyList<JsonObject?> Messages) : FoundPosts;

    /// <summary>Nothing is known. The reason is one sentence for the operator.</summary>
    public sealed record Unreadable(string Reason) : FoundPosts;
}
