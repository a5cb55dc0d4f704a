using System.CommandLine;
using System.Globalization;
using NodaTime;
using SummaryBot.Commands.Digests;
using SummaryBot.Commands.Shape;
using SummaryBot.Digests;

namespace SummaryBot.Host.Verbs;

/// <summary>What lets editions go by.</summary>
internal static class DigestBreakVerbs
{
    private static readonly Argument<int> Count = new("N") { Description = "How many: 1 unless told, 0 for none after all.", DefaultValueFactory = _ => 1 };
    private static readonly Option<string?> Until = new("--until") { Description = "The first day with an edition again, such as 2026-12-27.", HelpName = "DATE" };
    private static readonly Option<int?> Days = new("--days") { Description = "For so many days from now on, 1 to 366.", HelpName = "N" };

    public static Command SkipNext() => DigestVerbs.Verb(
        "skip-next", "Let the next editions go by. Their stories are in the one after.", SkipNextAsync, DigestVerbs.Name, Count, Until, DigestVerbs.Guild, Common.Json);

    public static Command Pause() => DigestVerbs.Verb(
        "pause", "Let nothing go out until it is resumed, or for some time.", PauseAsync, DigestVerbs.Name, Until, Days, DigestVerbs.Guild, Common.Json);

    public static Command Resume() => DigestVerbs.Verb(
        "resume", "End a pause. The next regular time is due next; nothing is posted late.", ResumeAsync, DigestVerbs.Name, DigestVerbs.Guild, Common.Json);

    private static Task<int> SkipNextAsync(ParseResult parsed, CancellationToken cancellationToken) => ChangeAsync(
        parsed, (rests, digest, now) => rests.SkipAsync(OwnVerb.Call, digest, CountOf(parsed, digest, now), cancellationToken), cancellationToken);

    private static Task<int> PauseAsync(ParseResult parsed, CancellationToken cancellationToken) => ChangeAsync(
        parsed, (rests, digest, now) => rests.PauseAsync(OwnVerb.Call, digest, EndOf(parsed, digest, now), cancellationToken), cancellationToken);

    private static Task<int> ResumeAsync(ParseResult parsed, CancellationToken cancellationToken) => ChangeAsync(
        parsed, (rests, digest, _) => rests.ResumeAsync(OwnVerb.Call, digest, cancellationToken), cancellationToken);

    private static int CountOf(ParseResult parsed, StoredDigest digest, Instant now)
    {
        var count = parsed.GetValue(Count);
        return DayOf(parsed, digest, now) is { } day ? DigestBreaks.CountBefore(digest, day)
            : count is >= 0 and <= DigestBreaks.MaxSkips ? count
            : throw DigestVerbs.WrongUse($"{count} editions: write 0 to {DigestBreaks.MaxSkips}.");
    }

    private static Instant EndOf(ParseResult parsed, StoredDigest digest, Instant now)
    {
        var (day, days) = (DayOf(parsed, digest, now), parsed.GetValue(Days));
        return (day, days) switch
        {
            (null, null) => Instant.MaxValue,
            ({ } first, null) => first.AtStartOfDayInZone(digest.Digest.Schedule.Zone).ToInstant(),
            (null, >= 1 and <= 366) => now + Duration.FromDays(days.Value),
            (null, _) => throw DigestVerbs.WrongUse($"--days {days}: write 1 to 366."),
            _ => throw DigestVerbs.WrongUse("Say either --until or --days."),
        };
    }

    /// <summary>The day of --until, within a year; null where it is not given.</summary>
    private static LocalDate? DayOf(ParseResult parsed, StoredDigest digest, Instant now)
    {
        var (text, today) = (parsed.GetValue(Until), now.InZone(digest.Digest.Schedule.Zone).Date);
        return text is null ? null
            : DigestTimes.TryParseDay(text) is { } day && day > today && day <= today.PlusDays(366) ? day
            : throw DigestVerbs.WrongUse($"--until \"{text}\": write a day within a year from tomorrow on, such as {today.PlusDays(7).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)}.");
    }

    private static async Task<int> ChangeAsync(ParseResult parsed, Func<DigestRests, StoredDigest, Instant, Task<Reply>> change, CancellationToken cancellationToken)
    {
        await using var services = await BotServices.OpenAsync(Common.Load(parsed), cancellationToken);
        var digest = await DigestVerbs.FindAsync(services, parsed, cancellationToken);
        var now = Instant.FromDateTimeOffset(services.GetRequiredService<TimeProvider>().GetUtcNow());
        var reply = await change(services.GetRequiredService<DigestRests>(), digest, now);
        if (!parsed.GetValue(Common.Json) || reply.Error is not null)
        {
            return await OwnVerb.WriteAsync(reply, cancellationToken);
        }

        Common.WriteJson(DigestRows.Describe((await services.GetRequiredService<DigestStore>().FindAsync(digest.Id, cancellationToken))!, now));
        return Exit.Done;
    }
}
