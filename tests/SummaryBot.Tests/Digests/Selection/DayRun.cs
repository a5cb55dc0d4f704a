using NodaTime;
using SummaryBot.Digests;
using SummaryBot.Digests.Feedback;
using SummaryBot.Digests.Filters;
using SummaryBot.Digests.Selection;
using SummaryBot.Stories;

namespace SummaryBot.Tests.Digests.Selection;

/// <summary>One digest that chooses from a stream, edition by edition, with what it remembers kept as the database keeps it.</summary>
internal sealed class DayRun(IReadOnlyList<StreamArticle> stream, EditorialSettings editing, int maxStories)
{
    private static readonly LocalDateTime First = new(2026, 3, 1, 8, 0);
    private static readonly FilterRule Rule = new(1, 1, FilterField.Any, FilterOp.HasNot, "x");
    private readonly Dictionary<string, StreamArticle> _stream = stream.ToDictionary(article => article.Id, StringComparer.Ordinal);
    private readonly List<ShownArticle> _shown = [];
    private SelectionMemory _memory = SelectionMemory.First(HourAt(0));

    public static Due DueAt(long hour) => new(First.PlusHours(hour), Instant.FromUnixTimeMilliseconds(HourAt(hour)));

    public static long HourAt(long hour) => First.InUtc().ToInstant().ToUnixTimeMilliseconds() + (hour * 3_600_000);

    /// <param name="dropped">How many of the last chosen stories the message has no room for.</param>
    /// <returns>What was chosen and the record, as it was read back.</returns>
    public (EditionChoice Choice, SelectionRecord Record) Next(long hour, int dropped)
    {
        var pool = new StoryPool([.. stream.Where(it => it.SeenHour + it.HoursLate <= hour).OrderByDescending(it => it.SeenHour).ThenBy(it => it.Id, StringComparer.Ordinal).Select(News)]);
        var due = DueAt(hour);
        var shown = new ShownStories(_shown);
        var open = CandidateFinder.Open(pool, _memory, editing.CarryDays, HourAt(hour));
        var stories = CandidateFinder.Stories(pool, open, _memory, shown, due.Local).Select(Read).ToList();
        var points = new Dictionary<string, OutletPoints>(StringComparer.Ordinal) { ["Outlet 1"] = new("outlet 1", 0, 5, -0.5) };
        var choice = StorySelector.Select(stories, new SelectionRequest(due, maxStories, editing, points), LeadOutlet);
        var written = choice.Chosen.Take(Math.Max(0, choice.Chosen.Count - dropped)).ToList();
        var record = choice.RecordOf([.. written.Select(it => (choice.Why(it, it.Story.Passing[0].News.Id), (IReadOnlyList<string>)[it.Story.NewsIn ?? it.Story.Passing[0].News.Id]))]);
        record = record with { Stories = [.. record.Stories, .. _memory.Lost(due, id => pool.Has(id) || shown.Has(id))] };
        record = SelectionStore.Read(SelectionStore.Write(_memory.Remember(record)).Json);
        _memory = SelectionMemory.Of(record);
        _shown.AddRange(written.SelectMany(it => it.Story.Passing).Select(it => new ShownArticle(it.News.Id, it.News.StoryId, due.LocalText)));
        return (choice, record);
    }

    public static string? LeadOutlet(CandidateStory story) => story.Passing.First(it => story.NewsIn is null || it.News.Id == story.NewsIn).News.Outlet;

    private static NewsArticle News(StreamArticle article) => new(article.Id, article.Outlet, article.Story, HourAt(article.SeenHour), HourAt(article.SeenHour), []);

    private CandidateStory Read(CandidateStory story)
    {
        var articles = story.Articles.Select(it => it with { FilteredBy = _stream[it.News.Id].IsFiltered ? Rule : null }).ToList();
        var read = new CandidateStory(story.StoryId, articles, story.Since) { ShownBefore = story.ShownBefore };
        var news = story.ShownBefore is null ? null : read.Passing.FirstOrDefault(it => _stream[it.News.Id].TellsNews);
        return read with { NewsIn = news?.News.Id, Section = _stream[story.Articles[0].News.Id].Section is var section && section < editing.Sections.Count ? section : null };
    }
}

/// <summary>An article of a made-up stream.</summary>
/// <param name="Outlet">Null where unknown.</param>
/// <param name="HoursLate">How much later than it was seen it is stored.</param>
/// <param name="IsFiltered">Whether the filters keep it out.</param>
/// <param name="TellsNews">Whether it has a sentence that no other has.</param>
internal sealed record StreamArticle(string Id, string? Outlet, long? Story, long SeenHour, int HoursLate, bool IsFiltered, bool TellsNews, int Section);
