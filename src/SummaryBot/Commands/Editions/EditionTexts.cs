using System.Globalization;
using SummaryBot.Articles;
using SummaryBot.Commands.Shape;
using SummaryBot.Digests.Feedback;
using SummaryBot.Digests.Kinds;
using SummaryBot.Digests.Selection;
using SummaryBot.Language;

namespace SummaryBot.Commands.Editions;

/// <summary>What people are told of editions and of their opinions.</summary>
internal static class EditionTexts
{
    private const int MaxHeadline = 80;

    /// <summary>A line for each story that the message shows, and a note on the others.</summary>
    public static Reply Why(EditionWhy? why, Words words) => why is null ? Reply.Fail(words, ErrorCode.EditionForgotten) : new Reply
    {
        Title = words.Of("edition.reasons.title"),
        Lines = [.. why.Stories.Select((story, i) => words.Of(
            "edition.reasons.line",
            ("number", i + 1), ("headline", WordCut.To(story.Headline, MaxHeadline)), ("reason", story.Reason ?? words.Plain("edition.reasons.noReason"))))],
        Note = Others(why.Verdicts, words),
    };

    private static ReplyText Others(IReadOnlyDictionary<Verdict, int>? verdicts, Words words)
    {
        if (verdicts is null)
        {
            return words.Of("edition.reasons.noRecord");
        }

        (Verdict Verdict, string Text)[] told =
            [(Verdict.Carried, "carried"), (Verdict.Capped, "capped"), (Verdict.Filtered, "filtered"), (Verdict.Expired, "expired"), (Verdict.Old, "old")];
        var counts = told.Where(it => verdicts.ContainsKey(it.Verdict)).Select(it => words.Of($"edition.reasons.{it.Text}", ("count", verdicts[it.Verdict]))).ToList();
        return counts.Count == 0 ? words.Of("edition.reasons.noOthers") : words.Of("edition.reasons.others", ("list", ReplyText.Join(", ", counts)));
    }

    public static ReplyText Rule(Words words) => words.Of("edition.rule", ("days", FeedbackStore.Memory.Days), ("readers", OutletPoints.LeastReaders));

    /// <summary>Who found an outlet's stories what, and what follows.</summary>
    /// <param name="outlet">As the story names it.</param>
    public static ReplyText Standing(string outlet, OutletPoints points, Words words) =>
        words.Of("edition.standing", ("source", outlet), ("found", Found(points, words)), ("effect", Effect(points, words)));

    private static ReplyText Found(OutletPoints points, Words words) => (points.Useful, points.NotUseful) switch
    {
        (0, 0) => words.Of("edition.found.none"),
        (var useful, 0) => words.Of("edition.found.useful", ("count", useful)),
        (0, var not) => words.Of("edition.found.notUseful", ("count", not)),
        var (useful, not) => words.Of("edition.found.both", ("useful", useful), ("not", not)),
    };

    private static ReplyText Effect(OutletPoints points, Words words)
    {
        var amount = Math.Abs(points.Points).ToString("0.0", CultureInfo.InvariantCulture);
        return points.Points switch
        {
            > 0 => words.Of("edition.effect.up", ("points", amount)),
            < 0 => words.Of("edition.effect.down", ("points", amount)),
            _ => words.Of("edition.effect.same", ("readers", OutletPoints.LeastReaders)),
        };
    }

    /// <summary>A digest that somebody set up for the person has a name of its own, and is none that he follows.</summary>
    public static Reply Stopped(StopResult result, string userId, Words words) => result switch
    {
        StopResult.Stopped(var digest, var before) => new Reply
        {
            Lines =
            [
                words.Of(before ? "edition.stop.already" : "edition.stop.done"),
                string.Equals(digest.Digest.Name, userId, StringComparison.Ordinal)
                    ? words.Of("edition.stop.follow")
                    : words.Of("edition.stop.resume", ("digest", ReplyText.Strong(digest.Digest.Name))),
            ],
        },
        StopResult.NotYours => Reply.Fail(words, ErrorCode.NotYourDigest),
        _ => Reply.Fail(words, ErrorCode.DigestDeleted),
    };
}
