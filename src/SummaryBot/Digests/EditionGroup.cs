using System.Collections.Concurrent;
using SummaryBot.Chat;
using SummaryBot.Digests.Selection;
using SummaryBot.Stories;
using SummaryBot.Summarization;

namespace SummaryBot.Digests;

/// <summary>The editions of digests that choose alike: what they see, want and remember is the same, so they are chosen, recorded and summarized once.</summary>
internal sealed class EditionGroup
{
    private readonly CandidateReader _reader;
    private readonly SelectionMemory _memory;
    private readonly SummaryLength _length;
    private readonly IReadOnlyList<StoryVerdict> _lost;
    private readonly ConcurrentDictionary<string, Lazy<(SelectionRecord Record, StoredSelection Stored)>> _records = new(StringComparer.Ordinal);
    private IReadOnlyList<CandidateStory> _stories;
    private IReadOnlyList<StoryBlock>? _blocks;

    public EditionGroup(SelectionRequest request, SummaryLength length, StoryPool pool, SelectionMemory memory, ShownStories shown, IReadOnlyList<NewsArticle> open)
    {
        (Request, Shown, _length, _memory) = (request, shown, length, memory);
        _reader = new CandidateReader(request.Editing);
        _stories = CandidateFinder.Stories(pool, open, memory, shown, request.Due.Local);
        _lost = [.. memory.Lost(request.Due, id => pool.Has(id) || shown.Has(id))];
    }

    public SelectionRequest Request { get; }

    public ShownStories Shown { get; }

    public EditionChoice Choice { get; private set; } = null!;

    /// <summary>The articles whose texts decide what is a candidate: all where filters or sections ask, and those of stories that were shown before.</summary>
    public IEnumerable<string> Asked => _stories.Where(story => _reader.NeedsTexts || story.ShownBefore is not null).SelectMany(story => story.Articles
        .Where(article => _reader.NeedsTexts || article.State is CandidateState.Waiting).Select(article => article.News.Id).Concat(Shown.Of(story.StoryId)));

    /// <summary>The articles whose lengths matter.</summary>
    public IEnumerable<string> Passing => _stories.SelectMany(IdsOf);

    /// <summary>Reads the candidates, once the articles asked for are there.</summary>
    public void Read(StoryBlocks blocks) =>
        _stories = [.. _stories.Select(story => News(_reader.Read(story, id => blocks.Find(id)?.FilterText), blocks))];

    public void Measure(IReadOnlyDictionary<string, long> lengths) =>
        _stories = [.. _stories.Select(story => story with { Length = IdsOf(story).Max(id => (long?)lengths.GetValueOrDefault(id)) ?? 0 })];

    /// <summary>Selects, and tells which articles it needs to be sure; none once it is.</summary>
    public IReadOnlyList<string> Select(StoryBlocks blocks)
    {
        var missing = new List<string>();
        Choice = StorySelector.Select(_stories, Request, LeadOutlet);
        missing.AddRange(Choice.Chosen.SelectMany(chosen => Missing(chosen.Story)));
        if (missing.Count == 0 && Choice.Chosen.Where(chosen => blocks.Lead(IdsOf(chosen.Story)) is null).Select(chosen => chosen.Story).ToList() is { Count: > 0 } gone)
        {
            _stories = [.. _stories.Except(gone, ReferenceEqualityComparer.Instance).Cast<CandidateStory>()]; // removed from the database this very moment
            return Select(blocks);
        }

        return missing;

        IEnumerable<string> Missing(CandidateStory story) => StoryBlocks.Read(IdsOf(story)).Where(id => !blocks.IsLoaded(id));

        string? LeadOutlet(CandidateStory story)
        {
            if (story.NewsIn is { } news)
            {
                return story.Passing.First(article => string.Equals(article.News.Id, news, StringComparison.Ordinal)).News.Outlet;
            }

            if (story.Passing.All(article => Outlets.AreSame(article.News.Outlet, story.Passing[0].News.Outlet)))
            {
                return story.Passing[0].News.Outlet;
            }

            var isMissing = missing.Count;
            missing.AddRange(Missing(story));
            return missing.Count > isMissing ? story.Passing[0].News.Outlet : blocks.Lead(IdsOf(story))?.Article.Source?.Trim();
        }
    }

    /// <summary>The chosen stories as blocks, the same ones for all editions of the group.</summary>
    public IReadOnlyList<StoryBlock> BlocksOf(StoryBlocks blocks) => _blocks ??= [.. Choice.Chosen.Select(chosen => Block(chosen, blocks))];

    /// <summary>The record of an edition whose message is written.</summary>
    public (SelectionRecord Record, StoredSelection Stored) RecordOf(ChatMessage message)
    {
        var shown = message.Stories.Select(story => (story.Why!, Ids: NamedIn(story))).ToList();
        return _records.GetOrAdd(string.Join('\n', shown.Select(it => string.Join(' ', it.Ids))), _ => new Lazy<(SelectionRecord, StoredSelection)>(() =>
        {
            var record = Choice.RecordOf(shown);
            record = _memory.Remember(record with { Stories = [.. record.Stories, .. _lost] });
            return (record, SelectionStore.Write(record));
        })).Value;
    }

    public static IReadOnlyList<string> IdsOf(CandidateStory story) => [.. story.Passing.Select(article => article.News.Id)];

    private static IReadOnlyList<string> NamedIn(StoryBlock block) =>
        [.. block.Quotes.Select(quote => quote.Origin?.ArticleId).Prepend(block.ArticleId).OfType<string>().Distinct(StringComparer.Ordinal)];

    private StoryBlock Block(RankedStory chosen, StoryBlocks blocks)
    {
        var story = chosen.Story;
        var news = Fact(story, blocks);
        var lead = (news?.Article ?? blocks.Lead(IdsOf(story))!).Article;
        var others = StorySummary.Names(story.Outlets.Where(outlet => !Outlets.AreSame(outlet, lead.Source)));
        var why = Choice.Why(chosen, lead.Id);
        return news is null
            ? blocks.Whole(IdsOf(story), _length, why, others, Choice.SectionOf(chosen), Request.Frame)
            : blocks.Update(news, why, others, Choice.SectionOf(chosen));
    }

    private CandidateStory News(CandidateStory story, StoryBlocks blocks) =>
        story.ShownBefore is null || story.Passing.Count == 0 ? story : story with { NewsIn = Fact(story, blocks)?.Article.Article.Id };

    private NewFact? Fact(CandidateStory story, StoryBlocks blocks) => story.ShownBefore is not { } last ? null
        : blocks.News([.. Shown.Of(story.StoryId)], IdsOf(story), NodaTime.Period.DaysBetween(last.Date, Request.Due.Local.Date) > Request.Editing.RepeatDays);
}
