using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CsCheck;
using NodaTime;
using SummaryBot.Articles;
using SummaryBot.Chat;
using SummaryBot.Commands;
using SummaryBot.Digests;
using SummaryBot.Discord.Interactions;
using SummaryBot.Discord.Rendering;
using SummaryBot.Language;
using SummaryBot.Summarization;
using SummaryBot.Summarization.Text;
using SummaryBot.TestDiscord;

namespace SummaryBot.Discord.Tests.Rendering;

/// <summary>Whatever an article holds, its edition is taken by Discord, pings nobody, and shows whole sentences.</summary>
public sealed class RandomEditionTests
{
    private static readonly string[] Pieces =
    [
        "The minister spoke.", "Ships came from 3.5 countries!", "“Why?” she asked.", "U.S. officials said no.", "世界は平和です。", "これは文です。", "😀👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿", "@everyone", "@here", "<@1>", "<@&2>", "<#3>", "<t:1:R>",
        "**bold**", "__under__", "~~no~~", "||spoiler||", "`code`", "```block```", "# big", "-# small", "- item", "1. item", "> quote", "[a](https://evil.example)", "https://example.com/a_(b)", "discord.gg/x",
        "\u202Ereversed\u202C", "\u200Bzero", "\u2066isolate\u2069", "مرحبا بالعالم.", "שלום.", "naïve İstanbul ıßﬁ", "a\tb", "\\", "\\\\[", "[…]", new string('W', 300), new string(
            '語', 400), string.Concat(
            Enumerable.Repeat("long words ", 90)) + "end.",
        "He went home. She stayed.", "\n\n", "\n", "Mr. Smith vs. Dr. Jones at 5 p.m. today.", "\uFEFF", "&amp; &lt;b&gt;", "line: one", "(in brackets. Really.)",
    ];

    private static readonly Gen<string> Text = Gen.OneOf(AnyOf(Pieces), Gen.String[0, 40]).Array[1, 40].Select(
        parts => Clean(string.Join(' ', parts)));

    private static readonly Gen<Article> Articles = Gen.Select(
        Gen.Frequency((3, Gen.Const((string?)null)), (5, Text.Select(text => (string?)text.Replace('\n', ' ')))),
        Gen.Frequency((1, Gen.Const((string?)null)), (3, AnyOf(Pieces).Select(text => (string?)text))),
        AnyOf<Uri?>(
            null,
            new Uri("https://example.com/a"),
            new Uri("https://example.com/a_(b)?c=[d]&e=ü"),
            new Uri("https://example.com/" + new string('x', 900))),
        Text,
        (headline, source, url, text) => new Article(
            string.IsNullOrWhiteSpace(headline) ? null : headline, source, url, null, DateTimeOffset.UnixEpoch.AddYears(50), string.IsNullOrWhiteSpace(text) ? "One." : text.Trim()));

    private static readonly Gen<(Article[] Articles, MessageLayout Layout, SummaryLength Length)> Editions =
        Gen.Select(Articles.Array[1, 20], Gen.Enum<MessageLayout>(), Gen.Enum<SummaryLength>());

    [Fact]
    public async Task Random_articles_make_editions_that_are_taken_without_a_ping_or_a_cut_sentence()
    {
        await using var discord = await DiscordFixture.StartAsync(new TestDiscordOptions { EnforceRateLimits = false });
        using var http = discord.PlainClient(); // the bot's own client keeps to 50 requests a second
        await Editions.SampleAsync(
            async it =>
            {
                var (message, stories) = Write(it.Articles, it.Layout, it.Length);
                AssertWhole(it.Articles, stories);
                var bodies = MessageRenderer.Render(message with { Edition = new EditionKey(1, "2026-03-01T08:00") }, new EditionButtons(Interactions.Buttons.Ids, Words.English));
                AssertShown(message, bodies);
                foreach (var body in bodies)
                {
                    using var response = await http.PostAsJsonAsync($"channels/{discord.Channel}/messages", body, DiscordFixture.Token);
                    Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(DiscordFixture.Token));
                }
            },
            iter: 3000,
            threads: 2);
        Assert.Empty(discord.Server.Log.Refusals);
        Assert.Empty(discord.Server.World.Pings);
    }

    [Fact]
    public async Task Random_summaries_are_taken_with_their_links_and_whole_sentences()
    {
        await using var discord = await DiscordFixture.StartAsync(new TestDiscordOptions { EnforceRateLimits = false });
        using var http = discord.PlainClient();
        var linked = 0;
        await Gen.Select(Articles, Gen.Int[1, 12]).SampleAsync(
            async (article, sentences) =>
            {
                var card = SummaryCardWriter.Write(article, new SummaryOptions { Sentences = sentences, Title = article.Headline });
                AssertProved(card.Sentences, article);
                Assert.All(card.Quotes.Select(quote => quote.Link).OfType<string>(), link => AssertLink(link, article.Url!));
                var body = Interactions.Buttons.Render(card);
                Interlocked.Add(ref linked, Regex.Count(string.Concat(Texts(body)), @" \[↗\]\(https://example\.com/[^()\s]+:~:text=[^()\s]+\)", RegexOptions.None, TimeSpan.FromSeconds(5)));
                using var response = await http.PostAsJsonAsync($"channels/{discord.Channel}/messages", body, DiscordFixture.Token);
                Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(DiscordFixture.Token));
            },
            iter: 3000,
            threads: 2);
        Assert.True(linked > 1000, $"{linked} links in all");
        Assert.Empty(discord.Server.Log.Refusals);
        Assert.Empty(discord.Server.World.Pings);
    }

    private static (ChatMessage Message, List<(Article Article, StoryBlock Story)> Stories) Write(
        Article[] articles, MessageLayout layout, SummaryLength length)
    {
        var blocks = articles.Select((article, i) => StoryBlockWriter.Write(article, length) with
        {
            Why = "newest",
            Section = i % 3 == 0 ? null : Pieces[i],
            Earlier = i % 4 == 0 ? new EarlierMessage("Thu 30 March", new Uri("https://discord.com/channels/1/2/3")) : null,
            IsWithdrawn = i % 5 == 4,
        }).Select(block => block with { Picture = StoryPictures.Of(new ArticlePicture(new Uri("https://example.com/a.jpg"), block.Source), block.Headline) }).ToList();
        var due = new Due(new LocalDateTime(2026, 3, 1, 8, 0), Instant.FromUtc(2026, 3, 1, 8, 0));
        var written = EditionWriter.Write(new Edition("Morning *digest*", due, layout, blocks, 3, "25 min late"), MessageRenderer.Limits);
        return (written.Message, [.. articles.Zip(written.Message.Stories)]);
    }

    /// <summary>Every quote, and every headline that stands in for one, is a sentence of its article from end to end.</summary>
    private static void AssertWhole(Article[] articles, List<(Article Article, StoryBlock Story)> stories)
    {
        Assert.True(stories.Count <= articles.Length);
        foreach (var (article, story) in stories)
        {
            var sentences = SentenceSplitter.Split(article.Text, article.Language).Select(
                span => OneLine(article.Text[span.Start..span.End])).ToHashSet(
                StringComparer.Ordinal);
            Assert.All(story.Quotes, quote => Assert.Contains(quote.Text, sentences));
            AssertProved(story.Sentences, article);
        }
    }

    private static void AssertProved(IEnumerable<Quote> sentences, Article article) => Assert.All(
        sentences, sentence => Assert.True(sentence.Origin!.IsOf(sentence.Text) && sentence.Origin.IsIn(article.Text, sentence.Text), sentence.Text));

    private static void AssertLink(string link, Uri url)
    {
        Assert.StartsWith($"{url.AbsoluteUri}#:~:text=", link, StringComparison.Ordinal);
        var directive = link[(url.AbsoluteUri.Length + "#:~:text=".Length)..];
        Assert.InRange(directive.Length, 1, SentenceLinks.MaxLength);
        Assert.Matches("^([A-Za-z0-9_.~%]+-,)?[A-Za-z0-9_.~%]+(,[A-Za-z0-9_.~%]+)?(,-[A-Za-z0-9_.~%]+)?$", directive);
        Assert.DoesNotContain("%EF%BF%BD", directive, StringComparison.Ordinal); // half a character
    }

    /// <summary>What Discord shows once it has taken the backslashes away is what the edition says.</summary>
    private static void AssertShown(ChatMessage message, IReadOnlyList<JsonObject> bodies)
    {
        var shown = string.Join('\n', bodies.SelectMany(Texts));
        var plain = Regex.Replace(shown, @"\\(?<c>[^0-9A-Za-z\s])", "${c}", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
        foreach (var text in message.Stories.SelectMany(story => (story.IsWithdrawn ? [] : story.Quotes.Select(quote => quote.Text)).Append(story.Headline)))
        {
            Assert.Contains(Printable.Of(text), plain, StringComparison.Ordinal);
        }

        Assert.True(
            bodies.SelectMany(Texts).Sum(text => text.Length) <= MessageRenderer.Limits.Cost(message), "the limits promise more room than there is");
    }

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject fields when fields.ContainsKey("media") || fields.ContainsKey("value") => [], // what a picture shows and a menu offers is no text of the message
        JsonObject fields => fields.SelectMany(field => field is { Key: "content" or "title" or "description", Value: JsonValue value } ? [value.GetValue<string>()] : Texts(field.Value)),
        JsonArray items => items.SelectMany(Texts),
        _ => [],
    };

    private static Gen<T> AnyOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A reader of files or feeds gives no lone halves of characters.</summary>
    private static string Clean(string text) =>
        string.Concat(text.EnumerateRunes().Where(rune => rune.Value != 0xFFFD && rune.Value != 0).Select(rune => rune.ToString()));
}
