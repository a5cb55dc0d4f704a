using CsCheck;
using SummaryBot.Commands.Shape;
using SummaryBot.Commands.Summaries;
using SummaryBot.Sources;
using SummaryBot.Tests.Sources;
using static SummaryBot.Tests.Commands.Summaries.SummaryAsking;

namespace SummaryBot.Tests.Commands.Summaries;

public sealed class WholeArticleTests
{
    private static readonly string[] Pieces = ["The minister spoke.", "Ships came from Elmouth!", "“Why?” she asked.", "\n\n", "\n", "😀😀😀", "世界は平和です。", new string('W', 2500), string.Join(' ', Enumerable.Repeat("and so on", 300)), "@everyone *x*"];

    public static TheoryData<string> Kinds => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_source_is_shown_whole_where_the_setting_of_that_server_allows_it(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        await bot.SubscribeAsync(guild: Ours, backfill: Backfill.Day);
        await bot.SubscribeAsync(guild: Theirs, backfill: Backfill.Day);
        bot.Web.Feed(SourceBot.Url, new MadeUpWeb.Item("quay", "Quay burns", bot.Time.GetUtcNow()));
        await bot.VisitAsync();
        var card = await bot.AskAsync("quay");
        var id = card.Card!.ArticleId;
        Assert.DoesNotContain(card.Buttons, it => it.Kind == "full");
        Assert.Equal(ErrorCode.NoFullText, (await bot.PressAsync("full", id)).Error);
        var store = bot.Get<SubscriptionStore>();
        await store.SetFullTextAsync((await bot.SourceAsync(guild: Ours)).Id, isAllowed: true, TestBot.Token);
        Assert.Contains((await bot.AskAsync("quay")).Buttons, it => it is { Kind: "full" } && it.Payload == id);
        Assert.Equal([MadeUpWeb.Story("Quay burns")], (await bot.PressAsync("full", id)).Lines.Select(it => it.ToString()));
        Assert.Equal(ErrorCode.NoFullText, (await bot.PressAsync("full", id, Theirs)).Error);
        Assert.Equal(ErrorCode.NoSuchArticle, (await bot.PressAsync("full", id, guild: "")).Error);
        await store.SetQuoteShareAsync((await bot.SourceAsync(guild: Theirs)).Id, 20, TestBot.Token); // whoever limits quotations limits this too
        Assert.Equal(ErrorCode.NoFullText, (await bot.PressAsync("full", id)).Error);
        await store.SetQuoteShareAsync((await bot.SourceAsync(guild: Theirs)).Id, null, TestBot.Token);
        await store.SetFullTextAsync((await bot.SourceAsync(guild: Ours)).Id, isAllowed: false, TestBot.Token);
        Assert.Equal(ErrorCode.NoFullText, (await bot.PressAsync("full", id)).Error);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_file_of_the_operator_is_shown_whole_and_a_page_that_somebody_pasted_is_not(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        await bot.AddArticleAsync(MadeUpWeb.Story("the fair"));
        bot.Publish();
        Assert.Contains((await bot.AskAsync("fair")).Buttons, it => it.Kind == "full");
        var pasted = await bot.AskAsync(Page);
        Assert.DoesNotContain(pasted.Buttons, it => it.Kind == "full");
        Assert.Equal(ErrorCode.NoFullText, (await bot.PressAsync("full", pasted.Card!.ArticleId)).Error);
    }

    [Fact]
    public async Task The_pages_are_turned_to_both_ends_and_no_further()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        await bot.AddArticleAsync(string.Join("\n\n", Enumerable.Range(0, 5).Select(i => MadeUpWeb.Story($"fair {i}"))));
        var payload = Assert.Single((await bot.AskAsync("fair")).Buttons, it => it.Kind == "full").Payload;
        var read = new List<string>();
        for (var page = await bot.PressAsync("full", payload); ; page = await bot.PressAsync("fpage", page.Buttons[1].Payload))
        {
            read.AddRange(page.Lines.Select(it => it.ToString()));
            Assert.Equal(read.Count == page.Lines.Count, page.Buttons[0].IsDisabled);
            Assert.NotEqual(page.Buttons[0].Payload, page.Buttons[1].Payload);
            if (page.Buttons[1].IsDisabled)
            {
                break;
            }
        }

        Assert.Equal(Enumerable.Range(0, 5).Select(i => MadeUpWeb.Story($"fair {i}")), read);
        Assert.Equal(ErrorCode.StaleButton, (await bot.PressAsync("fpage", $"{payload}.x")).Error);
        Assert.Null((await bot.PressAsync("fpage", $"{payload}.999")).Error); // it got shorter meanwhile
    }

    [Fact]
    public void Pages_hold_the_whole_text_in_its_order_and_no_page_is_too_long() => Gen.Int[0, Pieces.Length - 1].Array[1, 60].Sample(
        picks =>
        {
            var text = $"It began. {string.Join(' ', picks.Select(pick => Pieces[pick]))}".Trim();
            var pages = ArticlePages.Of(text, "en");
            Assert.Equal(Letters(text), Letters(string.Concat(pages.SelectMany(page => page))));
            Assert.All(pages, page => Assert.NotEmpty(page));
            Assert.All(pages, page => Assert.InRange(page.Sum(line => line.Length + 2), 1, ArticlePages.MaxPage));
            Assert.All(pages.SelectMany(page => page), line => Assert.False(char.IsLowSurrogate(line[0]) || char.IsHighSurrogate(line[^1])));
        },
        iter: 2000);

    private static string Letters(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
