using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CsCheck;
using NodaTime;
using SummaryBot.Articles;
using SummaryBot.Chat;
using SummaryBot.Digests;
using SummaryBot.Discord.Interactions;
using SummaryBot.Discord.Posting;
using SummaryBot.Discord.Rendering;
using SummaryBot.Language;
using SummaryBot.TestDiscord;

namespace SummaryBot.Discord.Tests.Rendering;

/// <summary>The same edition in all three layouts, read as Discord draws it.</summary>
public sealed class LayoutTests
{
    private static readonly Due Due = new(new LocalDateTime(2026, 3, 1, 8, 0), Instant.FromUtc(2026, 3, 1, 8, 0));

    private static readonly string[] Pieces =
    [
        "The minister spoke.", "世界は平和です。", "مرحبا بالعالم.", "שלום.", "naïve İstanbul ıßﬁ", "क्‍ष മലയാളം ന്‍", "😀👩‍👩‍👧‍👦", "🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F", "❤️‍🔥",
        "@everyone", "@here", "<@1>", "<@!1>", "<@&2>", "<#3>", "<t:1:R>", "<t:9999999999>", "</summary:123>", "<:smile:456>", "<a:wave:789>", "<id:customize>", "<id:guide>", ":smile:",
        "**bold**", "*i*", "_i_", "__under__", "~~no~~", "||spoiler||", "`code`", "``c``", "```block```", "# big", "### mid", "-# small", "- item", "  - item", "* item", "+ item", "1. item", "> quote", ">>> quotes",
        "[a](https://evil.example)", "[a](<https://evil.example>)", "https://example.com/a_(b)", "<https://example.com>", "discord.gg/abc", "https://discord.com/invite/abc", "bank.com", "bank。com", "ｂａｎｋ．ｃｏｍ", "b\u200Dank.com",
        "\u202Ereversed\u202C", "\u200Bzero", "\u2066isolate\u2069", "\uFEFF", "\u00AD", "\u3164", "\uDC00", "\uD83D", "\u0007", "\\", "\\\\[", "\\*", "](", "[…]", ")", "&lt;b&gt;", "**", "__", "||", "`", new string('W', 300), new string('*', 90), new string('語', 120),
    ];

    private static readonly Gen<string> Line = Gen.OneOf(AnyOf(Pieces), AnyOf(Pieces), Gen.String[0, 20]).Array[1, 9]
        .Select(parts => OneLine(string.Join(' ', parts)));

    private static readonly Gen<Uri?> Url = AnyOf<Uri?>(
        null,
        new Uri("https://example.com/a"),
        new Uri("https://bank.com/news"),
        new Uri("https://example.com/a_(b)?c=[d]&e=ü*_"),
        new Uri("https://user:word@example.com/"),
        new Uri("https://example.com/" + new string('(', 700)),
        new Uri("https://example.com/" + new string('x', 1980)));

    private static readonly Gen<string> Outlet = AnyOf("Valley *Courier*", "- Report", "@everyone", "# Trend", "[News](https://evil.example)");

    private static readonly Gen<string> Section = AnyOf("Business", "- *Ports* & <@1>", "[Towns](https://evil.example)", "\u200B", new string('#', 40));

    private static readonly Gen<EarlierMessage> Earlier = AnyOf(
        new EarlierMessage("Thu 30 March", new Uri("https://discord.com/channels/1234567890123456789/1234567890123456789/1234567890123456789")),
        new EarlierMessage("Thu 30 March", null));

    private static readonly Gen<ArticlePicture> Pictures = Gen.Select(
        AnyOf(new Uri("https://example.com/a.jpg"), new Uri("https://example.com/a_(b).png?c=[d]&e=ü"), new Uri("https://example.com/" + new string('x', 2028)), new Uri("https://example.com/1x1.gif")),
        Gen.Null(Gen.OneOf(Line, Gen.String[0, 2000])),
        (url, alt) => new ArticlePicture(url, alt));

    private static readonly Gen<StoryBlock> Stories = Gen.Select(
        Line,
        Url,
        Gen.Select(
            Gen.Select(Line, Gen.Bool, (text, gap) => new Quote(text, gap)).Array[0, 3],
            Gen.Select(Line, Outlet, (text, outlet) => new Quote(text, AfterGap: false, Credit: outlet)).Array[0, 2],
            (own, added) => own.Concat(added)),
        Gen.Null(Line),
        Gen.Int[1, 99],
        Gen.Null(AnyOf("newest from *Us*", "3 sources")),
        Gen.Select(Gen.Null(Outlet.Array[1, 5]), Gen.Bool, Gen.Null(Section), Gen.Null(Earlier), Gen.Frequency((5, Gen.Const(false)), (1, Gen.Const(true))), Gen.Null(Pictures)),
        (headline, url, quotes, source, minutes, why, more) => new StoryBlock(
            headline, url, [.. quotes.Where(quote => quote.Text.Length > 0)], source, DateTimeOffset.UnixEpoch.AddYears(50), minutes, why, Also: more.Item1, IsUpdate: more.Item2)
        {
            Section = more.Item3,
            Earlier = more.Item4,
            IsWithdrawn = more.Item5,
            Picture = StoryPictures.Of(more.Item6, headline),
        });

    private static readonly Gen<Chat.Posting?> Postings = Gen.Null(Gen.Select(
        Gen.Null(Gen.Select(
            Gen.Null(AnyOf("The *Daily*", "@everyone of ours", new string('_', 80))),
            Gen.Null(Gen.Const(new Uri("https://example.com/a.png"))),
            Gen.Int[0, 0xFFFFFF].Nullable(),
            Gen.Null(AnyOf("<@&1> ours", new string('|', 200))),
            (name, avatar, color, footer) => new Brand(name, avatar, color, footer))),
        Gen.Null(Gen.Const("12345678901234567890")),
        (brand, role) => new Chat.Posting(brand, role)));

    private static readonly Gen<Edition> Editions = Gen.Select(
        Gen.OneOf(AnyOf("Morning *digest*", new string('[', 64)), Gen.Const("News")),
        Stories.Array[0, 20],
        Gen.Int[0, 3],
        Postings,
        AnyOf([.. UiLanguage.All]),
        (name, stories, kept, posting, language) => new Edition(name, Due, MessageLayout.Cards, stories, kept, "25 min late: the bot was restarted", posting) { Frame = FrameWords.Of(language) });

    /// <summary>The number of editions that the environment asks for, such as 100000; otherwise what takes some seconds.</summary>
    private static int Count { get; } = int.TryParse(Environment.GetEnvironmentVariable("SUMMARYBOT_EDITIONS"), CultureInfo.InvariantCulture, out var count) ? count : 4000;

    [Fact]
    public void Random_editions_are_taken_in_every_layout_ping_nobody_and_show_the_same_whole_sentences_and_links() => Editions.Sample(
        edition =>
        {
            var message = EditionWriter.Write(edition, MessageRenderer.Limits).Message with { Edition = new EditionKey(long.MaxValue, Due.LocalText) }; // which knows no layouts
            var seen = Enum.GetValues<MessageLayout>().Select(layout => See(message with { Layout = layout })).ToList();
            AssertWhole(edition, seen[0]);
            Assert.All(seen, other => Assert.Equal(seen[0].Lines, other.Lines));
            Assert.All(seen, other => Assert.Equal(seen[0].Links, other.Links));
        },
        iter: Count,
        threads: 2);

    [Fact]
    public void A_digest_of_eight_is_one_card_that_a_phone_shows_well()
    {
        var sentence = $"{string.Join(' ', Enumerable.Repeat("A sentence of words", 10))}.";
        var story = new StoryBlock($"{new string('h', 99)} headline", new Uri("https://example.com/a"), [new Quote(sentence, AfterGap: false)], "Example News", DateTimeOffset.UnixEpoch, 2, "newest from Example News");
        var message = EditionWriter.Write(new Edition("Morning digest", Due, MessageLayout.Cards, [.. Enumerable.Repeat(story, 8)], 0, null), MessageRenderer.Limits).Message;
        var card = Assert.Single(MessageRenderer.Render(message));
        var components = PayloadBudget.Components(card["components"]).ToList();
        Assert.InRange(components.Count, 8, 26);
        Assert.InRange(components.Sum(component => Text(component["content"]).Length), 1, 4000);
        Assert.Equal(8, components.Count(component => Text(component["content"]).Contains(sentence, StringComparison.Ordinal)));
        Assert.All(components, component => Assert.InRange(Text(component["content"]).Length, 0, 450));
    }

    [Fact]
    public void What_other_outlets_add_stands_on_its_own_line_over_their_name_and_goes_first_where_room_is_scarce()
    {
        Quote[] quotes = [new("The port opened.", AfterGap: false), new("- It cost 210 million.", AfterGap: false, Credit: "Trend *1*")];
        var story = new StoryBlock("Port opens", null, quotes, "Azernews", null, 2, "2 sources", Also: ["Trend *1*", "A", "B", "C"], IsUpdate: true);
        var text = StoryMarkdown.Of(story, 1, FrameWords.English);
        Assert.Equal(
            "**1. Update: Port opens**\nThe port opened.\n\\- It cost 210 million.\n-# — Trend \\*1\\*\n-# Azernews · 2 min read · also Trend \\*1\\*, A, B and 1 more · why: 2 sources",
            text);
        var wide = story with { Quotes = [new Quote(new string('w', 180), AfterGap: false), new Quote(new string('x', 120), AfterGap: false, Credit: "Trend")] };
        var written = EditionWriter.Write(new Edition("News", Due, MessageLayout.Cards, [.. Enumerable.Repeat(wide, 10)], 0, null), MessageRenderer.Limits).Message;
        Assert.Equal(10, written.Stories.Count);
        Assert.All(written.Stories, it => Assert.Contains(it.Quotes, quote => quote.Credit is null));
        Assert.Null(written.Stories[^1].Quotes.FirstOrDefault(quote => quote.Credit is not null));
        Assert.NotNull(written.Stories[0].Quotes.FirstOrDefault(quote => quote.Credit is not null));
    }

    [Fact]
    public void A_section_has_its_heading_once_an_update_its_earlier_message_and_a_withdrawn_story_nothing_of_its_words()
    {
        var story = new StoryBlock("Port opens", new Uri("https://example.com/port"), [new("The port opened.", AfterGap: false)], "Azernews", null, 2, "2 sources");
        var stories = new[]
        {
            story with { Section = "Towns & *ports*" },
            story with { Section = "Towns & *ports*", IsUpdate = true, Earlier = new EarlierMessage("Thu 30 March", new Uri("https://discord.com/channels/1/2/3")) },
            story with { IsWithdrawn = true },
        };
        var message = new ChatMessage("News", [], stories, ["All."], MessageLayout.Plain) { Corrections = [new("10:40", [2]), new("00:15", [1, 3], "31 March")] };
        Assert.Equal(
            """
            ## News

            ### Towns & \*ports\*
            **1. [Port opens](https://example.com/port)**
            The port opened.
            -# Azernews · 2 min read · why: 2 sources

            **2. Update: [Port opens](https://example.com/port)**
            The port opened.
            -# Azernews · 2 min read · [first shown Thu 30 March](https://discord.com/channels/1/2/3) · why: 2 sources

            ### Other stories
            **3. ~~Port opens~~**
            -# Azernews · withdrawn by its publisher

            -# corrected 10\:40\: story 2
            -# corrected 00\:15\: stories 1 and 3 \(31 March\)
            -# All.
            """.ReplaceLineEndings("\n"),
            Text(Assert.Single(MessageRenderer.Render(message))["content"]));
    }

    [Fact]
    public void Twenty_stories_with_pictures_show_those_of_the_first_each_below_its_own_and_none_of_what_is_taken_back()
    {
        var stories = Enumerable.Range(0, 20).Select(i => new StoryBlock($"Story {i}", null, [], "Example News", null, 1, null, $"{i}")
        {
            Picture = new StoryPicture(new Uri($"https://example.com/{i}.jpg"), $"Picture {i}"),
            IsWithdrawn = i == 1,
        }).ToList();
        var message = new ChatMessage("News", ["20 stories"], stories, ["Word for word."], MessageLayout.Cards) { Edition = new EditionKey(1, Due.LocalText) };
        var body = Assert.Single(MessageRenderer.Render(message, new EditionButtons(Interactions.Buttons.Ids, Words.English)));
        Assert.Empty(MessageVerdict.Refusals(body));
        Assert.Equal(40, PayloadBudget.Components(body["components"]).Count());
        var card = body["components"]![0]!["components"]!.AsArray().ToList();
        var shown = card.Select((component, at) => (component, at)).Where(it => it.component!["items"] is not null).ToList();
        Assert.Equal([.. Enumerable.Range(0, 20).Where(i => i != 1).Take(shown.Count).Select(i => $"Picture {i}")], shown.Select(it => Text(it.component!["items"]![0]!["description"])));
        Assert.All(shown, it => Assert.Contains($"Story {Text(it.component!["items"]![0]!["description"])[8..]}**", Text(card[it.at - 1]!["content"]), StringComparison.Ordinal));
        Assert.InRange(shown.Count, 8, 19);
    }

    [Theory]
    [InlineData(MessageLayout.Cards, 7)]
    [InlineData(MessageLayout.Compact, 7)]
    [InlineData(MessageLayout.Plain, 0)]
    public void The_menu_and_the_buttons_stand_once_below_an_edition_and_not_where_nobody_can_answer_them(MessageLayout layout, int components)
    {
        var message = DiscordFixture.Message("Morning", layout);
        var edition = message with { Edition = new EditionKey(1, Due.LocalText), Stories = [.. message.Stories.Select((story, i) => story with { ArticleId = $"{i}" })] };
        var buttons = new EditionButtons(Interactions.Buttons.Ids, Words.English);
        Assert.Equal(components, Components(edition, buttons) - Components(edition, null));
        Assert.Equal(0, Components(message, buttons) - Components(message, null)); // a note, or of an older version
        Assert.Equal(0, Components(edition with { Stories = [] }, buttons) - Components(edition with { Stories = [] }, null));
        var perStory = edition with { Stories = [.. edition.Stories, .. edition.Stories], Posting = new Chat.Posting(Thread: ThreadMode.Story) };
        var posts = Post.Of(perStory, buttons).Select(post => PayloadBudget.Components(post.Body["components"]).Count(component => component.ContainsKey("custom_id")));
        Assert.Equal([0, components == 0 ? 0 : 5], posts);

        static int Components(ChatMessage message, EditionButtons? buttons) =>
            MessageRenderer.Render(message, buttons).Sum(body => PayloadBudget.Components(body["components"]).Count());
    }

    [Theory]
    [InlineData(MessageLayout.Cards, 1)]
    [InlineData(MessageLayout.Compact, 1)]
    [InlineData(MessageLayout.Plain, 0)]
    public void A_personal_edition_can_be_stopped_below_whether_it_has_stories_or_not(MessageLayout layout, int more)
    {
        var personal = DiscordFixture.Message("Mine", layout) with { Edition = new EditionKey(1, Due.LocalText), IsPersonal = true };
        Assert.Equal(Buttons(personal with { IsPersonal = false }), Buttons(personal)); // it is in direct messages already
        Assert.Equal(more, Buttons(personal) - Buttons(personal with { IsCopy = true }));
        Assert.Equal(more, Buttons(personal with { Stories = [] }));

        static int Buttons(ChatMessage message) => MessageRenderer.Render(message, new EditionButtons(Interactions.Buttons.Ids, Words.English))
            .Sum(body => PayloadBudget.Components(body["components"]).Count(component => component.ContainsKey("custom_id")));
    }

    [Theory]
    [InlineData(2001, 0, 0, false)]
    [InlineData(2000, 0, 0, true)]
    [InlineData(0, 4001, 0, false)]
    [InlineData(0, 4000, 38, true)]
    [InlineData(0, 4000, 39, false)]
    public void The_budget_counts_as_Discord_does(int content, int display, int more, bool fits)
    {
        var body = content > 0
            ? new JsonObject { ["content"] = $" {new string('x', content)}\n" }
            : new JsonObject
            {
                ["flags"] = MessageRenderer.IsComponentsV2,
                ["components"] = new JsonArray(Components.Container([Components.Text(new string('x', display)), .. Enumerable.Range(0, more).Select(_ => Components.Separator())])),
            };
        Assert.Equal(fits, PayloadBudget.Fits(body));
        Assert.Equal(fits, MessageVerdict.Refusals(body).Count == 0);
    }

    /// <summary>What a reader sees of the stories, and where the links lead.</summary>
    private static (ChatMessage Message, List<string> Lines, List<string> Links) See(ChatMessage message)
    {
        var bodies = MessageRenderer.Render(message, new EditionButtons(Interactions.Buttons.Ids, Words.English));
        AssertBelow(message, bodies);
        string[] pings = message.Posting?.MentionRole is { } role ? [$"<@&{role}>"] : [];
        Assert.Empty(bodies.SelectMany(MessageVerdict.Refusals));
        Assert.Equal(pings, bodies.SelectMany(MessageVerdict.Pings));
        Assert.All(bodies, body => Assert.True(PayloadBudget.Fits(body)));
        var html = string.Concat(bodies.SelectMany(Texts).Select(MessageVerdict.Html)).Replace($"<p><span class=mention>&lt;@&amp;{message.Posting?.MentionRole}&gt;</span></p>", "", StringComparison.Ordinal);
        Assert.DoesNotMatch("<(h1|i|u|code|li|blockquote)>|class=(spoiler|mention|emoji|invite)", html);
        Assert.Equal(message.Headings.Count(heading => heading is not null), Regex.Count(html, "<h3>", RegexOptions.None, TimeSpan.FromSeconds(5)));
        Assert.Equal(message.Stories.Count(story => story.IsWithdrawn), Regex.Count(html, "<s>", RegexOptions.None, TimeSpan.FromSeconds(5)));
        Assert.Equal(message.Stories.Count, Regex.Count(html, "<p><b>", RegexOptions.None, TimeSpan.FromSeconds(5)));
        var lines = Regex.Matches(html, "<(p|small|h3)>(?<line>.*?)</(p|small|h3)>", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Select(match => Visible(match.Groups["line"].Value));
        var brand = message.Posting?.Brand;
        var links = Regex.Matches(html, "<a href=\"(?<url>[^\"]*)\">", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Select(match => WebUtility.HtmlDecode(match.Groups["url"].Value));
        return (message, [.. lines.Where(line => line != Trimmed(brand?.Name) && line != Trimmed(brand?.Footer))], [.. links]);
    }

    /// <summary>Buttons stand below cards and embeds with stories; the pictures of as many stories as have room, from the first on, each below its story and with words.</summary>
    private static void AssertBelow(ChatMessage message, IReadOnlyList<JsonObject> bodies)
    {
        var components = bodies.SelectMany(body => PayloadBudget.Components(body["components"])).ToList();
        string[] menu = message.Stories.Any(story => story is { ArticleId: not null, IsWithdrawn: false }) ? [""] : [];
        string[] buttons = message.Stories.Count == 0 || message.Layout == MessageLayout.Plain ? [] : [.. menu, "Send to my DMs", "Why these?", "Useful", "Not useful"];
        Assert.Equal(buttons, components.Where(component => component.ContainsKey("custom_id")).Select(button => Text(button["label"])));
        var there = message.Layout == MessageLayout.Cards ? message.Stories.Where(story => story is { Picture: not null, IsWithdrawn: false }).Select(story => story.Picture!).ToList() : [];
        var items = components.Where(component => component["items"] is not null).Select(gallery => Assert.Single(gallery["items"]!.AsArray())!).ToList();
        Assert.Equal(there.Take(items.Count), items.Select(item => new StoryPicture(new Uri(Text(item["media"]!["url"])), Text(item["description"]))));
        Assert.True(items.Count == there.Count || components.Count == PayloadBudget.MaxComponents, "there was room for one more picture");
        Assert.All(items, item => Assert.InRange(Text(item["description"]).Trim().Length, 1, 1024));
    }

    private static void AssertWhole(Edition edition, (ChatMessage Message, List<string> Lines, List<string> Links) seen)
    {
        var at = 0;
        foreach (var (given, shown) in edition.Stories.Zip(seen.Message.Stories))
        {
            Assert.True(shown.Quotes.Count == 0 || shown.Quotes.SequenceEqual(given.Quotes) || shown.Quotes.SequenceEqual(given.Quotes.Where(quote => quote.Credit is null)));
            Assert.True(shown.Url is null || shown.Url == given.Url);
            at = Find(seen.Lines, at, Trimmed(given.Headline));
            foreach (var quote in shown.IsWithdrawn ? [] : shown.Quotes)
            {
                at = Find(seen.Lines, at, Trimmed(quote.Text));
                at = quote.Credit is { } credit ? Find(seen.Lines, at, $"— {credit}") : at;
            }

            string?[] facts = given.IsWithdrawn ? [seen.Message.Frame.WithdrawnNote] : [seen.Message.Frame.Also(given), seen.Message.Frame.FirstShown(given)];
            facts.OfType<string>().ToList().ForEach(fact => at = Find(seen.Lines, at, fact));
        }

        Assert.Equal(
            seen.Message.Stories.Count(story => story.IsUpdate),
            seen.Lines.Count(line => Regex.IsMatch(line, $"^[0-9]+\\. {seen.Message.Frame.UpdateMark}", RegexOptions.None, TimeSpan.FromSeconds(5))));
        var pages = seen.Message.Stories.Where(story => !story.IsWithdrawn).SelectMany(story => new[] { story.Url, story.Earlier?.Link }).OfType<Uri>().Select(url => url.AbsoluteUri);
        Assert.All(seen.Links, link => Assert.Contains(link, pages.Select(page => page.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal))));
    }

    private static int Find(List<string> lines, int from, string text)
    {
        var at = lines.FindIndex(from, line => line.Contains(text, StringComparison.Ordinal));
        Assert.True(at >= 0, $"Not shown whole: {text}");
        return at;
    }

    private static IEnumerable<string> Texts(JsonObject body) =>
    [
        Text(body["content"]),
        .. PayloadBudget.Components(body["components"]).Select(component => Text(component["content"])),
        .. (body["embeds"] as JsonArray ?? []).Select(embed => Text(embed!["description"])),
    ];

    private static string Visible(string html) => WebUtility.HtmlDecode(Regex.Replace(html, "<[^>]*>", "", RegexOptions.None, TimeSpan.FromSeconds(5))).Trim();

    private static string Trimmed(string? text) => Printable.Of(text ?? "").Trim();

    private static string Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    private static Gen<T> AnyOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
