using System.Text.Json.Nodes;
using SummaryBot.TestDiscord.Rules;

namespace SummaryBot.TestDiscord.Rest;

/// <summary>Threads: on a message, in a forum, alone; archived, opened again, listed.</summary>
/// <remarks><see href="https://discord.com/developers/docs/topics/threads"/></remarks>
internal sealed class Threads(World world, Messages messages, Action<string, JsonObject> dispatch)
{
    private const int MostTags = 5;
    private const int DefaultArchiveMinutes = 4320;

    /// <summary>In a forum with its first message; elsewhere alone.</summary>
    public RestReply Create(string channelId, JsonNode? body)
    {
        if (messages.Refuse(channelId, "CREATE_PUBLIC_THREADS") is { } refused)
        {
            return refused;
        }

        if (body is not JsonObject fields)
        {
            return RestError.NoJson;
        }

        var channel = world.Find(channelId)!;
        return ChannelTypes.HoldsThreadsOnly(channel.Type) ? CreatePost(channel, fields)
            : channel.Type is not (ChannelTypes.Text or ChannelTypes.Announcement) ? RestError.WrongChannelType
            : Check("CreateTextThreadWithoutMessageRequest", fields) is { } error ? error
            : Opened(Open(world.NewId(), channel, fields, Number(fields["type"]) ?? ChannelTypes.PrivateThread));
    }

    public RestReply Start(string channelId, string messageId, JsonNode? body)
    {
        if (messages.Refuse(channelId, "CREATE_PUBLIC_THREADS") is { } refused)
        {
            return refused;
        }

        var channel = world.Find(channelId)!;
        if (body is not JsonObject fields)
        {
            return RestError.NoJson;
        }

        if (channel.Type is not (ChannelTypes.Text or ChannelTypes.Announcement))
        {
            return RestError.WrongChannelType;
        }

        if (channel.Messages.FirstOrDefault(it => it.Id == messageId && !it.IsDeleted) is not { } message)
        {
            return RestError.UnknownMessage;
        }

        if (Check("CreateTextThreadWithMessageRequest", fields) is { } error)
        {
            return error;
        }

        if (world.Channels.ContainsKey(messageId))
        {
            return RestError.Of(400, 160004, "A thread has already been created for this message");
        }

        message.Flags |= Message.HasThread;
        return Opened(Open(messageId, channel, fields, channel.Type == ChannelTypes.Announcement ? ChannelTypes.AnnouncementThread : ChannelTypes.PublicThread));
    }

    /// <summary>Of a thread whether it is archived or locked; nothing else of a channel can be changed here.</summary>
    public RestReply Edit(string channelId, JsonNode? body)
    {
        if (messages.Refuse(channelId) is { } refused)
        {
            return refused;
        }

        if (body is not JsonObject fields || world.Find(channelId) is not { Thread: { } thread } channel)
        {
            return RestError.NoJson;
        }

        if (Check("UpdateThreadRequestPartial", fields) is { } error)
        {
            return error;
        }

        var mayManage = messages.Refuse(channelId, "MANAGE_THREADS") is null;
        if ((thread.IsLocked || fields.ContainsKey("locked")) && !mayManage)
        {
            return RestError.MissingPermissions;
        }

        thread.IsArchived = (bool?)fields["archived"] ?? thread.IsArchived;
        thread.IsLocked = (bool?)fields["locked"] ?? thread.IsLocked;
        dispatch("THREAD_UPDATE", channel.ToJson(world.GuildId));
        return RestReply.Ok(channel.ToJson(world.GuildId));
    }

    public RestReply Active() => List(world.Channels.Values.Where(channel => channel.Thread is { IsArchived: false }));

    public RestReply Archived(string channelId) => messages.Refuse(channelId, "READ_MESSAGE_HISTORY")
        ?? List(world.Channels.Values.Where(channel => channel.Thread is { IsArchived: true } thread && thread.ParentId == channelId));

    private RestReply CreatePost(Channel forum, JsonObject fields)
    {
        if (Check("CreateForumThreadRequest", fields) is { } error)
        {
            return error;
        }

        string[] tags = [.. (fields["applied_tags"] as JsonArray ?? []).Select(tag => tag!.GetValue<string>())];
        if (Array.Find(tags, tag => forum.Tags.All(it => it.Id != tag)) is not null)
        {
            return RestError.InvalidForm([new BodyError("applied_tags", "UNKNOWN_TAG", "Unknown tag")]);
        }

        if (tags.Length > MostTags || (tags.Length == 0 && forum.RequiresTag))
        {
            return RestError.Of(400, 40067, "A tag is required to create a forum post in this channel");
        }

        var message = fields["message"]!.AsObject();
        if (Messages.CheckSize(message) is { } wrong)
        {
            return wrong;
        }

        var thread = Open(world.NewId(), forum, fields, ChannelTypes.PublicThread, tags);
        var first = messages.Add(thread.Id, message, thread.Id);
        var opened = Opened(thread);
        opened.Body!["message"] = first.ToJson(world, withNonce: false);
        return opened;
    }

    private Channel Open(string id, Channel parent, JsonObject fields, int type, IReadOnlyList<string>? tags = null) =>
        world.Channels[id] = new Channel(id, fields["name"]!.GetValue<string>().Trim())
        {
            Type = type,
            CreatedAt = world.Now,
            Thread = new ChannelThread(parent.Id, world.ApplicationId, Number(fields["auto_archive_duration"]) ?? DefaultArchiveMinutes) { Tags = tags ?? [] },
        };

    private RestReply Opened(Channel thread)
    {
        dispatch("THREAD_CREATE", thread.ToJson(world.GuildId));
        return new RestReply(201, thread.ToJson(world.GuildId));
    }

    private RestReply List(IEnumerable<Channel> threads) => RestReply.Ok(new JsonObject
    {
        ["threads"] = new JsonArray([.. threads.Reverse().Select(thread => (JsonNode)thread.ToJson(world.GuildId))]),
        ["members"] = new JsonArray(),
        ["has_more"] = false,
    });

    private static RestReply? Check(string rule, JsonObject fields) =>
        BodyRules.Committed.CheckRule(rule, fields) is { Count: > 0 } errors ? RestError.InvalidForm(errors) : null;

    private static int? Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;
}
