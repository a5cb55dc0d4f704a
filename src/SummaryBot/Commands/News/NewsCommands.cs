using System.Globalization;
using SummaryBot.Articles.Search;
using SummaryBot.Chat;
using SummaryBot.Commands.Shape;
using SummaryBot.Commands.Summaries;
using SummaryBot.Digests;
using SummaryBot.Digests.Archive;
using SummaryBot.Digests.Kinds;
using SummaryBot.Digests.Why;
using SummaryBot.Sources;
using SummaryBot.Stories;

namespace SummaryBot.Commands.News;

/// <summary><c>/news</c>: what a reader may look up. Nothing here shows what the server may not see.</summary>
public sealed class NewsCommands : ICommandModule
{
    private const int MaxTyped = 500;

    private static readonly OptionSpec Show = new("show", OptionType.Truth);
    private static readonly OptionSpec Source = new("source", OptionType.Text) { HasAutocomplete = true, Max = 100 };

    private readonly NewsArticles _articles;
    private readonly NewsSources _sources;
    private readonly NewsStory _story;
    private readonly NewsDigests _digests;
    private readonly NewsWhy _why;
    private readonly NewsPages _pages;
    private readonly NewsSuggestions _suggestions;
    private readonly NewsListStore _lists;
    private readonly ArticleSearch _search;
    private readonly ArticleCards _cards;
    private readonly TimeProvider _time;

    public NewsCommands(
        ArticleSearch search,
        SubscriptionStore subscriptions,
        StoryStore stories,
        StoryHistory history,
        DigestStore digests,
        EditionArchive archive,
        ArticleWhy why,
        SummaryCommand summaries,
        ArticleCards cards,
        NewsListStore lists,
        IEnumerable<IChannelReaders> readers,
        TimeProvider time)
    {
        (_search, _cards, _lists, _time) = (search, cards, lists, time);
        (_sources, _story, _digests, _pages) = (new NewsSources(subscriptions), new NewsStory(history), new NewsDigests(digests, archive, readers), new NewsPages(lists));
        var topics = new NewsTopics(_digests, search);
        (_articles, _why) = (new NewsArticles(topics, search), new NewsWhy(why, _digests, time));
        _suggestions = new NewsSuggestions(summaries, _sources, topics, _digests, search, stories);
    }

    public IEnumerable<CommandSpec> Commands =>
    [
        Of("latest", LatestAsync, Source, new OptionSpec("topic", OptionType.Text) { HasAutocomplete = true, Max = 100 }, new OptionSpec("hours", OptionType.Integer) { Min = 1, Max = 168 }, Show)
            with { Example = "--hours 6" },
        Of("search", SearchAsync, new OptionSpec("query", OptionType.Text) { IsRequired = true, Min = 1, Max = 100 }, new OptionSpec("days", OptionType.Integer) { Min = 1, Max = 365 }, Source, Show)
            with { Example = "\"port of Baku\" --days 7" },
        Of("digest", _digests.ShowAsync, new OptionSpec("name", OptionType.Text) { HasAutocomplete = true, Max = DigestReader.MaxNameLength }, new OptionSpec("date", OptionType.Text) { HasAutocomplete = true, Max = 40 }, Show)
            with { Example = "--name Morning --date 2026-03-29" },
        Of("sources", (call, token) => ShowAsync(call, new NewsQuery(NewsKind.Sources), 0, token), Show),
        Of("story", StoryAsync, new OptionSpec("story", OptionType.Text) { IsRequired = true, HasAutocomplete = true, Min = 1, Max = MaxTyped }, Show) with { Example = "12" },
        Of("why", (call, token) => _why.AskAsync(call, call.Text("article")!, token), new OptionSpec("article", OptionType.Text) { IsRequired = true, HasAutocomplete = true, Min = 1, Max = MaxTyped }, Show)
            with { Example = "https://example.com/news/1" },
    ];

    public IEnumerable<ActionSpec> Actions =>
    [
        new ActionSpec(NewsPages.Turn, ActionAnswer.Update, TurnAsync),
        new ActionSpec(NewsPages.Read, ActionAnswer.Private, ReadAsync),
        new ActionSpec(NewsWhy.Choose, ActionAnswer.Private, (call, input, token) => _why.AskAsync(call, Chosen(input), token)),
    ];

    private CommandSpec Of(string name, Func<CommandCall, CancellationToken, Task<Reply>> answer, params OptionSpec[] options) => new($"news {name}", CommandAudience.Reader, options, answer)
    {
        SuggestAsync = Array.Exists(options, it => it.HasAutocomplete) ? _suggestions.SuggestAsync : null,
    };

    private Task<Reply> LatestAsync(CommandCall call, CancellationToken cancellationToken) =>
        NarrowedAsync(call, new NewsQuery(NewsKind.Latest, Now) { Topic = call.Text("topic")?.Trim() is { Length: > 0 } topic ? topic : null, Span = call.Integer("hours") ?? 24 }, cancellationToken);

    private Task<Reply> SearchAsync(CommandCall call, CancellationToken cancellationToken) =>
        NarrowedAsync(call, new NewsQuery(NewsKind.Search, Now) { Words = call.Text("query"), Span = call.Integer("days") ?? 30 }, cancellationToken);

    private async Task<Reply> NarrowedAsync(CommandCall call, NewsQuery query, CancellationToken cancellationToken)
    {
        if (call.Text("source") is not { } name)
        {
            return await ShowAsync(call, query, 0, cancellationToken);
        }

        return await _sources.FindAsync(call, name, cancellationToken) is { } source
            ? await ShowAsync(call, query with { SourceId = source.SourceId, Source = source.Name }, 0, cancellationToken)
            : Reply.Fail(call.Words, ErrorCode.NoSuchSource, ("name", name));
    }

    /// <summary>By its number or, where words were typed, by the best article that holds them.</summary>
    private async Task<Reply> StoryAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var asked = call.Text("story")!;
        var number = long.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? asked
            : (await _suggestions.SuggestAsync(call, new TypedOption("story", asked), cancellationToken)) is [var first, ..] ? first.Value : "";
        return long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var story)
            ? await ShowAsync(call, new NewsQuery(NewsKind.Story) { Story = story }, 0, cancellationToken)
            : Reply.Fail(call.Words, ErrorCode.NoSuchStory, ("asked", asked));
    }

    private async Task<Reply> ShowAsync(CommandCall call, NewsQuery query, int page, CancellationToken cancellationToken)
    {
        var list = query.Kind switch
        {
            NewsKind.Latest => await _articles.LatestAsync(call, query, cancellationToken),
            NewsKind.Search => await _articles.SearchAsync(call, query, cancellationToken),
            NewsKind.Sources => await _sources.ListAsync(call, cancellationToken),
            _ => await _story.ListAsync(call, query.Story!.Value, cancellationToken),
        };
        return list is null
            ? Reply.Fail(call.Words, ErrorCode.NoSuchStory, ("asked", $"{query.Story}"))
            : await _pages.ShowAsync(call, query, list, page, cancellationToken);
    }

    private async Task<Reply> TurnAsync(CommandCall call, ActionInput input, CancellationToken cancellationToken) => NewsPages.TryRead(input.Payload) is not var (key, page)
        ? Reply.Fail(call.Words, ErrorCode.StaleButton)
        : await _lists.FindAsync(key, cancellationToken) is { } query ? await ShowAsync(call, query, page, cancellationToken)
        : Reply.Fail(call.Words, ErrorCode.ListGone);

    private async Task<Reply> ReadAsync(CommandCall call, ActionInput input, CancellationToken cancellationToken)
    {
        var id = Chosen(input);
        return (await _search.VisibleAsync([id], new Viewer(call.Guild, SummaryAnswers.UserOf(call)), cancellationToken)).Contains(id)
            ? await _cards.AnswerAsync(call, id, cancellationToken)
            : Reply.Fail(call.Words, ErrorCode.NoSuchArticle, ("asked", id));
    }

    private static string Chosen(ActionInput input) => input.Values is [var first, ..] ? first : "";

    /// <summary>The end of what is asked for: what comes in within this minute is in it.</summary>
    private long Now => _time.GetUtcNow().AddMinutes(1).ToUnixTimeMilliseconds() / 60_000 * 60_000;
}
