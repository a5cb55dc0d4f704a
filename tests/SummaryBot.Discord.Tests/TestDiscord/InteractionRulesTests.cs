using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using SummaryBot.TestDiscord.Access;

namespace SummaryBot.Discord.Tests.TestDiscord;

/// <summary>Interactions keep Discord's deadlines, kinds of answers and places.</summary>
public sealed class InteractionRulesTests
{
    private static readonly Dictionary<string, object> Nothing = [];

    private static readonly object[] Commands =
    [
        new { name = "plain", description = "Everywhere", integration_types = new[] { 0, 1 }, contexts = new[] { 0, 1, 2 } },
        new { name = "admin", description = "For some", default_member_permissions = "32", options = new[] { new { type = 1, name = "set", description = "Sub", options = new object[] { new { type = 4, name = "number", description = "n", min_value = 1, max_value = 5 }, new { type = 7, name = "channel", description = "c" } } } } },
        new { name = "typed", description = "With suggestions", options = new[] { new { type = 3, name = "word", description = "w", autocomplete = true } } },
        new { name = "Read", type = 3 },
    ];

    [Fact]
    public async Task The_first_answer_has_three_seconds_and_comes_once()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(56));
        await using var bot = await StartAsync(time);
        var (late, asked) = await InvokeAsync(bot);
        time.Advance(TimeSpan.FromSeconds(3.1));
        Assert.Equal(10062, Code(await bot.AnswerAsync(late, 4, new { content = "x" })));
        Assert.Equal("The application did not respond", (await asked).Error);
        var (once, answered) = await InvokeAsync(bot);
        Assert.Equal(10015, Code(await bot.FollowAsync(HttpMethod.Post, once, "", new { content = "too early" })));
        Assert.Equal(204, (await bot.AnswerAsync(once, 4, new { content = "x" })).Status);
        Assert.Equal(40060, Code(await bot.AnswerAsync(once, 5)));
        Assert.Equal(40060, Code(await bot.AnswerAsync(once, 9, new { custom_id = "f", title = "t", components = Array.Empty<object>() })));
        Assert.Equal("x", (await answered).Message!["content"]!.ToString());
        time.Advance(TimeSpan.FromMinutes(15.1));
        Assert.Equal(50027, Code(await bot.FollowAsync(HttpMethod.Post, once, "", new { content = "too late" })));
    }

    [Fact]
    public async Task Whether_others_see_the_answer_is_fixed_by_the_first_one()
    {
        await using var bot = await StartAsync();
        var (interaction, asked) = await InvokeAsync(bot);
        await bot.AnswerAsync(interaction, 5, new { flags = 64 });
        var (_, original) = await bot.FollowAsync(HttpMethod.Post, interaction, "", new { content = "in its place", flags = 0 });
        Assert.Equal(64, original!["flags"]!.GetValue<int>());
        Assert.True((await asked) is { Ephemeral: true, Deferred: true });
        Assert.Empty(bot.Discord.Messages(bot.Channel));
        Assert.Equal(10008, Code(await bot.SendAsync(HttpMethod.Patch, $"channels/{bot.Channel}/messages/{original["id"]}", new { content = "x" })));
        var (_, second) = await bot.FollowAsync(HttpMethod.Post, interaction, "", new { content = "for all" });
        Assert.Equal(["for all"], bot.Discord.Messages(bot.Channel).Select(it => it["content"]!.ToString()));
        Assert.Equal(200, (await bot.FollowAsync(HttpMethod.Patch, interaction, $"/messages/{second!["id"]}", new { content = "changed" })).Status);
        Assert.Equal(204, (await bot.FollowAsync(HttpMethod.Delete, interaction, "/messages/@original")).Status);
        Assert.Equal(10008, Code(await bot.FollowAsync(HttpMethod.Get, interaction, "/messages/@original")));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task A_command_takes_no_answer_that_is_for_another_kind(int type)
    {
        await using var bot = await StartAsync();
        var (interaction, _) = await InvokeAsync(bot);
        var (status, body) = await bot.AnswerAsync(interaction, type, type == 8 ? new { choices = Array.Empty<object>() } : null);
        Assert.Equal((400, 50035), (status, body!["code"]!.GetValue<int>()));
    }

    [Fact]
    public async Task Suggestions_are_25_at_most_and_of_the_options_own_type()
    {
        await using var bot = await StartAsync();
        var typing = bot.Discord.User.AutocompleteAsync("typed", "word", "a");
        var interaction = await bot.NextInteractionAsync();
        Assert.Equal(50035, Code(await bot.AnswerAsync(interaction, 8, new { choices = Enumerable.Range(0, 26).Select(i => new { name = $"n{i}", value = $"v{i}" }) })));
        Assert.Equal(50035, Code(await bot.AnswerAsync(interaction, 8, new { choices = new[] { new { name = "n", value = 1 } } })));
        Assert.Equal(50035, Code(await bot.AnswerAsync(interaction, 8, new { choices = new[] { new { name = "n", value = new string('v', 101) } } })));
        Assert.Equal(204, (await bot.AnswerAsync(interaction, 8, new { choices = Enumerable.Range(0, 25).Select(i => new { name = $"n{i}", value = $"v{i}" }) })).Status);
        Assert.Equal(25, (await typing).Choices!.Count);
    }

    [Fact]
    public async Task A_form_is_filled_in_as_it_asks_and_only_what_stands_in_a_message_is_used()
    {
        await using var bot = await StartAsync();
        var row = new { type = 1, components = new[] { new { type = 2, style = 1, label = "b", custom_id = "b" } } };
        var (_, message) = await bot.PostAsync($"channels/{bot.Channel}/messages", new { content = "x", components = new[] { row } });
        var id = message!["id"]!.ToString();
        Assert.Throws<ArgumentException>(() => { _ = bot.Discord.User.ClickAsync(id, "another"); });
        Assert.Throws<ArgumentException>(() => { _ = bot.Discord.User.ChooseAsync(id, "b", ["1"]); });
        var clicking = bot.Discord.User.ClickAsync(id, "b");
        object input = new { type = 18, label = "Text", component = new { type = 4, custom_id = "t", style = 1, min_length = 2, max_length = 4 } };
        await bot.AnswerAsync(await bot.NextInteractionAsync(), 9, new { custom_id = "f", title = "Form", components = new[] { input } });
        var clicked = await clicking;
        Assert.Throws<ArgumentException>(() => { _ = bot.Discord.User.SubmitAsync(clicked.InteractionId, new Dictionary<string, object> { ["other"] = "abc" }); });
        var (_, second) = (0, bot.Discord.User.ClickAsync(id, "b"));
        await bot.AnswerAsync(await bot.NextInteractionAsync(), 9, new { custom_id = "f", title = "Form", components = new[] { input } });
        var filling = bot.Discord.User.SubmitAsync((await second).InteractionId, new Dictionary<string, object> { ["t"] = "abc" });
        var submitted = await bot.NextInteractionAsync();
        Assert.Equal((5, "abc"), (submitted["type"]!.GetValue<int>(), submitted["data"]!["components"]![0]!["component"]!["value"]!.ToString()));
        Assert.Equal(50035, Code(await bot.AnswerAsync(submitted, 9, new { custom_id = "g", title = "Another", components = new[] { input } })));
        Assert.Equal(204, (await bot.AnswerAsync(submitted, 7, new { content = "filled" })).Status);
        Assert.Equal("filled", (await filling).Message!["content"]!.ToString());
    }

    [Fact]
    public async Task A_command_is_offered_to_whom_and_where_it_says()
    {
        await using var bot = await StartAsync();
        var (user, world) = (bot.Discord.User, bot.Discord.World);
        Assert.Throws<ArgumentException>(() => { _ = user.InvokeAsync("admin set", Nothing, userId: "50"); });
        Assert.Throws<ArgumentException>(() => { _ = user.InvokeAsync("admin", Nothing); });
        Assert.Throws<ArgumentException>(() => { _ = user.InvokeAsync("admin set", new Dictionary<string, object> { ["number"] = 6 }); });
        Assert.Throws<ArgumentException>(() => { _ = user.InvokeAsync("typed", Nothing, isUserInstalled: true); });
        world.Guild.Roles.Add(new Role("60", "managers", PermissionBits.Of("MANAGE_GUILD")));
        world.Guild.Join("51", "60");
        _ = user.InvokeAsync("admin set", new Dictionary<string, object> { ["number"] = 5, ["channel"] = bot.Channel }, userId: "51");
        var interaction = await bot.NextInteractionAsync();
        Assert.Equal(["60"], interaction["member"]!["roles"]!.AsArray().Select(it => it!.ToString()));
        Assert.NotNull(interaction["data"]!["resolved"]!["channels"]![bot.Channel]);
        bot.Discord.Overwrite(bot.Channel, "51", isMember: true, [], ["USE_APPLICATION_COMMANDS"]);
        Assert.Throws<ArgumentException>(() => { _ = user.InvokeAsync("plain", Nothing, userId: "51"); });
        var said = world.Say(bot.Channel, "words");
        _ = user.InvokeOnMessageAsync("Read", said.Id);
        Assert.Equal("words", (await bot.NextInteractionAsync())["data"]!["resolved"]!["messages"]![said.Id]!["content"]!.ToString());
    }

    [Fact]
    public async Task Among_people_the_bot_answers_but_sees_nothing_and_has_five_follow_ups()
    {
        await using var bot = await StartAsync();
        var talk = bot.Discord.World.DirectChannel("50", "51");
        _ = bot.Discord.User.InvokeAsync("plain", Nothing, talk.Id, "50");
        var interaction = await bot.NextInteractionAsync();
        Assert.Equal((2, "50"), (interaction["context"]!.GetValue<int>(), interaction["authorizing_integration_owners"]!["1"]!.ToString()));
        Assert.Null(interaction["member"]);
        Assert.Equal("50", interaction["user"]!["id"]!.ToString());
        await bot.AnswerAsync(interaction, 4, new { content = "x" });
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(200, (await bot.FollowAsync(HttpMethod.Post, interaction, "", new { content = "more" })).Status);
        }

        Assert.Equal(40094, Code(await bot.FollowAsync(HttpMethod.Post, interaction, "", new { content = "too much" })));
        Assert.Equal(50001, Code(await bot.PostAsync($"channels/{talk.Id}/messages", new { content = "x" })));
        var direct = bot.Discord.World.DirectChannel(bot.Discord.World.ApplicationId, "50");
        _ = bot.Discord.User.InvokeAsync("plain", Nothing, direct.Id, "50");
        Assert.Equal(1, (await bot.NextInteractionAsync())["context"]!.GetValue<int>());
    }

    private static async Task<PlainBot> StartAsync(TimeProvider? time = null)
    {
        var bot = await (await PlainBot.StartAsync(time)).ListenAsync();
        var (status, body) = await bot.SendAsync(HttpMethod.Put, $"applications/{bot.Discord.World.ApplicationId}/commands", Commands);
        Assert.True(status == 200, body?.ToJsonString());
        return bot;
    }

    private static async Task<(JsonObject Interaction, Task<SummaryBot.TestDiscord.Interactions.InteractionOutcome> Asked)> InvokeAsync(PlainBot bot)
    {
        var asked = bot.Discord.User.InvokeAsync("plain", Nothing);
        return (await bot.NextInteractionAsync(), asked);
    }

    private static int Code((int Status, JsonNode? Body) answer) => answer.Body?["code"]?.GetValue<int>() ?? 0;
}
