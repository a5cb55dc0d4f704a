using SummaryBot.Digests;
using SummaryBot.Undo;

namespace SummaryBot.Commands.Digests;

/// <summary>The rows that changes of digests touch, in an order in which they can be inserted.</summary>
internal static class DigestUndo
{
    /// <summary>Columns that the bot moves on as editions go out.</summary>
    private static readonly string[] Moving = ["next_due_at", "next_due_local", "skips", "waits", "selection"];

    /// <summary>What a change of its settings, its pause or its skips touches.</summary>
    public static IReadOnlyList<UndoRows> Settings(long id) => [Digest(id), new("editions", "digest_id = @key", id, "digest_id", "due_local")];

    public static UndoRows Digest(long id) => new("digests", "id = @key", id, "id") { Moving = Moving };

    /// <summary>All that goes with it.</summary>
    public static IReadOnlyList<UndoRows> All(StoredDigest digest) =>
    [
        .. Settings(digest.Id),
        new("edition_articles", "digest_id = @key", digest.Id, "digest_id", "article_id"),
        new("deliveries", "digest_id = @key", digest.Id, "nonce"),
        new("message_changes", "nonce IN (SELECT nonce FROM deliveries WHERE digest_id = @key)", digest.Id, "nonce"),
        Feedback(digest.Id),
        new("urgent_waiting", "digest_id = @key", digest.Id, "digest_id", "article_id"),
        .. new[] { KeyOf(digest.Digest), KeyOf(digest.Digest with { Guild = null }) }.Distinct(StringComparer.Ordinal).Select(ShownByDeleted), // by its own word alone
    ];

    public static UndoRows Feedback(long id) => new("feedback", "digest_id = @key", id, "digest_id", "article_id", "user_id");

    /// <summary>What a new one touches.</summary>
    public static IReadOnlyList<UndoRows> New(Digest digest) =>
    [
        new("digests", "coalesce(guild, '') || '/' || name = @key", KeyOf(digest), "id") { Moving = Moving },
        new("edition_articles", "digest_id IN (SELECT id FROM digests WHERE coalesce(guild, '') || '/' || name = @key)", KeyOf(digest), "digest_id", "article_id"),
        ShownByDeleted(KeyOf(digest)),
    ];

    /// <summary>What somebody who follows nothing yet touches.</summary>
    public static UndoRows Own(string userId) => new("digests", "channel = 'dm:' || @key", userId, "id") { Moving = Moving };

    private static UndoRows ShownByDeleted(string key) => new("shown_by_deleted", "guild || '/' || digest = @key", key, "guild", "digest", "article_id");

    private static string KeyOf(Digest digest) => $"{digest.Guild}/{digest.Name}";
}
