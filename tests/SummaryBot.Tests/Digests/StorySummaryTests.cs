using CsCheck;
using SummaryBot.Chat;
using SummaryBot.Digests;
using SummaryBot.Stories;
using SummaryBot.Summarization;
using SummaryBot.Summarization.Text;
using SummaryBot.Tests.Stories;

namespace SummaryBot.Tests.Digests;

public sealed class StorySummaryTests
{
    private static readonly StorySummaryOptions Options = new(SummaryLength.Short, new TestChat().Limits);

    private static readonly string[] Sentences =
    [
        "The port of Elmouth opened its terminal on Sunday.", "The terminal of the port cost 210 million in all.", "Ines Calder leads the port of Elmouth.",
        "He thanked the workers of the port.", "However, the terminal was late by two years.", "“We are proud of the port of Elmouth and of everybody in it,” he said.",
        "The port expects 54 ships a day from May.", "Read more: the port in pictures", "Elmouth gave 320 people work at the port.", "Photo: Elmouth",
        "The terminal of the port of Elmouth stands on ground that was taken from the sea in 1974.", "Сегодня порт открыл терминал за 210 миллионов.", "Nobody was hurt.", "世界は平和です。",
        "The council of Larch wants a port too, with 3.5 kilometers of quays.", "It covers 1,200 tonnes.",
    ];

    private static readonly Gen<ReadArticle> Articles = Gen.Select(
        Gen.Int[0, 4], Gen.Int[0, Sentences.Length - 1].Array[1, 12], Gen.Bool, Gen.Bool,
        (outlet, picks, hasHeadline, hasUrl) => PortNews.Read(
            outlet == 0 ? null : outlet == 1 ? " outlet 2 " : $"Outlet {outlet}",
            string.Join(' ', picks.Select(pick => Sentences[pick])),
            hasHeadline ? "The port of Elmouth" : null,
            hasUrl ? "https://example.com/a" : null));

    [Fact]
    public void Another_outlet_adds_one_sentence_with_a_fact_that_the_lead_lacks_under_its_name()
    {
        var block = StorySummary.Of(
            PortNews.Read("Harbor Post", PortNews.Post), [PortNews.Read("Valley Courier", PortNews.Courier, url: "https://example.com/courier")], Options);
        Assert.Equal(["Valley Courier"], block.Also);
        var added = Assert.Single(block.Quotes, quote => quote.Credit is not null);
        Assert.Equal(("The terminal cost 210 million and took four years to build.", "Valley Courier"), (added.Text, added.Credit));
        Assert.Equal(added, block.Quotes[^1]);
    }

    [Fact]
    public void An_added_sentence_links_into_its_own_article_where_there_is_room()
    {
        ReadArticle[] others = [PortNews.Read("Valley Courier", PortNews.Courier, url: "https://example.com/courier")];
        var narrow = StorySummary.Of(PortNews.Read("Harbor Post", PortNews.Post), others, Options);
        var wide = StorySummary.Of(PortNews.Read("Harbor Post", PortNews.Post), others, Options with { Length = SummaryLength.Medium });
        Assert.Null(narrow.Quotes[^1].Link);
        Assert.StartsWith("https://example.com/courier#:~:text=", wide.Quotes[^1].Link, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_that_leans_on_another_or_says_nothing_new_is_not_added()
    {
        const string Leaning = "It cost the port of Elmouth 210 million. He said that the terminal took 4 years. However, 320 people work at the terminal of the port.";
        const string Known = "The port of Elmouth opened its second container terminal on Sunday. The terminal can handle 54 containers an hour.";
        var block = StorySummary.Of(
            PortNews.Read("Harbor Post", PortNews.Post), [PortNews.Read("Valley Courier", Leaning), PortNews.Read("Gazette", Known)], Options);
        Assert.Equal(["Valley Courier", "Gazette"], block.Also);
        Assert.DoesNotContain(block.Quotes, quote => quote.Credit is not null);
    }

    [Fact]
    public void The_same_outlet_under_another_spelling_or_without_a_name_adds_nothing()
    {
        var block = StorySummary.Of(
            PortNews.Read("Harbor Post", PortNews.Post), [PortNews.Read(" HARBOR POST", PortNews.Courier), PortNews.Read(null, PortNews.Gazette)], Options);
        Assert.Null(block.Also);
        Assert.DoesNotContain(block.Quotes, quote => quote.Credit is not null);
    }

    [Fact]
    public void Whatever_the_outlets_write_each_adds_one_whole_sentence_of_its_own_article_at_most_and_the_block_keeps_its_bound()
    {
        var added = 0;
        Gen.Select(Articles, Articles.Array[0, 6], Gen.Enum<SummaryLength>()).Sample(
            it =>
            {
                var (lead, others, length) = it;
                var alone = StoryBlockWriter.Write(lead.Article, length);
                var block = StorySummary.Of(lead, others, Options with { Length = length, Why = "3 sources" });
                Assert.Equal(alone.Quotes, block.Quotes.Take(alone.Quotes.Count));
                var credited = block.Quotes.Skip(alone.Quotes.Count).ToList();
                credited.ForEach(quote => AssertIsOf(quote, lead, others));
                Assert.Distinct(credited.Select(quote => quote.Credit!.ToUpperInvariant()));
                Assert.All(credited, quote => Assert.Contains(quote.Credit!, block.Also!));
                var most = length switch { SummaryLength.Short => 450, SummaryLength.Medium => 800, _ => 1400 };
                Assert.True(credited.Count == 0 || Options.Limits.Cost(block, FrameWords.English) <= most);
                Interlocked.Add(ref added, credited.Count);
            },
            iter: 3000,
            threads: 2);
        Assert.True(added > 1000, $"{added} sentences were added");
    }

    private static void AssertIsOf(Quote quote, ReadArticle lead, ReadArticle[] others)
    {
        var article = others.First(other => other.Article.Id == quote.Origin!.ArticleId && Outlets.AreSame(other.Article.Source, quote.Credit)).Article;
        Assert.False(Outlets.AreSame(lead.Article.Source, quote.Credit));
        Assert.True(quote.Origin!.IsOf(quote.Text) && quote.Origin.IsIn(article.Text, quote.Text));
        Assert.Contains(new TextSpan(quote.Origin.Start, quote.Origin.End), SentenceSplitter.Split(article.Text, article.Language));
        Assert.DoesNotMatch("^(He|It|However|“We|Nobody|Photo|Read) ", quote.Text);
    }
}
