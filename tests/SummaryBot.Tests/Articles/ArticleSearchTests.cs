using Dapper;
using SummaryBot.Articles;
using SummaryBot.Articles.Search;
using SummaryBot.Storage;

namespace SummaryBot.Tests.Articles;

public sealed class ArticleSearchTests
{
    private static readonly Article Harbor = new(
        "Harbor opens", "Example News", new Uri("https://example.com/harbor"), "en", TestBot.Start.AddDays(-1), "The port opened on Monday.\n\nShips came.");

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Articles_are_found_by_any_word_or_its_beginning(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        await bot.Get<ArticleStore>().AddAsync(Harbor, TestBot.Token);
        foreach (var query in new[] { "harbor", "HARBOR ships", "harb", "example", "Monday", "opens opened port", "mon shi" })
        {
            Assert.Single(await FindAsync(bot, query));
            Assert.Single(await TypeAsync(bot, query));
        }

        foreach (var query in new[] { "harbor submarine", "arbor", "xample", "!!!" })
        {
            Assert.Empty(await FindAsync(bot, query));
            Assert.Empty(await TypeAsync(bot, query));
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_seed_is_found_by_every_word_of_it(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var seed = Directory.EnumerateFiles(Path.Combine(Repository.Root, "seeds"), "*.txt", SearchOption.AllDirectories).First();
        await foreach (var result in bot.Get<ArticleImporter>().ImportAsync([seed], TestBot.Token))
        {
            Assert.IsType<ImportResult.Added>(result);
        }

        var article = Assert.Single(await bot.Get<ArticleStore>().NewestAsync(5, TestBot.Token)).Article;
        foreach (var word in SearchFold.Fold(article.Text).Split(' ').Distinct(StringComparer.Ordinal))
        {
            Assert.True((await FindAsync(bot, word)).Count == 1, word);
        }
    }

    [Theory]
    [InlineData("İstanbul'da yağmur", "istanbul yagmur", "ISTANBUL", "Istanbul’da", "ıstanbul")]
    [InlineData("Şəhərdə yağış", "sehərdə", "SEHERDE", "yagis")]
    [InlineData("Der Fußgänger in Köln", "fussganger", "FUSSGÄNGER", "koln")]
    [InlineData("Élection à Nîmes", "election", "nimes", "ÉLECTION")]
    [InlineData("Ёлка в Москве", "елка", "ёлка", "МОСКВЕ")]
    [InlineData("Αθήνας νέα", "αθηνας", "ΑΘΗΝΑΣ")]
    [InlineData("أخبار القُدس ومدرسة", "اخبار", "القدس", "ومدرسه")]
    [InlineData("خبرهای ایران و کشور", "خبرهاي", "ايران", "كشور")]
    [InlineData("東京都で地震", "東京", "地震", "京都", "震")]
    [InlineData("Łódź and Ærø", "lodz", "aero", "ÆRØ")]
    [InlineData("दिल्ली में बारिश", "दिल्ली", "बारिश")]
    [InlineData("서울 지진", "서울", "지진")]
    public async Task Words_are_found_whatever_their_case_accents_and_letters(string headline, params string[] queries)
    {
        foreach (var kind in TestDatabase.Kinds.Select(row => row.Data).Where(kind => kind is "SQLite" || Environment.GetEnvironmentVariable("SUMMARYBOT_TEST_POSTGRESQL") is not null))
        {
            await using var bot = await TestBot.StartAsync(kind);
            await bot.Get<ArticleStore>().AddAsync(Harbor with { Headline = headline }, TestBot.Token);
            foreach (var query in queries)
            {
                Assert.True((await FindAsync(bot, query)).Count == 1, $"{query} on {kind}");
                Assert.True((await TypeAsync(bot, query)).Count == 1, $"{query} typed on {kind}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task While_somebody_types_each_letter_finds_headlines_that_go_on_like_that(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        await bot.Get<ArticleStore>().AddAsync(Harbor, TestBot.Token);
        await bot.Get<ArticleStore>().AddAsync(Harbor with { Headline = "Nothing", Text = "The harbor is mentioned in the text alone." }, TestBot.Token);
        const string Word = "harbor";
        for (var length = 1; length <= Word.Length; length++)
        {
            Assert.Equal("Harbor opens", (await TypeAsync(bot, Word[..length]))[0].Article.Headline);
            Assert.Equal(length < 3 ? 1 : 2, (await TypeAsync(bot, Word[..length])).Count);
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_headline_counts_for_more_than_a_mention_and_of_two_alike_the_newer_is_first(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var articles = new[]
        {
            Harbor with { Headline = "Old harbor", Text = "Article 1.", PublishedAt = TestBot.Start.AddDays(-300) },
            Harbor with { Headline = "New harbor", Text = "Article 2.", PublishedAt = TestBot.Start.AddDays(-2) },
            Harbor with { Headline = "Bakery", Text = "Article 3 mentions a harbor.", PublishedAt = TestBot.Start.AddDays(-1) },
        };
        foreach (var article in articles)
        {
            await bot.Get<ArticleStore>().AddAsync(article, TestBot.Token);
        }

        Assert.Equal(["New harbor", "Old harbor", "Bakery"], (await FindAsync(bot, "harbor")).Select(stored => stored.Article.Headline));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_search_is_narrowed_by_outlet_dates_and_story(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var other = Harbor with { Source = "Exämple-News II", Text = "Another text.", PublishedAt = TestBot.Start.AddDays(-100) };
        await bot.Get<ArticleStore>().AddAsync(Harbor, TestBot.Token);
        await bot.Get<ArticleStore>().AddAsync(other, TestBot.Token);
        await ExecuteAsync(bot, "INSERT INTO story_articles (article_id, story_id, dated_at, round) VALUES (@Id, 7, 0, 1)", new { other.Id });
        var search = bot.Get<ArticleSearch>();
        foreach (var words in new[] { "harbor", "" })
        {
            var all = new ArticleQuery(words, 5);
            Assert.Equal(2, (await search.FindAsync(all, TestBot.Token)).Count);
            Assert.Equal(Harbor.Id, await OnlyAsync(all with { Source = "example NEWS" }));
            Assert.Equal(other.Id, await OnlyAsync(all with { Source = "Example News II" }));
            Assert.Equal(Harbor.Id, await OnlyAsync(all with { From = TestBot.Start.AddDays(-2) }));
            Assert.Equal(other.Id, await OnlyAsync(all with { Until = TestBot.Start.AddDays(-2) }));
            Assert.Equal(other.Id, await OnlyAsync(all with { From = TestBot.Start.AddDays(-100), Until = TestBot.Start.AddDays(-1) }));
            Assert.Equal(other.Id, await OnlyAsync(all with { Story = 7 }));
        }

        async Task<string> OnlyAsync(ArticleQuery query) => Assert.Single(await search.FindAsync(query, TestBot.Token)).Article.Id;
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_server_finds_what_was_imported_and_the_news_of_its_own_sources_and_the_operators(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        await bot.Get<ArticleStore>().AddAsync(Harbor, TestBot.Token);
        var now = TestBot.Start.ToUnixTimeMilliseconds();
        foreach (var (source, guild, paused, newsFrom) in new[] { (1, "11", 0, now), (2, "22", 0, now), (3, "", 0, now), (4, "11", 1, now), (5, "11", 0, now + 1), (6, "11", 0, (long?)null) })
        {
            await ExecuteAsync(bot, "INSERT INTO sources (kind, url, host, added_at, next_visit_at, interval_seconds, leased_until, failures) VALUES ('feed', @url, 'example.com', 0, 0, 60, 0, 0)", new { url = $"https://example.com/{source}" });
            await ExecuteAsync(
                bot, "INSERT INTO subscriptions (guild, source_id, name, backfill, paused, added_at, news_from) VALUES (@guild, @source, @source, 'none', @paused, 0, @newsFrom)".Replace("@source, @source", "@source, CAST(@source AS text)", StringComparison.Ordinal),
                new { guild, source, paused, newsFrom });
            var article = Harbor with { Headline = $"Harbor {source}", Url = new Uri($"https://example.com/harbor-{source}"), Text = $"A harbor of source {source}." };
            await bot.Get<ArticleIntake>().TakeAsync([new IncomingArticle(source, "1", article)], TestBot.Token);
        }

        foreach (var words in new[] { "harbor", "" })
        {
            Assert.Equal(["Harbor 1", "Harbor 3", "Harbor opens"], await SeenAsync(words, "11"));
            Assert.Equal(["Harbor 2", "Harbor 3", "Harbor opens"], await SeenAsync(words, "22"));
            Assert.Equal(["Harbor 3", "Harbor opens"], await SeenAsync(words, ""));
            Assert.Equal(7, (await SeenAsync(words, null)).Count());
        }

        // a second source tells it too
        await bot.Get<ArticleIntake>().TakeAsync([new IncomingArticle(1, "2", Harbor with { Url = new Uri("https://example.com/harbor-2"), Text = "Told otherwise." })], TestBot.Token);
        Assert.Equal(["Harbor 1", "Harbor 2", "Harbor 3", "Harbor opens"], await SeenAsync("harbor", "11"));

        async Task<IEnumerable<string?>> SeenAsync(string words, string? guild) =>
            (await bot.Get<ArticleSearch>().FindAsync(new ArticleQuery(words, 20) { Guild = guild }, TestBot.Token)).Select(stored => stored.Article.Headline).Order(StringComparer.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_changed_article_is_found_by_what_it_says_now_and_a_removed_one_not_at_all(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var item = new IncomingArticle(1, "1", Harbor);
        await bot.Get<ArticleIntake>().TakeAsync([item], TestBot.Token);
        await bot.Get<ArticleIntake>().TakeAsync([item with { Article = Harbor with { Headline = "Port opens" } }], TestBot.Token);
        Assert.Empty(await FindAsync(bot, "harbor"));
        Assert.Single(await FindAsync(bot, "port opens"));
        await ExecuteAsync(bot, "DELETE FROM articles", new { });
        Assert.Empty(await FindAsync(bot, "port"));
        await bot.Get<ArticleStore>().AddAsync(Harbor with { Text = "A text in the place of the old one." }, TestBot.Token);
        Assert.Empty(await FindAsync(bot, "port"));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Old_articles_are_found_behind_thousands_of_newer_ones(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        await bot.Get<ArticleIntake>().TakeAsync([.. Enumerable.Range(0, 9000).Select(i => new IncomingArticle(
            1, $"{i}", Harbor with { Headline = $"Article {i}", Url = null, Text = $"Number {i}{(i % 3000 == 10 ? " mentions a submarine" : "")}." }))], TestBot.Token);
        Assert.Equal(3, (await FindAsync(bot, "submarine")).Count);
        Assert.Equal("Article 77", Assert.Single(await FindAsync(bot, "article 77 number")).Article.Headline);
        Assert.Equal(5, (await FindAsync(bot, "article")).Count);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task What_an_older_version_stored_is_found_after_the_upgrade(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        await bot.Get<ArticleStore>().AddAsync(Harbor with { Url = new Uri("https://www.example.com/harbor?utm_source=x") }, TestBot.Token);
        await ExecuteAsync(bot, "DELETE FROM article_search", new { });
        await ExecuteAsync(bot, "UPDATE articles SET url_key = url", new { });
        await ExecuteAsync(bot, "DELETE FROM bot_state WHERE key = 'search-index'", new { });
        Assert.Empty(await FindAsync(bot, "harbor"));
        await bot.Get<Database>().MigrateAsync(TestBot.Token);
        Assert.Single(await FindAsync(bot, "harbor"));
        Assert.Single(await bot.Get<ArticleStore>().AtAsync([Harbor.Url!], TestBot.Token));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task No_query_is_an_error(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        await bot.Get<ArticleStore>().AddAsync(Harbor with { Source = "'" }, TestBot.Token);
        foreach (var query in new[] { "", "   ", "\"", "' OR 1=1 --", "a AND", "NEAR(", "!&|:*", "\u0000", "😀", "col:umn*", "^harbor", "%0", "\ud800", new string('x', 5000), string.Join(' ', Enumerable.Range(0, 500)) })
        {
            _ = await FindAsync(bot, query);
            _ = await TypeAsync(bot, query);
            _ = await bot.Get<ArticleSearch>().FindAsync(new ArticleQuery("harbor", 5) { Source = query, Guild = query.Replace("\0", "", StringComparison.Ordinal).Replace("\ud800", "", StringComparison.Ordinal), From = DateTimeOffset.MinValue, Until = DateTimeOffset.MaxValue }, TestBot.Token);
        }
    }

    private static Task<IReadOnlyList<StoredArticle>> FindAsync(TestBot bot, string words) => bot.Get<ArticleSearch>().FindAsync(new ArticleQuery(words, 5), TestBot.Token);

    private static Task<IReadOnlyList<StoredArticle>> TypeAsync(TestBot bot, string words) =>
        bot.Get<ArticleSearch>().FindAsync(new ArticleQuery(words, 5) { IsTyping = true }, TestBot.Token);

    private static async Task ExecuteAsync(TestBot bot, string sql, object values)
    {
        await using var connection = await bot.Get<Database>().OpenAsync(TestBot.Token);
        Assert.True(await connection.ExecuteAsync(sql, values) > 0);
    }
}
