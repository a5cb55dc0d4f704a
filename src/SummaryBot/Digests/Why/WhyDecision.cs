using System.Globalization;
using SummaryBot.Chat;
using SummaryBot.Digests.Selection;

namespace SummaryBot.Digests.Why;

/// <summary>Tells at which stage an article stopped on its way into a digest, and what comes next. The first that holds: its message, a final verdict, its page, its sources, a verdict, its turn.</summary>
public static class WhyDecision
{
    public static WhyAnswer Of(WhyFacts facts) =>
        facts.Message is { } message ? OfMessage(facts, message)
        : facts.Candidacy is { Verdict: Verdict.Expired or Verdict.Old } final ? OfVerdict(facts, final)
        : facts.Article.GoneAt is { } gone ? Answer(facts, WhyStage.Gone, $"Its page is gone since {Time(gone)}.", "Nothing of it is quoted any more, unless it comes back.")
        : OfSources(facts)
        ?? (facts.Candidacy is { } verdict ? OfVerdict(facts, verdict) : OfTurn(facts));

    private static WhyAnswer OfMessage(WhyFacts facts, WhyMessage message)
    {
        var shown = message.IsCited ? $"The edition of {message.DueLocal} shows it" : $"The edition of {message.DueLocal} tells its story by other articles";
        var next = message.NextTryAt is { } at ? $"It is tried again at {Time(at)}." : null;
        var (stage, cause, step) = message.State switch
        {
            DeliveryState.Waiting => (WhyStage.InOutbox, $"{shown}; its message waits to be sent{Because(message.Reason)}", next),
            DeliveryState.Refused => (WhyStage.Refused, $"{shown}; its message is refused{Because(message.Reason)}", next ?? "It is not sent. See: summarybot outbox list"),
            DeliveryState.Blocked => (WhyStage.Blocked, $"{shown}; its channel takes no messages{Because(message.Reason)}", next),
            _ => (WhyStage.Sent, $"{shown}{Since(facts, message)}.", null),
        };
        return Answer(facts, stage, cause, step) with { Edition = message.DueLocal, SentAt = message.SentAt, Link = message.Link };
    }

    private static string Because(string? reason) => reason is null ? "." : $": {reason.TrimEnd('.')}.";

    private static string Since(WhyFacts facts, WhyMessage message) =>
        facts.Article.GoneAt is not null ? "; its page is gone since" : message.IsCorrected ? "; the message was corrected since" : "";

    /// <returns>Null where the digest may show it.</returns>
    private static WhyAnswer? OfSources(WhyFacts facts)
    {
        if (facts.Sightings.Count == 0 || facts.Subscriptions.Any(it => IsNews(facts, it)))
        {
            return null;
        }

        var sources = string.Join(", ", facts.Sightings.Select(it => it.Source).Distinct(StringComparer.Ordinal));
        var running = facts.Subscriptions.Where(it => !it.IsPaused).ToList();
        return (facts.Subscriptions.Count, running) switch
        {
            (0, _) => Answer(
                facts, WhyStage.NotSubscribed, $"It came from {sources}, which the digest's server does not read.", "To read it there: summarybot source add URL --guild ID"),
            (_, []) => Answer(facts, WhyStage.SourcePaused, $"{Names(facts.Subscriptions)} is paused.", $"To read on: summarybot source resume \"{facts.Subscriptions[0].Name}\""),
            (_, _) when running.TrueForAll(it => it.NewsFrom is null) => Answer(
                facts, WhyStage.NotVisited, $"{Names(running)} was not visited since it was subscribed to or resumed.", "Its next visit decides what is news. To look now: summarybot source visit"),
            _ => Answer(
                facts,
                WhyStage.Backlog,
                $"{Names(running)} had it before its news began, at {Time(running.Where(it => it.NewsFrom is not null).Min(it => it.NewsFrom!.Value))}.",
                "What a source has at its first visit is no news, unless it is added with --backfill latest or day."),
        };
    }

    private static string Names(IEnumerable<WhySubscription> subscriptions) => string.Join(", ", subscriptions.Select(it => it.Name).Distinct(StringComparer.Ordinal));

    private static bool IsNews(WhyFacts facts, WhySubscription subscription) =>
        !subscription.IsPaused && facts.Sightings.Any(seen => seen.SourceId == subscription.SourceId && seen.SeenAt >= subscription.NewsFrom);

    private static WhyAnswer OfVerdict(WhyFacts facts, WhyCandidacy candidacy)
    {
        var name = facts.Digest.Digest.Name;
        var (stage, step) = candidacy.Verdict switch
        {
            Verdict.Carried => (WhyStage.Carried, Next(facts)),
            Verdict.Capped => (WhyStage.Capped, Next(facts)),
            Verdict.Filtered => (WhyStage.Filtered, $"To see the rules: summarybot filter list \"{name}\""),
            Verdict.Expired => (WhyStage.Expired, "It is not shown any more. More room: summarybot digest edit --max-stories"),
            Verdict.Old => (WhyStage.Old, "It comes with the first new fact of its story."),
            _ => (WhyStage.Sent, (string?)null), // shown or merged by an edition whose message is not kept any more
        };
        return Answer(facts, stage, $"In the edition of {candidacy.DueLocal}: {candidacy.Reason.TrimEnd('.')}.", step) with { Edition = candidacy.DueLocal };
    }

    private static WhyAnswer OfTurn(WhyFacts facts) => (facts.WaitsForStory, facts.LastEditionAt >= SeenAt(facts)) switch
    {
        (true, _) => Answer(facts, WhyStage.WaitingForStory, "It was not looked at yet which story it tells.", Next(facts)),
        (_, true) => Answer(
            facts,
            WhyStage.NotConsidered,
            $"The last edition, at {Time(facts.LastEditionAt!.Value)}, did not have it among its candidates: editions choose among the newest articles alone.",
            Next(facts)),
        _ => Answer(facts, WhyStage.NotConsidered, $"It came in at {Time(SeenAt(facts))}; no edition was due since.", Next(facts)),
    };

    /// <summary>Since when the digest could show it.</summary>
    private static DateTimeOffset SeenAt(WhyFacts facts) =>
        facts.Sightings.Where(seen => facts.Subscriptions.Any(it => it.SourceId == seen.SourceId && seen.SeenAt >= it.NewsFrom))
            .Select(seen => (DateTimeOffset?)seen.SeenAt).Min() ?? facts.Article.FirstSeenAt;

    private static string Next(WhyFacts facts) => facts.PausedUntil switch
    {
        { Year: > 9000 } => $"The digest is paused. To go on: summarybot digest resume \"{facts.Digest.Digest.Name}\"",
        { } until => $"The digest is paused until {Time(until)}.",
        _ => $"The next edition is due {facts.Digest.NextDue.LocalText} ({facts.Digest.Digest.Schedule.Zone.Id}).",
    };

    private static WhyAnswer Answer(WhyFacts facts, WhyStage stage, string cause, string? next) => new(facts.Digest.Digest.Name, stage, cause, next);

    internal static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
