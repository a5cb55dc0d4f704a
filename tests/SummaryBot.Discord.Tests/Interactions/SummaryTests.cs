using System.Text.Json.Nodes;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using SummaryBot.Articles;
using SummaryBot.Commands.Shape;
using SummaryBot.Commands.Summaries;
using SummaryBot.Discord.Interactions;
using SummaryBot.Discord.Interactions.Commands;
using SummaryBot.Discord.Rendering;
using SummaryBot.Language;
using SummaryBot.Settings;

namespace SummaryBot.Discord.Tests.Interactions;

/// <summary><c>/summary</c> as people meet it: pasted addresses, languages, direct messages, the whole text.</summary>
public sealed class SummaryTests : IAsyncLifetime
{
    private const string Somebody = "1100000000009999999";
    private const string Page = "http://example.org/quay";

    private readonly PageSite _site = new();
    private InteractionFixture _bot = null!;

    public async ValueTask InitializeAsync()
    {
        _bot = await InteractionFixture.StartAsync(_site.Use);
        _site.Page("example.org/quay", "Quay burns", $"The quay burned for an hour. {InteractionFixture.News}");
    }

    public async ValueTask DisposeAsync()
    {
        Assert.Empty(_bot.Server.Log.Refusals);
        await _bot.DisposeAsync();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task A_pasted_address_is_answered_in_private_and_its_buttons_work_after_a_restart_without_another_fetch()
    {
        await AskAsync(Page, null, ("length", InteractionOptions.TextType, "short"));
        var card = _bot.Last();
        Assert.Contains("The quay burned", Text(card), StringComparison.Ordinal);
        Assert.Empty(_bot.Hand.SeenBy(Somebody));
        _bot.Restart();
        await _bot.UseAsync(card, InteractionFixture.IdOf(card, "Longer")!);
        Assert.True(Text(_bot.Last()).Length > Text(card).Length);
        await _bot.UseAsync(card, InteractionFixture.IdOf(card, "Why these?")!);
        Assert.Contains("Why these sentences?", Text(_bot.Last()), StringComparison.Ordinal);
        Assert.Null(InteractionFixture.IdOf(card, "Full text")); // nobody said that it may be shown whole
        await _bot.UseAsync(card, InteractionFixture.IdOf(card, "Share here")!);
        Assert.Contains("The quay burned", Text(Assert.Single(_bot.Hand.SeenBy(Somebody))), StringComparison.Ordinal);
        Assert.Equal(["example.org/quay"], _site.Asked);
    }

    [Fact]
    public async Task It_is_shown_to_everybody_only_where_that_was_asked()
    {
        await AskAsync(Page, null, ("show", InteractionOptions.TruthType, true));
        Assert.Contains("The quay burned", Text(Assert.Single(_bot.Hand.SeenBy(Somebody))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_people_in_direct_messages_each_sees_only_what_he_pasted()
    {
        await AskAsync(Page, InDirectMessages);
        var card = _bot.Last();
        Assert.Null(InteractionFixture.IdOf(card, "Share here"));
        await _bot.TakeAsync(_bot.Hand.Make(2, InteractionFixture.Typed("summary", ("article", InteractionOptions.TextType, "quay")), InDirectMessages, Somebody));
        Assert.Contains("No stored article matches", Text(_bot.Last(Somebody)), StringComparison.Ordinal);
        await AskAsync("quay", InDirectMessages);
        Assert.Contains("The quay burned", Text(_bot.Last()), StringComparison.Ordinal);
        await AskAsync("quay", json => json["authorizing_integration_owners"] = new JsonObject { ["1"] = _bot.User }); // his own app, in a server without the bot
        Assert.Contains("The quay burned", Text(_bot.Last()), StringComparison.Ordinal);
        Assert.Single(_site.Asked);
    }

    [Theory]
    [InlineData("http://example.org/nothing", "has no page at that address")]
    [InlineData("http://example.org/pdf", "holds no article that can be read")]
    [InlineData("http://example.org/empty", "holds no article that can be read")]
    [InlineData("http://example.org/big", "too big to be read")]
    [InlineData("http://example.org/inward", "That address is not fetched")]
    [InlineData("http://inner.example.org/a", "That address is not fetched")]
    [InlineData("http://127.0.0.1/a", "That address is not fetched")]
    [InlineData("http://169.254.169.254/latest/meta-data", "That address is not fetched")]
    [InlineData("http://[::ffff:10.0.0.1]/a", "That address is not fetched")]
    [InlineData("https://user:secret@example.org/quay", "That address is not fetched")]
    [InlineData("http://example.org:22/a", "That address is not fetched")]
    [InlineData("http://example.org/dying", "its answer was broken")]
    [InlineData("http://example.org/waiting", "asks to be left alone")]
    public async Task What_cannot_be_fetched_ends_with_a_plain_error_and_never_with_thinking(string address, string said)
    {
        _site.Raw("example.org/pdf", "200 OK", "application/pdf", "%PDF");
        _site.Raw("example.org/empty", "200 OK", "text/html", "<html><body></body></html>");
        _site.Answer("example.org/big", (stream, token) => PageSite.WriteAsync(stream, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 999999999\r\n\r\n", token));
        _site.Redirect("example.org/inward", "http://10.0.0.1/secret");
        _site.Names["inner.example.org"] = "10.0.0.7";
        _site.Answer("example.org/dying", (stream, token) => PageSite.WriteAsync(stream, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5000\r\n\r\n<p>The quay", token));
        _site.Raw("example.org/waiting", "429 Too Many Requests\r\nRetry-After: 600", "text/plain", "");
        var asked = await AskAsync(address);
        Assert.Equal(5, _bot.Hand.AnswerType(asked));
        var answer = Assert.Single(_bot.Hand.SeenBy(_bot.User));
        Assert.Contains(said, Text(answer), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", Text(answer) + _bot.Log, StringComparison.Ordinal);
        Assert.DoesNotContain(_site.Asked, place => place.Contains("10.0.0", StringComparison.Ordinal) || place.Contains("inner", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", "Quoted word for word", "Longer")]
    [InlineData("az", "Sözbəsöz sitat", "Daha uzun")]
    [InlineData("tr", "Kelimesi kelimesine alıntı", "Daha uzun")]
    [InlineData("ru", "слово в слово", "Длиннее")]
    [InlineData("de", "Wort für Wort zitiert", "Länger")]
    public async Task The_card_speaks_the_language_of_its_server(string language, string said, string button)
    {
        await _bot.Get<GuildSettingsStore>().WriteAsync(new GuildSettings(_bot.Server.World.GuildId) { Language = UiLanguage.Find(language) }, InteractionFixture.Token);
        await AskAsync(Page);
        Assert.Contains(said, Text(_bot.Last()), StringComparison.Ordinal);
        Assert.NotNull(InteractionFixture.IdOf(_bot.Last(), button));
    }

    [Fact]
    public async Task The_whole_text_is_read_page_by_page_in_private_also_after_a_restart()
    {
        var article = new Article("Harbor opens", "Example News", null, "en", null, string.Join("\n\n", Enumerable.Range(0, 30).Select(i => $"{i} began. {InteractionFixture.News}")));
        await _bot.Get<ArticleStore>().AddAsync(article, InteractionFixture.Token);
        await AskAsync(article.Id);
        var card = _bot.Last();
        await _bot.UseAsync(card, InteractionFixture.IdOf(card, "Full text")!);
        _bot.Restart();
        var page = _bot.Last();
        Assert.Contains("0 began", Text(page), StringComparison.Ordinal);
        await _bot.UseAsync(page, InteractionFixture.IdOf(page, "Next ▶")!);
        Assert.Contains("Page 2 of", Text(_bot.Last()), StringComparison.Ordinal);
        Assert.DoesNotContain("\n0 began", Text(_bot.Last()), StringComparison.Ordinal);
        await _bot.UseAsync(_bot.Last(), InteractionFixture.IdOf(_bot.Last(), "◀ Previous")!);
        Assert.Equal(Text(page), Text(_bot.Last()));
        Assert.Empty(_bot.Hand.SeenBy(Somebody));
    }

    [Fact]
    public async Task No_page_of_any_text_is_cut_when_it_is_shown()
    {
        var ids = await _bot.Get<ComponentKey>().LoadAsync(InteractionFixture.Token);
        var pieces = new[] { "***", "- a", "1. b", "\n\n", "@everyone", "[a](b)", "Whole words stand here.", new string('_', 1699), new string('x', 4000) };
        await Gen.Int[0, pieces.Length - 1].Array[1, 40].SampleAsync(
            async picks =>
            {
                var article = new Article(new string('*', 200), null, null, "en", null, $"It began {Guid.NewGuid()}. {string.Join(' ', picks.Select(pick => pieces[pick]))}".Trim());
                await _bot.Get<ArticleStore>().AddAsync(article, InteractionFixture.Token);
                var call = new CommandCall(Words.English, _bot.User, "");
                for (var next = $"{article.Id}.0"; next is not null;)
                {
                    var reply = await _bot.Get<WholeArticle>().ShowAsync(call, new ActionInput(next, [], new Dictionary<string, IReadOnlyList<string>>()), InteractionFixture.Token);
                    var body = new ReplyRenderer(ids, _bot.User, Words.English).Render(reply);
                    Assert.True(PayloadBudget.Fits(body));
                    Assert.Equal(3, body["components"]![0]!["components"]!.AsArray().Count); // headline, text, number of the page: nothing is counted as left out
                    next = reply.Buttons is [_, { IsDisabled: false } more] ? more.Payload : null;
                }
            },
            iter: 100,
            threads: 1);
    }

    private Task<JsonObject> AskAsync(string article, Action<JsonObject>? change = null, params (string Name, int Type, JsonNode Value)[] more) =>
        _bot.CommandAsync("summary", change, [("article", InteractionOptions.TextType, article), .. more]);

    private static void InDirectMessages(JsonObject json)
    {
        var user = json["member"]!["user"]!.DeepClone();
        foreach (var name in new[] { "guild_id", "guild", "guild_locale", "member" })
        {
            json.Remove(name);
        }

        (json["user"], json["context"], json["authorizing_integration_owners"]) = (user, 1, new JsonObject { ["0"] = "0" });
        (json["channel"]!["type"], json["channel"]!["guild_id"]) = (1, null);
    }

    private static string Text(JsonObject message) => string.Join('\n', PayloadBudget.Components(message["components"]).Select(it => it["content"]?.GetValue<string>()).OfType<string>().Append(message["content"]?.GetValue<string>()))
        .Replace("\\", "", StringComparison.Ordinal);
}
