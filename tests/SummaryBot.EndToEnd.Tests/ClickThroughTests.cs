using System.Text;
using System.Text.RegularExpressions;
using SummaryBot.Articles;
using SummaryBot.TestDiscord;

namespace SummaryBot.EndToEnd.Tests;

/// <summary>A link to a sentence makes a real browser scroll to it and highlight it, and nothing else.</summary>
public sealed class ClickThroughTests(Chromium browser) : IClassFixture<Chromium>
{
    private const string Filler = "The council met for two hours in the old hall. Nobody asked for the floor. Later the lights went out.";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("en", "The ferry left.")]
    [InlineData("en", "The second service starts on 12 April, the port said, and it will carry 54 containers, most of them with apples & pears - on each run.")]
    [InlineData("en", "“Why, then?” she asked – it cost $3.50, i.e. 100% more-or-less (a_b~c*d), #1, a+b=c; d/e?f!")]
    [InlineData("en", "He  said\u00A0that the naïve café owner\u2019s co\u00ADoperation was \u200Bwanted.")]
    [InlineData("tr", "İstanbul'da ığdır ve şehir çok güzel bir gün yaşadı, dedi belediye başkanı dün akşam saatlerinde.")]
    [InlineData("az", "Görüşdə Azərbaycan ilə əməkdaşlığın perspektivləri müzakirə edildi, bildirdi nazirlik.")]
    [InlineData("ru", "Второй поезд отправится двенадцатого апреля и повезёт пятьдесят четыре контейнера, сообщила администрация порта.")]
    [InlineData("ar", "قال الميناء إن الخدمة الثانية تبدأ في الثاني عشر من أبريل وتنقل أربعة وخمسين حاوية في كل رحلة.")]
    [InlineData("fa", "او می\u200Cخواهد که قطار دوم از دوازدهم آوریل آغاز به کار کند و هر بار پنجاه و چهار کانتینر ببرد.")]
    [InlineData("he", "הנמל אמר \u200Fשהשירות השני יתחיל בשנים עשר באפריל ויוביל חמישים וארבע מכולות בכל נסיעה.")]
    [InlineData("zh", "港口表示，第二条线路将于四月十二日开通，每次可运载五十四个集装箱，主要是苹果。")]
    [InlineData("ja", "港によると、第二便は四月十二日に始まり、毎回五十四個を運ぶ。")]
    [InlineData("ko", "항만은 두 번째 열차가 사월 십이일에 운행을 시작하며 매번 컨테이너 오십사 개를 실어 나른다고 밝혔다.")]
    [InlineData("hi", "बंदरगाह ने कहा कि दूसरी सेवा बारह अप्रैल से शुरू होगी और हर बार चौवन कंटेनर ले जाएगी।")]
    [InlineData("el", "Το λιμάνι ανακοίνωσε ότι η δεύτερη γραμμή ξεκινά στις δώδεκα Απριλίου με πενήντα τέσσερα κιβώτια.")]
    [InlineData("en", "The crew waved 👩‍👩‍👧‍👦 and 🇦🇿 flags 😀 as the 𝒮hip came in.")]
    public async Task A_sentence_far_down_is_scrolled_to_and_highlighted_alone(string language, string sentence)
    {
        var text = $"{Filler}\n\n{Filler}\n\n{Filler} {sentence} {Filler}\n\n{Filler}";
        await AssertLeadsToAsync("Council meets", text, language, text.IndexOf(sentence, StringComparison.Ordinal), sentence.Length);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task One_of_many_alike_is_told_by_the_words_around_it(int which)
    {
        var text = $"{Filler}\n\nThe mayor declined to comment. Prices rose.\n\nThe harbor opened at nine. The mayor declined to comment. Ships came.\n\n"
            + "A band played. THE MAYOR DECLINED TO COMMENT. The day ended.\n\nThe mayor declined to comment.\n\nA drum was heard.\n\nThe mayor declined to comment.";
        var starts = Regex.Matches(text, "the mayor", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1)).Select(match => match.Index).ToList();
        await AssertLeadsToAsync("The mayor declined to comment.", text, "en", starts[which], "The mayor declined to comment.".Length);
    }

    /// <summary>A script without spaces leaves few places to cut at: the beginning of the sentence is highlighted then.</summary>
    [Fact]
    public async Task A_sentence_that_cannot_be_named_to_its_end_is_scrolled_to_all_the_same()
    {
        const string Sentence = "港によると、第二便は四月十二日に始まり、毎回五十四個のコンテナを運ぶという。";
        var text = $"{Filler}\n\n{Filler}\n\n{Sentence}\n\n{Filler}";
        await using var page = await ArticlePage.StartAsync(null, text, "ja", Token);
        var link = new SentenceLinks(page.Address, new Article(null, null, page.Address, "ja", null, text)).To(
            text.IndexOf(Sentence, StringComparison.Ordinal), text.IndexOf(Sentence, StringComparison.Ordinal) + Sentence.Length);
        var (highlighted, scrolledTo) = await ArticlePage.OpenAsync(browser, link!);
        Assert.Equal("<s6 in part>", Assert.Single(highlighted));
        Assert.True(scrolledTo > 100, $"The page is scrolled to {scrolledTo}.");
    }

    [Fact]
    public async Task Each_sentence_of_a_summary_in_Discord_leads_to_itself_on_the_page_of_the_article()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(BotFolder.RepositoryRoot, "tests", "articles", "harbor.txt"), Token);
        var article = Assert.IsType<ReadResult.Read>(PlainTextReader.Read(Encoding.UTF8.GetBytes(text))).Article;
        await using var page = await ArticlePage.StartAsync(article.Headline, article.Text, "en", Token);
        using var folder = new BotFolder();
        await using var discord = await TestDiscordServer.StartAsync(new TestDiscordOptions(), Token);
        folder.Environment["SUMMARYBOT__DISCORD__TOKEN"] = discord.Token;
        folder.Environment["SUMMARYBOT__DISCORD__APIBASEADDRESS"] = discord.ApiBaseAddress.ToString();
        var file = folder.Write("harbor.txt", $"url {page.Address}\n{text}");
        Assert.Equal(0, (await BotProcess.RunAsync(folder, "article", "import", file)).Code);
        await using var bot = BotProcess.Start(folder, []);
        await Eventually.HoldsAsync(() => discord.World.Registrations == 1, () => $"Not registered: {bot.Notes}");
        var answer = await discord.User.InvokeAsync("summary", new Dictionary<string, object> { ["article"] = article.Id, ["sentences"] = 5 });
        Assert.Null(answer.Error);
        var shown = string.Join('\n', answer.Message!["components"]![0]!["components"]!.AsArray().Select(it => it!["content"]?.GetValue<string>()));
        var quotes = Regex.Matches(shown, @"(?<sentence>[^\n]+?) \[↗\]\((?<link>[^)]+)\)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        Assert.Equal(5, quotes.Count);
        foreach (var quote in quotes.Cast<Match>())
        {
            var (highlighted, _) = await ArticlePage.OpenAsync(browser, quote.Groups["link"].Value);
            Assert.Equal([quote.Groups["sentence"].Value.Replace("\\", "", StringComparison.Ordinal).Trim()], highlighted);
        }

        Assert.Empty((await ArticlePage.OpenAsync(browser, page.Address.AbsoluteUri)).Highlighted);
    }

    private async Task AssertLeadsToAsync(string headline, string text, string language, int start, int length)
    {
        await using var page = await ArticlePage.StartAsync(headline, text, language, Token);
        var article = new Article(headline, null, page.Address, language, null, text);
        var link = new SentenceLinks(page.Address, article).To(start, start + length);
        Assert.NotNull(link);
        var (highlighted, scrolledTo) = await ArticlePage.OpenAsync(browser, link);
        Assert.Equal([text[start..(start + length)]], highlighted);
        Assert.True(scrolledTo > 100, $"The page is scrolled to {scrolledTo}.");
    }
}
