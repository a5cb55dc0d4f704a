using System.Text.Json.Nodes;
using Dapper;
using SummaryBot.Articles;
using SummaryBot.Discord.Rendering;
using SummaryBot.Language;
using SummaryBot.Storage;
using SummaryBot.TestDiscord.Interactions;

namespace SummaryBot.Discord.Tests.Interactions;

/// <summary><c>/news</c> as people use it: pages, menus, who may press what, and after a restart.</summary>
public sealed class NewsTests : IAsyncLifetime
{
    private const string Somebody = "1100000000009999999";
    private InteractionFixture _bot = null!;

    public async ValueTask InitializeAsync() => _bot = await InteractionFixture.StartAsync();

    public async ValueTask DisposeAsync()
    {
        Assert.Empty(_bot.Server.Log.Refusals);
        await _bot.DisposeAsync();
    }

    [Fact]
    public async Task A_list_is_private_and_is_turned_by_whoever_asked_alone_also_after_a_restart()
    {
        await FillAsync(20);
        await AskAsync("latest");
        var first = _bot.Last();
        Assert.Contains("1\\. [Ship number 0](https://example.com/0)", Texts(first), StringComparison.Ordinal);
        Assert.Empty(_bot.Hand.SeenBy(Somebody));
        _bot.Restart();
        await _bot.UseAsync(first, Id(first, "Next ▶"));
        Assert.Single(_bot.Hand.SeenBy(_bot.User)); // the same message
        var second = _bot.Last();
        Assert.Contains("9\\. [Ship number 8]", Texts(second), StringComparison.Ordinal);
        Assert.Contains("Page 2 of 3", Texts(second), StringComparison.Ordinal);
        await _bot.UseAsync(second, Id(second, "◀ Back"));
        Assert.Equal(Texts(first), Texts(_bot.Last()));
    }

    [Fact]
    public async Task Shown_to_all_it_is_still_turned_by_its_person_alone_and_each_reads_a_summary_alone()
    {
        await FillAsync(20);
        await AskAsync("search", ("query", 3, "ship"), ("show", 5, true));
        var shown = Assert.Single(_bot.Hand.SeenBy(Somebody));
        var before = Texts(shown);
        await _bot.UseAsync(shown, Id(shown, "Next ▶"), userId: Somebody);
        Assert.Equal(before, Texts(_bot.Hand.SeenBy(_bot.User)[0]));
        Assert.Contains("belong to somebody else", _bot.Last(Somebody).ToJsonString(), StringComparison.Ordinal);
        var menu = shown["components"]!.AsArray().SelectMany(row => row!["components"]!.AsArray()).Single(it => it!["placeholder"] is not null)!;
        await _bot.UseAsync(shown, Id(shown, "Read a summary…"), userId: Somebody, values: menu["options"]![2]!["value"]!.GetValue<string>());
        Assert.Contains(menu["options"]![2]!["label"]!.GetValue<string>(), Texts(_bot.Last(Somebody)), StringComparison.Ordinal);
        Assert.Single(_bot.Hand.SeenBy(_bot.User)); // nobody else sees it
    }

    [Fact]
    public async Task What_vanished_meanwhile_is_said_plainly()
    {
        await FillAsync(20);
        await AskAsync("latest");
        var list = _bot.Last();
        var chosen = list["components"]!.AsArray().SelectMany(row => row!["components"]!.AsArray()).Single(it => it!["placeholder"] is not null)!["options"]![0]!["value"]!.GetValue<string>();
        await ExecuteAsync("DELETE FROM articles");
        await _bot.UseAsync(list, Id(list, "Read a summary…"), values: chosen);
        Assert.Contains("No stored article matches", Texts(_bot.Last()), StringComparison.Ordinal);
        await _bot.UseAsync(list, Id(list, "Next ▶"));
        Assert.Contains("Nothing new came", Texts(_bot.Hand.SeenBy(_bot.User)[0]), StringComparison.Ordinal);
        await ExecuteAsync("DELETE FROM news_lists");
        await _bot.UseAsync(list, Id(list, "Next ▶"));
        Assert.Contains("not kept any more", Texts(_bot.Last()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("latest", "de", "In dieser Zeit kam nichts Neues\\. Fragen Sie nach mehr Stunden")]
    [InlineData("sources", "tr", "Sunucuyu yöneten kişi /source add ile ekler")]
    [InlineData("digest", "ru", "Посмотрите, что нового: /news latest")]
    public async Task With_nothing_to_show_it_says_what_to_do_next_in_the_readers_language(string command, string language, string words)
    {
        await AskAsync(command, language);
        Assert.Contains(words.Replace("\\", "", StringComparison.Ordinal), Texts(_bot.Last()).Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_somebody_types_only_what_the_server_may_see_is_offered()
    {
        await FillAsync(3);
        foreach (var (command, option, typed, count) in new[] { ("why", "article", "ship", 3), ("latest", "source", "", 0), ("latest", "topic", "", 0), ("digest", "date", "", 0), ("story", "story", "ship", 0) })
        {
            var data = Typed(command, (option, 3, typed));
            data["options"]![0]!["options"]![0]!["focused"] = true;
            var asked = await _bot.TakeAsync(_bot.Hand.Make(HandMade.Autocomplete, data));
            Assert.Equal(count, _bot.Hand.Choices(asked)!.Count);
        }
    }

    [Fact]
    public async Task In_direct_messages_it_answers_too()
    {
        await FillAsync(1);
        var direct = _bot.Server.World.DirectChannel(_bot.User, _bot.Server.World.ApplicationId);
        await AskAsync("latest", change: it =>
        {
            (it["channel_id"], it["context"]) = (direct.Id, 1);
            it.Remove("guild_id");
            it["user"] = it["member"]!["user"]!.DeepClone();
            it.Remove("member");
            it["authorizing_integration_owners"] = new JsonObject { ["0"] = "0" };
        });
        Assert.DoesNotContain("went wrong", _bot.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_is_this_here_says_nothing_of_other_peoples_messages()
    {
        var message = new JsonObject
        {
            ["id"] = "1100000000000000009",
            ["content"] = "Hello",
            ["channel_id"] = _bot.Server.ChannelIds[0],
            ["author"] = new JsonObject { ["id"] = Somebody, ["username"] = "a" },
        };
        var data = new JsonObject
        {
            ["id"] = "1",
            ["name"] = Words.English.Plain("why.name"),
            ["type"] = 3,
            ["target_id"] = "1100000000000000009",
            ["resolved"] = new JsonObject { ["messages"] = new JsonObject { ["1100000000000000009"] = message } },
        };
        await _bot.TakeAsync(_bot.Hand.Make(HandMade.Command, data));
        Assert.Contains("no digest of this bot", Texts(_bot.Last()), StringComparison.Ordinal);
        Assert.Contains("Choose it on the message", Texts(_bot.Last()), StringComparison.Ordinal);
    }

    private async Task FillAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var article = new Article($"Ship number {i}", "Example News", new Uri($"https://example.com/{i}"), "en", _bot.Time.GetUtcNow().AddMinutes(-i), $"Ship {i} came. {InteractionFixture.News}");
            Assert.True(await _bot.Get<ArticleStore>().AddAsync(article, InteractionFixture.Token));
        }
    }

    private Task AskAsync(string command, params (string Name, int Type, JsonNode Value)[] options) => AskAsync(command, null, null, options);

    private async Task AskAsync(string command, string? locale = null, Action<JsonObject>? change = null, params (string Name, int Type, JsonNode Value)[] options) =>
        await _bot.TakeAsync(_bot.Hand.Make(HandMade.Command, Typed(command, options), it =>
        {
            it["locale"] = locale ?? "en-US";
            change?.Invoke(it);
        }));

    private static JsonObject Typed(string command, params (string Name, int Type, JsonNode Value)[] options)
    {
        var inner = InteractionFixture.Typed(command, options);
        var data = InteractionFixture.Typed("news");
        data["options"] = new JsonArray(new JsonObject { ["name"] = command, ["type"] = 1, ["options"] = inner["options"]!.DeepClone() });
        return data;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = await _bot.Get<Database>().OpenAsync(InteractionFixture.Token);
        await connection.ExecuteAsync(sql);
    }

    private static string Id(JsonObject message, string label) => InteractionFixture.IdOf(message, label)!;

    private static string Texts(JsonObject message) => string.Join('\n', MessageText.Of(message));
}
