using System.Collections.Concurrent;
using System.Globalization;
using NodaTime;
using SummaryBot.Chat;

namespace SummaryBot.Digests.Selection;

/// <summary>What an edition shows, and what becomes of all that it could have shown.</summary>
public sealed class EditionChoice
{
    private readonly SelectionRequest _request;
    private readonly IReadOnlyList<RankedStory> _left;
    private readonly IReadOnlyDictionary<RankedStory, string> _passedOver;
    private readonly IReadOnlyList<CandidateStory> _unranked;
    private readonly ConcurrentDictionary<LocalDateTime, string> _locals = new();

    internal EditionChoice(
        SelectionRequest request,
        IReadOnlyList<RankedStory> chosen,
        IReadOnlyList<RankedStory> left,
        IReadOnlyDictionary<RankedStory, string> passedOver,
        IReadOnlyList<CandidateStory> unranked)
    {
        (_request, Chosen, _left, _passedOver, _unranked) = (request, chosen, left, passedOver, unranked);
        GivenUpCount = left.Count(story => story.IsLastChance);
    }

    /// <summary>In the order to show: by section, and by score within.</summary>
    public IReadOnlyList<RankedStory> Chosen { get; }

    /// <summary>How many stories that were not chosen are kept for the next edition.</summary>
    public int KeptCount => _left.Count - GivenUpCount;

    /// <summary>How many are given up.</summary>
    public int GivenUpCount { get; }

    public string Why(RankedStory story, string leadId) => WhyLine.Of(story, leadId, _request);

    /// <summary>The section of a story by its name; null for none.</summary>
    public string? SectionOf(RankedStory story) => story.Story.Section is { } index ? _request.Editing.Sections[index].Name : null;

    /// <summary>The record once the message is written, which may have no room for the last of the chosen stories.</summary>
    /// <param name="shown">For each story that the message shows, its reason and the articles that it names or quotes, the lead first.</param>
    /// <returns>Verdicts for all candidates.</returns>
    public SelectionRecord RecordOf(IReadOnlyList<(string Why, IReadOnlyList<string> ArticleIds)> shown) => new(
    [
        .. Chosen.Zip(shown, (story, by) => Shown(story, by.Why, by.ArticleIds)),
        .. Chosen.Skip(shown.Count).Select(story => Left(story, Verdict.Carried, "the message has no room for it")),
        .. _left.Select(Left),
        .. _unranked.Select(Unranked),
    ])
    {
        DueAt = _request.Due.At.ToUnixTimeMilliseconds(),
    };

    private StoryVerdict Shown(RankedStory ranked, string why, IReadOnlyList<string> ids)
    {
        var feedback = ranked.Signals.Feedback;
        var reason = feedback < 0 ? $"{why} · readers' feedback {WhyLine.FeedbackText(feedback)}" : why;
        return Of(
            ranked.Story, Verdict.Shown, reason, article => ids.Contains(article.News.Id, StringComparer.Ordinal) ? (Verdict.Shown, reason) : (Verdict.Merged, Merged), ranked);
    }

    private StoryVerdict Left(RankedStory story) => _passedOver.TryGetValue(story, out var outlet)
        ? Left(story, Verdict.Capped, $"{outlet} has {_request.MaxOf(outlet)} stories in this edition")
        : Left(story, Verdict.Carried, "others rank higher");

    private StoryVerdict Left(RankedStory ranked, Verdict verdict, string cause)
    {
        var (story, due) = (ranked.Story, _request.Due);
        var isLast = ranked.IsLastChance;
        var feedback = ranked.Signals.Feedback == 0 ? "" : $" · readers' feedback {WhyLine.FeedbackText(ranked.Signals.Feedback)}";
        var reason = isLast
            ? $"given up on {due.DayText}: no room since {WhyLine.Day(story.Since, due.Local, FrameWords.English)}{feedback}"
            : $"{cause}; kept for the next edition{feedback}";
        verdict = isLast ? Verdict.Expired : verdict;
        return Of(story, verdict, reason, _ => (verdict, reason), ranked);
    }

    private StoryVerdict Unranked(CandidateStory story)
    {
        var (verdict, reason) = story switch
        {
            { Passing.Count: > 0 } => (Verdict.Old, $"it says nothing that was not told on {story.ShownBefore!.Value.ToString("ddd d MMMM", CultureInfo.InvariantCulture)}"),
            _ when story.Articles.FirstOrDefault(it => it.State is CandidateState.Waiting)?.FilteredBy is { } rule => (Verdict.Filtered, WhyLine.RuleText(rule)),
            _ => (Verdict.Old, TooOld),
        };
        return Of(story, verdict, reason, _ => (verdict, reason));
    }

    private StoryVerdict Of(
        CandidateStory story, Verdict verdict, string reason, Func<CandidateArticle, (Verdict Verdict, string Reason)> ofPassing, RankedStory? ranked = null)
    {
        var articles = story.Articles.Where(article => article.State is not CandidateState.Closed).Select(article => Of(article, ofPassing)).ToList();
        return new StoryVerdict(story.StoryId, verdict, reason, articles, Local(story.Since))
        {
            Signals = ranked?.Signals,
            Score = ranked?.Score,
            Section = ranked is null ? null : SectionOf(ranked),
            ShownBefore = story.ShownBefore is { } before ? Local(before) : null,
        };
    }

    private const string Merged = "told by another article of its story";

    private const string TooOld = "it was there before this digest began";

    private static ArticleVerdict Of(CandidateArticle article, Func<CandidateArticle, (Verdict Verdict, string Reason)> ofPassing)
    {
        var (verdict, reason) = article switch
        {
            { State: CandidateState.TooOld } => (Verdict.Old, TooOld),
            { FilteredBy: { } rule } => (Verdict.Filtered, WhyLine.RuleText(rule)),
            _ => ofPassing(article),
        };
        return new ArticleVerdict(article.News.Id, verdict, reason);
    }

    /// <summary>Most stories share their times.</summary>
    private string Local(LocalDateTime local) => _locals.GetOrAdd(local, Due.Text);
}
