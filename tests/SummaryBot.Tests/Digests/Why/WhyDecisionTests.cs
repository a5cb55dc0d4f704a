using SummaryBot.Articles;
using SummaryBot.Chat;
using SummaryBot.Digests;
using SummaryBot.Digests.Selection;
using SummaryBot.Digests.Why;

namespace SummaryBot.Tests.Digests.Why;

/// <summary>A case for each stage that an article can stop at.</summary>
public sealed class WhyDecisionTests
{
    private static readonly DateTimeOffset Seen = new(2026, 3, 1, 7, 0, 0, TimeSpan.Zero);

    private static readonly WhySighting Sighting = new(5, "Example feed", Seen);
    private static readonly WhySubscription Subscription = new(5, "Example", IsPaused: false, Seen);
    private static readonly WhyMessage Message = new(
        "2026-03-01T08:00", DeliveryState.Sent, null, null, Seen.AddHours(1), new Uri("https://discord.com/channels/1/2/3"), IsCited: true, IsCorrected: false);

    [Fact]
    public void An_article_of_a_source_that_the_server_does_not_read_was_never_to_be_shown() =>
        AssertIs(WhyStage.NotSubscribed, "It came from Example feed, which the digest's server does not read.", "summarybot source add", Facts() with { Sightings = [Sighting] });

    [Fact]
    public void A_paused_source_shows_nothing() => AssertIs(
        WhyStage.SourcePaused,
        "Example is paused.",
        "summarybot source resume \"Example\"",
        Facts() with { Sightings = [Sighting], Subscriptions = [Subscription with { IsPaused = true }] });

    [Fact]
    public void A_source_that_was_not_visited_yet_has_no_news() => AssertIs(
        WhyStage.NotVisited, "Example was not visited", "next visit", Facts() with { Sightings = [Sighting], Subscriptions = [Subscription with { NewsFrom = null }] });

    [Fact]
    public void What_a_source_had_at_its_first_visit_is_no_news() => AssertIs(
        WhyStage.Backlog,
        "Example had it before its news began, at 2026-03-01 07:01 UTC.",
        "--backfill",
        Facts() with { Sightings = [Sighting], Subscriptions = [Subscription with { NewsFrom = Seen.AddMinutes(1) }] });

    [Fact]
    public void One_source_that_may_show_it_is_enough() => Assert.Equal(
        WhyStage.NotConsidered,
        WhyDecision.Of(Facts() with { Sightings = [Sighting], Subscriptions = [Subscription with { IsPaused = true }, Subscription] }).Stage);

    [Fact]
    public void An_article_that_is_gone_is_shown_no_more() =>
        AssertIs(WhyStage.Gone, "Its page is gone since 2026-03-01 09:00 UTC.", "quoted", Facts(gone: Seen.AddHours(2)));

    [Fact]
    public void An_article_may_wait_for_its_story() =>
        AssertIs(WhyStage.WaitingForStory, "which story it tells", "2026-03-02T08:00 (UTC)", Facts() with { WaitsForStory = true });

    [Fact]
    public void An_article_waits_for_the_next_edition() =>
        AssertIs(WhyStage.NotConsidered, "It came in at 2026-03-01 07:00 UTC; no edition was due since.", "due 2026-03-02T08:00 (UTC)", Facts());

    [Fact]
    public void An_edition_that_came_later_may_not_have_looked_so_far_back() => AssertIs(
        WhyStage.NotConsidered, "The last edition, at 2026-03-01 08:00 UTC, did not have it among its candidates", "due", Facts() with { LastEditionAt = Seen.AddHours(1) });

    [Theory]
    [InlineData(false, "paused until 2026-03-05 07:00 UTC")]
    [InlineData(true, "summarybot digest resume \"Morning\"")]
    public void A_digest_that_rests_has_no_next_edition(bool forEver, string next) =>
        AssertIs(WhyStage.NotConsidered, "no edition was due", next, Facts() with { PausedUntil = forEver ? DateTimeOffset.MaxValue : Seen.AddDays(4) });

    [Theory]
    [InlineData(Verdict.Carried, WhyStage.Carried, "due 2026-03-02T08:00")]
    [InlineData(Verdict.Capped, WhyStage.Capped, "due 2026-03-02T08:00")]
    [InlineData(Verdict.Filtered, WhyStage.Filtered, "summarybot filter list \"Morning\"")]
    [InlineData(Verdict.Expired, WhyStage.Expired, "not shown any more")]
    [InlineData(Verdict.Old, WhyStage.Old, "new fact")]
    public void A_verdict_is_told_with_the_reason_that_was_recorded(Verdict verdict, WhyStage stage, string next)
    {
        var facts = Facts() with { Candidacy = new WhyCandidacy("2026-03-01T08:00", verdict, "because of it") };
        AssertIs(stage, "In the edition of 2026-03-01T08:00: because of it.", next, facts);
        Assert.Equal("2026-03-01T08:00", WhyDecision.Of(facts).Edition);
    }

    [Theory]
    [InlineData(DeliveryState.Waiting, WhyStage.InOutbox, "its message waits to be sent: No answer.")]
    [InlineData(DeliveryState.Refused, WhyStage.Refused, "its message is refused: No answer.")]
    [InlineData(DeliveryState.Blocked, WhyStage.Blocked, "its channel takes no messages: No answer.")]
    public void A_message_on_its_way_is_told_with_its_reason(string state, WhyStage stage, string cause) => AssertIs(
        stage,
        cause,
        "tried again at 2026-03-01 08:30 UTC",
        Facts() with { Message = Message with { State = state, Reason = "No answer.", NextTryAt = Seen.AddMinutes(90), SentAt = null, Link = null } });

    [Fact]
    public void A_message_that_was_sent_is_told_with_link_and_time()
    {
        var answer = WhyDecision.Of(Facts() with { Message = Message });
        Assert.Equal((WhyStage.Sent, "The edition of 2026-03-01T08:00 shows it."), (answer.Stage, answer.Cause));
        Assert.Equal((Message.Link, Message.SentAt), (answer.Link, answer.SentAt));
    }

    [Fact]
    public void A_message_says_whether_it_was_corrected_or_tells_the_story_by_others()
    {
        Assert.EndsWith("the message was corrected since.", WhyDecision.Of(Facts() with { Message = Message with { IsCorrected = true } }).Cause, StringComparison.Ordinal);
        Assert.EndsWith("its page is gone since.", WhyDecision.Of(Facts(gone: Seen.AddHours(2)) with { Message = Message }).Cause, StringComparison.Ordinal);
        Assert.Equal(
            "The edition of 2026-03-01T08:00 tells its story by other articles.", WhyDecision.Of(Facts() with { Message = Message with { IsCited = false } }).Cause);
    }

    [Fact]
    public void What_is_shown_or_given_up_stays_so_whatever_comes_later()
    {
        var later = Facts(gone: Seen.AddHours(2)) with { Sightings = [Sighting], Candidacy = new WhyCandidacy("2026-03-01T08:00", Verdict.Expired, "too long") };
        Assert.Equal(WhyStage.Expired, WhyDecision.Of(later).Stage);
        Assert.Equal(WhyStage.Sent, WhyDecision.Of(later with { Message = Message }).Stage);
    }

    private static void AssertIs(WhyStage stage, string cause, string next, WhyFacts facts)
    {
        var answer = WhyDecision.Of(facts);
        Assert.Equal((stage, "Morning"), (answer.Stage, answer.Digest));
        Assert.Contains(cause, answer.Cause, StringComparison.Ordinal);
        Assert.Contains(next, answer.NextStep, StringComparison.Ordinal);
    }

    private static WhyFacts Facts(DateTimeOffset? gone = null)
    {
        var options = new DigestOptions { Name = "Morning", Channel = TestChat.Channel, Zone = "UTC", Times = { "08:00" } };
        var digest = Assert.IsType<DigestReadResult.Read>(DigestReader.Read(options)).Digest;
        var article = new StoredArticle(new Article("Harbor opens", "Example", null, "en", Seen, "The harbor opened."), Seen, Seen) { GoneAt = gone };
        return new WhyFacts(new StoredDigest(1, digest, Due.Parse("2026-03-02T08:00", Seen.AddHours(25).ToUnixTimeMilliseconds())), article, [], WaitsForStory: false);
    }
}
