using CsCheck;
using SummaryBot.Articles;
using SummaryBot.Chat;
using SummaryBot.Commands;
using SummaryBot.Digests;
using SummaryBot.Sources;
using SummaryBot.Summarization;
using SummaryBot.Tests.Sources;
using SummaryBot.Tests.Stories;

namespace SummaryBot.Tests.Digests;

/// <summary>No message shows more of an article than whoever reads its source allows.</summary>
public sealed class QuoteShareTests
{
    private static readonly string[] Pieces =
    [
        "The port of Elmouth opened its second terminal on Sunday.", "It cost 210 million.", "Ships had waited for up to three days in January because the first terminal had become too small.",
        "Residents asked for a noise barrier.", "A band played.", "The director, Ines Calder, thanked 320 workers from the town.", "No.", "Four years.", "It makes Elmouth the largest port on the coast of the country.",
        string.Join(' ', Enumerable.Repeat("very long words of one sentence", 12)) + ".",
    ];

    private static readonly Gen<Article> Articles = Gen.Select(
        Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[1, 30],
        Gen.Bool,
        Gen.Int[1, 4],
        (sentences, hasHeadline, every) => OfShare(hasHeadline ? "Second terminal opens" : null, Text(sentences, every), 20));

    [Fact]
    public void With_a_share_of_20_percent_no_story_and_no_summary_shows_more_words_than_that_and_all_sentences_whole() => Gen.Select(Articles, Gen.Enum<SummaryLength>(), Gen.Int[1, 12]).Sample(
        (article, length, sentences) =>
        {
            AssertWithin(article, StoryBlockWriter.Write(article, length).Sentences);
            AssertWithin(article, SummaryCardWriter.Write(article, new SummaryOptions { Sentences = sentences, Title = article.Headline }).Sentences);
            AssertWithin(article, SummaryCardWriter.Write(article, new SummaryOptions { Length = length, Title = article.Headline, About = "terminal" }).Sentences);
        },
        iter: 3000,
        threads: 2);

    [Fact]
    public void A_share_is_used_and_what_a_second_outlet_adds_keeps_to_its_own()
    {
        var long20 = OfShare("Second terminal opens", MadeUpWeb.Story("the terminal"), 20);
        Assert.NotEmpty(StoryBlockWriter.Write(long20, SummaryLength.Medium).Quotes);
        var post = PortNews.Article("Harbor Post", PortNews.Post);
        Assert.NotEmpty(Added(PortNews.Article("Valley Courier", PortNews.Courier)));
        var courier = PortNews.Article("Valley Courier", PortNews.Courier);
        Assert.Empty(Added(courier with { Article = courier.Article with { QuoteShare = 10 } }));

        IEnumerable<Quote> Added(StoredArticle other) => StorySummary.Of(
            new ReadArticle(post), [new ReadArticle(other)], new StorySummaryOptions(SummaryLength.Medium, new TestChat().Limits)).Quotes.Where(quote => quote.Credit is not null);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_strictest_of_those_who_read_an_articles_sources_counts(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        var store = bot.Get<SubscriptionStore>();
        await store.AddAsync(new NewSubscription(SourceKind.Feed, new Uri(SourceBot.Url), "News") { QuoteShare = 50 }, TestBot.Token);
        var added = Assert.IsType<SubscribeResult.Added>(await store.AddAsync(
            new NewSubscription(SourceKind.Feed, new Uri(SourceBot.Url), "Ours") { Guild = "123456789012345678" }, TestBot.Token));
        var article = new Article("Second terminal opens", "News", new Uri("https://example.com/a"), "en", null, PortNews.Post);
        await bot.Get<ArticleIntake>().TakeAsync([new IncomingArticle(added.SourceId, "a", article)], TestBot.Token);
        Assert.Equal(50, await ShareAsync());
        var ours = (await store.FindAsync("123456789012345678", "Ours", TestBot.Token))!;
        await store.SetQuoteShareAsync(ours.Id, 20, TestBot.Token);
        Assert.Equal(20, await ShareAsync());
        Assert.Equal(20, (await store.FindAsync("123456789012345678", "Ours", TestBot.Token))!.QuoteShare);
        await store.SetQuoteShareAsync(ours.Id, null, TestBot.Token);
        Assert.Equal(50, await ShareAsync());
        var summary = await bot.Get<SummaryCommand>().AnswerAsync(new SummaryRequest(article.Id, SummaryLength.Long, 12), TestBot.Token);
        AssertWithin(article with { QuoteShare = 50 }, Assert.IsType<SummaryReply.Shown>(summary).Card.Sentences);

        async Task<int?> ShareAsync() => Assert.Single(await bot.Get<ArticleStore>().NewestAsync(10, TestBot.Token)).Article.QuoteShare;
    }

    private static Article OfShare(string? headline, string text, int percent) =>
        new(headline, "Harbor Post", new Uri("https://example.com/a"), "en", null, text) { QuoteShare = percent };

    private static string Text(string[] sentences, int every) =>
        string.Concat(sentences.Select((sentence, i) => i == 0 ? sentence : (i % every == 0 ? "\n\n" : " ") + sentence));

    private static void AssertWithin(Article article, IEnumerable<Quote> sentences)
    {
        var shown = sentences.ToList();
        Assert.All(shown, sentence => Assert.True(sentence.Origin!.IsIn(article.Text, sentence.Text)));
        Assert.True(shown.Sum(sentence => Count(sentence.Text)) * 100 <= Count(article.Text) * article.QuoteShare, string.Join(" | ", shown.Select(it => it.Text)));

        static int Count(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
    }
}
