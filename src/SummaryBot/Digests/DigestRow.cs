using NodaTime;
using SummaryBot.Chat;

namespace SummaryBot.Digests;

internal sealed class DigestRow
{
    public long Id { get; init; }

    public required string Name { get; init; }

    public required string Channel { get; init; }

    public required string Days { get; init; }

    public required string Times { get; init; }

    public required string Zone { get; init; }

    public int MaxStories { get; init; }

    public required string Length { get; init; }

    public required string Layout { get; init; }

    public required string Empty { get; init; }

    public string? Guild { get; init; }

    /// <summary>The server of the channel, where Discord told it; null where it did not yet.</summary>
    public string? ChannelGuild { get; init; }

    /// <summary>The brand that its server has set, as JSON; null for none.</summary>
    public string? GuildBrand { get; init; }

    /// <summary>A <see cref="Chat.Posting"/> as JSON; null where nothing is asked for.</summary>
    public string? Posting { get; init; }

    /// <summary>An <see cref="EditorialOptions"/> as JSON; null where nothing is asked for.</summary>
    public string? Editing { get; init; }

    public long CreatedAt { get; init; }

    public long NextDueAt { get; init; }

    public required string NextDueLocal { get; init; }

    public long? PausedUntil { get; init; }

    public string? PausedReason { get; init; }

    public long Skips { get; init; }

    public long Waits { get; init; }

    public static DigestRow Of(Digest digest, Due nextDue, DateTimeOffset now) => new()
    {
        Name = digest.Name,
        Channel = digest.Channel.Stored,
        Days = digest.Schedule.Days.ToString(),
        Times = digest.Schedule.TimesText,
        Zone = digest.Schedule.Zone.Id,
        MaxStories = digest.MaxStories,
        Length = ChoiceText.Of(digest.Length),
        Layout = ChoiceText.Of(digest.Layout),
        Empty = ChoiceText.Of(digest.Empty),
        Guild = digest.Guild,
        Posting = digest.Posting.IsPlain ? null : MessageJson.Write(digest.Posting),
        Editing = EditorialText.Write(digest),
        CreatedAt = now.ToUnixTimeMilliseconds(),
        NextDueAt = nextDue.At.ToUnixTimeMilliseconds(),
        NextDueLocal = nextDue.LocalText,
    };

    /// <exception cref="InvalidOperationException">The row was not written by this program.</exception>
    public StoredDigest ToStored()
    {
        var options = new DigestOptions
        {
            Name = Name,
            Channel = Channel,
            Zone = Zone,
            MaxStories = MaxStories,
            Length = Length,
            Layout = Layout,
            Empty = Empty,
            Guild = Guild ?? ChannelGuild ?? "",
            Editing = Editing is null ? new EditorialOptions() : EditorialText.Read(Editing),
        };
        options.Days.Add(Days);
        foreach (var time in Times.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            options.Times.Add(time);
        }

        return DigestReader.Read(options) switch
        {
            DigestReadResult.Read read => new StoredDigest(Id, Posted(read.Digest) with { GuildBrand = BrandText.BrandOf(GuildBrand) }, Due.Parse(NextDueLocal, NextDueAt))
            {
                PausedUntil = PausedUntil is { } until ? PauseTime(until) : null,
                PausedReason = PausedReason,
                Skips = Skips,
                IsWaiting = Waits > 0,
            },
            DigestReadResult.Faulty faulty => throw new InvalidOperationException($"Digest {Id} in the database: {faulty.Faults[0]}"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private Digest Posted(Digest digest) => Posting is null ? digest : digest with { Posting = MessageJson.ReadPosting(Posting) };

    private static Instant PauseTime(long until) => until == long.MaxValue ? Instant.MaxValue : Instant.FromUnixTimeMilliseconds(until);
}
