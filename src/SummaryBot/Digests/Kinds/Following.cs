using Dapper;
using NodaTime;
using SummaryBot.Chat;
using SummaryBot.Storage;

namespace SummaryBot.Digests.Kinds;

/// <summary>What people follow: each has one digest of his own, named by his Discord id, in his direct messages. Its topics are its filters.</summary>
public sealed class Following(Database database, DigestStore digests, DigestBreaks breaks, TimeProvider time)
{
    public const int MaxTopics = 25;
    public const int MaxTopicLength = 100;
    private const int MaxPauseDays = 60;
    private const int MostTries = 5;
    private const string DefaultTime = "08:00";

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <summary>Follows topics, with the first one setting up the digest, and resumes it where it is paused.</summary>
    public async Task<FollowResult> AddAsync(FollowRequest request, CancellationToken cancellationToken)
    {
        var topics = request.Topics.Select(Folded).ToList();
        var faults = Faults(request.UserId, topics);
        if (faults.Count > 0)
        {
            return new FollowResult.Faulty(faults);
        }

        return await ChangeAsync(request.UserId, known => Options(request, known, [.. (known is null ? [] : TopicsOf(known)).Concat(topics).Distinct(StringComparer.OrdinalIgnoreCase)]), cancellationToken);
    }

    /// <summary>What somebody follows; null where he follows nothing.</summary>
    public async Task<Followed?> FindAsync(string userId, CancellationToken cancellationToken) =>
        await OwnAsync(userId, cancellationToken) is { } digest ? Of(digest) : null;

    /// <summary>Follows a topic no more; without the last one there is no digest any more.</summary>
    /// <returns>False where it was not followed, or is being changed all the time.</returns>
    public async Task<bool> RemoveAsync(string userId, string topic, CancellationToken cancellationToken)
    {
        for (var i = 0; i < MostTries; i++)
        {
            var known = await OwnAsync(userId, cancellationToken);
            var left = known is null ? [] : TopicsOf(known).Where(it => !string.Equals(it, Folded(topic), StringComparison.OrdinalIgnoreCase)).ToList();
            if (known is null || left.Count == TopicsOf(known).Count)
            {
                return false;
            }

            if (left.Count == 0 ? await DeleteAsync(known, cancellationToken) : await ReplaceAsync(known, Without(known, left), resumes: false, cancellationToken) is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Sends nothing for some days; null until he follows again.</summary>
    /// <param name="days">1 to 60.</param>
    /// <returns>False where he follows nothing.</returns>
    /// <exception cref="ArgumentOutOfRangeException">So many days it is never paused.</exception>
    public async Task<bool> PauseAsync(string userId, int? days, CancellationToken cancellationToken)
    {
        if (days is < 1 or > MaxPauseDays)
        {
            throw new ArgumentOutOfRangeException(nameof(days), days, $"1 to {MaxPauseDays} days.");
        }

        return await ExecuteAsync(
            "UPDATE digests SET paused_until = @until, paused_reason = NULL WHERE name = @userId AND channel = @channel",
            new { until = days is { } some ? time.GetUtcNow().AddDays(some).ToUnixTimeMilliseconds() : long.MaxValue, userId, channel = ChannelOf(userId) },
            cancellationToken);
    }

    /// <summary>Sends again: the next regular time is due next.</summary>
    /// <returns>False where he follows nothing.</returns>
    public async Task<bool> ResumeAsync(string userId, CancellationToken cancellationToken) =>
        await OwnAsync(userId, cancellationToken) is { } own && await breaks.ResumeAsync(own.Id, cancellationToken) is not null;

    /// <summary>Deletes his digest with all its history.</summary>
    /// <returns>False where he follows nothing.</returns>
    public Task<bool> StopAsync(string userId, CancellationToken cancellationToken) => ExecuteAsync(
        "DELETE FROM digests WHERE name = @userId AND channel = @channel", new { userId, channel = ChannelOf(userId) }, cancellationToken);

    private static List<string> Faults(string userId, List<string> topics)
    {
        var faults = new List<string>();
        var check = new FaultList(faults);
        check.That(ChannelAddress.TryParse(ChannelOf(userId)) is not null, "user", userId, "the id of a Discord user (17 to 20 digits)");
        check.That(topics.Count > 0, "topics", "", "one topic or more");
        topics.ForEach(topic => check.That(topic.Length is > 0 and <= MaxTopicLength && !topic.Any(char.IsControl), "topic", topic, $"a word or several words of {MaxTopicLength} characters at most"));
        return faults;
    }

    /// <summary>Somebody else may change it meanwhile, and then it is read again.</summary>
    private async Task<FollowResult> ChangeAsync(string userId, Func<StoredDigest?, DigestOptions> change, CancellationToken cancellationToken)
    {
        for (var i = 0; i < MostTries; i++)
        {
            var known = await OwnAsync(userId, cancellationToken);
            var options = change(known);
            if (options.Editing.Filters.Count > MaxTopics)
            {
                return new FollowResult.TooMany(options.Editing.Filters.Count);
            }

            if (DigestReader.Read(options) is not DigestReadResult.Read { Digest: var digest } read)
            {
                return new FollowResult.Faulty(((DigestReadResult.Faulty)DigestReader.Read(options)).Faults);
            }

            if (await (known is null ? digests.AddAsync(digest, cancellationToken) : ReplaceAsync(known, digest, resumes: true, cancellationToken)) is { } done)
            {
                return new FollowResult.Done(Of(done));
            }
        }

        return new FollowResult.Faulty([$"user \"{userId}\": a digest of that name is there, or it is being changed. Try again, or see: summarybot digest list"]);
    }

    /// <returns>What is there now; null where somebody else changed it meanwhile.</returns>
    private async Task<StoredDigest?> ReplaceAsync(StoredDigest known, Digest digest, bool resumes, CancellationToken cancellationToken)
    {
        const string Sql = """
            UPDATE digests SET times = @Times, zone = @Zone, guild = @Guild, editing = @Editing, next_due_at = @NextDueAt, next_due_local = @NextDueLocal,
                paused_until = CASE WHEN @resumes = 1 THEN NULL ELSE paused_until END, paused_reason = CASE WHEN @resumes = 1 THEN NULL ELSE paused_reason END
            WHERE id = @Id AND editing = @before
            """;
        var isSameTime = digest.Schedule.Times.SequenceEqual(known.Digest.Schedule.Times) && digest.Schedule.Zone.Equals(known.Digest.Schedule.Zone);
        var next = isSameTime ? known.NextDue : digest.Schedule.NextAfter(Now);
        var row = DigestRow.Of(digest, next, time.GetUtcNow());
        var values = new { row.Times, row.Zone, row.Guild, row.Editing, row.NextDueAt, row.NextDueLocal, resumes = resumes ? 1 : 0, known.Id, before = EditorialText.Write(known.Digest) };
        var done = known with { Digest = digest, NextDue = next, PausedUntil = resumes ? null : known.PausedUntil, PausedReason = resumes ? null : known.PausedReason };
        return await ExecuteAsync(Sql, values, cancellationToken) ? done : null;
    }

    /// <returns>False where somebody else changed it meanwhile.</returns>
    private Task<bool> DeleteAsync(StoredDigest known, CancellationToken cancellationToken) => ExecuteAsync(
        "DELETE FROM digests WHERE id = @Id AND editing = @before", new { known.Id, before = EditorialText.Write(known.Digest) }, cancellationToken);

    private Followed Of(StoredDigest digest)
    {
        var isPaused = digest.IsPaused(Now);
        return new Followed(digest, TopicsOf(digest), isPaused ? digest.PausedUntil : null, isPaused ? digest.PausedReason : null);
    }

    private static Digest Without(StoredDigest known, List<string> topics) =>
        ((DigestReadResult.Read)DigestReader.Read(Options(new FollowRequest(known.Digest.Name, []), known, topics))).Digest;

    private static DigestOptions Options(FollowRequest request, StoredDigest? known, IReadOnlyList<string> topics)
    {
        var options = new DigestOptions
        {
            Name = request.UserId,
            Channel = ChannelOf(request.UserId),
            Zone = request.Zone ?? known?.Digest.Schedule.Zone.Id ?? "UTC",
            Guild = request.Guild ?? known?.Digest.Guild ?? "",
            Brand = new BrandOptions { Footer = request.Footer ?? $"Your own digest; it ends with: summarybot follow stop {request.UserId}" },
            Editing = new EditorialOptions
            {
                Kind = ChoiceText.Of(DigestKind.Personal),
                Filters = [.. topics.Select((topic, i) => new FilterOptions { Id = i + 1, Group = i + 1, Value = topic })],
            },
        };
        foreach (var at in request.Time is { } asked ? [asked] : (known?.Digest.Schedule.TimesText ?? DefaultTime).Split(' '))
        {
            options.Times.Add(at);
        }

        return options;
    }

    private Task<StoredDigest?> OwnAsync(string userId, CancellationToken cancellationToken) => digests.FindDirectAsync(userId, userId, cancellationToken);

    private static List<string> TopicsOf(StoredDigest digest) => [.. digest.Digest.Editing.Filters.Select(rule => rule.Value)];

    private static string ChannelOf(string userId) => $"{ChannelAddress.Direct}:{userId}";

    private static string Folded(string topic) => string.Join(' ', topic.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private async Task<bool> ExecuteAsync(string sql, object values, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteAsync(new CommandDefinition(sql, values, cancellationToken: cancellationToken)) > 0;
    }
}
