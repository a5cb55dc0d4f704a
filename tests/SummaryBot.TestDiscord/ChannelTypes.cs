namespace SummaryBot.TestDiscord;

/// <summary>Kinds of channels by their numbers.</summary>
/// <remarks><see href="https://discord.com/developers/docs/resources/channel#channel-object-channel-types"/></remarks>
public static class ChannelTypes
{
    public const int Text = 0;
    public const int Announcement = 5;
    public const int AnnouncementThread = 10;
    public const int PublicThread = 11;
    public const int PrivateThread = 12;
    public const int Forum = 15;
    public const int Media = 16;

    public static bool IsThread(int type) => type is AnnouncementThread or PublicThread or PrivateThread;

    /// <summary>Whether it holds threads alone, each with its first message.</summary>
    public static bool HoldsThreadsOnly(int type) => type is Forum or Media;
}

/// <summary>A thread's own part of a channel.</summary>
/// <param name="ownerId">Who opened it.</param>
public sealed class ChannelThread(string parentId, string ownerId, int autoArchiveMinutes)
{
    public string ParentId { get; } = parentId;

    public string OwnerId { get; } = ownerId;

    public int AutoArchiveMinutes { get; } = autoArchiveMinutes;

    public bool IsArchived { get; set; }

    /// <summary>Only who may manage threads opens it again.</summary>
    public bool IsLocked { get; set; }

    public IReadOnlyList<string> Tags { get; init; } = [];
}

/// <summary>A tag of a forum.</summary>
public sealed record ForumTag(string Id, string Name);

/// <summary>A webhook of a channel: whoever has its token can post there.</summary>
public sealed record Webhook(string Id, string Token, string ChannelId, string Name);
