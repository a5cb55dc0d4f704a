using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SummaryBot.Discord.Interactions;
using SummaryBot.TestDiscord.Interactions;

namespace SummaryBot.Discord.Tests.Interactions;

/// <summary>What every command gets from the plumbing: rights, acknowledgement, time, an answer whatever happens.</summary>
public sealed class InteractionDeskTests : IAsyncLifetime
{
    private const string OnlyPerson = """{"1": "1100000000001000002"}""";

    private readonly TestModule.Behavior _behavior = new();
    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());
    private InteractionFixture _bot = null!;

    public async ValueTask InitializeAsync() => _bot = await InteractionFixture.StartAsync(
        services => services.AddSingleton(_behavior).AddSingleton<IInteractionModule, TestModule>(), _time);

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task An_admin_of_the_guild_may_use_an_admin_command()
    {
        await DeleteAsync(_ => { });
        Assert.Equal("Deleted.", Text(_bot.Last()));
        Assert.Equal(1, _behavior.Changes);
    }

    [Fact]
    public Task A_forged_interaction_without_the_right_changes_nothing() =>
        RefusedAsync(json => json["member"]!["permissions"] = $"{PermissionBits.SendMessages}", "permission Manage Server", "lacks the right");

    [Fact]
    public Task A_forged_interaction_of_a_guild_without_the_bot_changes_nothing() => RefusedAsync(
        json => json["authorizing_integration_owners"] = JsonNode.Parse("""{"0": "1100000000009999999"}"""), "only in a server that the bot was added to", "lacks the right");

    [Fact]
    public Task An_admin_command_of_somebody_who_brought_the_bot_along_changes_nothing() =>
        RefusedAsync(json => json["authorizing_integration_owners"] = JsonNode.Parse(OnlyPerson), "only in a server that the bot was added to", "lacks the right");

    [Fact]
    public Task A_forged_interaction_that_names_two_guilds_changes_nothing() =>
        RefusedAsync(json => json["guild_id"] = "1100000000009999999", "could not read that", "two guilds");

    [Fact]
    public async Task An_interaction_for_another_application_is_ignored()
    {
        await _bot.Get<InteractionDesk>().PrepareAsync(_bot.Server.World.ApplicationId, InteractionFixture.Token);
        var json = await DeleteAsync(it => it["application_id"] = "1100000000009999999");
        Assert.Equal((0, 0), (_behavior.Changes, _bot.Hand.AnswerType(json)));
        Assert.Contains("was ignored", _bot.Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1free.AAAAAAAAAAE.AAAAAAAAAAAAAAAA.x", "older version", "not ours")]
    [InlineData("s1:abcdefghijkl:long:1100000000000000001", "older version", "not ours")]
    public async Task A_foreign_custom_id_changes_nothing(string customId, string said, string logged)
    {
        var (click, before) = await ClickAsync(customId);
        Assert.Equal(4, _bot.Hand.AnswerType(click));
        Assert.Contains(said, Text(_bot.Last()), StringComparison.Ordinal);
        Assert.Contains(logged, _bot.Log, StringComparison.Ordinal);
        Assert.Equal(before, Text(_bot.Hand.SeenBy(_bot.User)[0]));
    }

    [Fact]
    public async Task The_custom_id_of_somebody_else_changes_nothing()
    {
        var ids = await _bot.Get<ComponentKey>().LoadAsync(InteractionFixture.Token);
        var (_, before) = await ClickAsync(ids.Write(new ComponentId(TestModule.Free, "1100000000009999999", "")));
        Assert.Contains("belong to somebody else", Text(_bot.Last()), StringComparison.Ordinal);
        Assert.Contains("belongs to somebody else", _bot.Log, StringComparison.Ordinal);
        Assert.Equal(before, Text(_bot.Hand.SeenBy(_bot.User)[0]));
    }

    /// <summary>A lost right is missed at the click too.</summary>
    [Fact]
    public async Task A_button_is_checked_as_the_command_was()
    {
        var ids = await _bot.Get<ComponentKey>().LoadAsync(InteractionFixture.Token);
        var (_, before) = await ClickAsync(ids.Write(new ComponentId(TestModule.Free, _bot.User, "")), json => json["member"]!["permissions"] = "0");
        Assert.Contains("Manage Server", Text(_bot.Last()), StringComparison.Ordinal);
        Assert.Equal(before, Text(_bot.Hand.SeenBy(_bot.User)[0]));
    }

    [Fact]
    public async Task What_comes_twice_is_done_once()
    {
        var json = await DeleteAsync(_ => { });
        await _bot.TakeAsync(json);
        Assert.Equal(1, _behavior.Changes);
    }

    [Fact]
    public async Task Handlers_that_hang_keep_nobody_from_being_acknowledged()
    {
        var release = new TaskCompletionSource();
        _behavior.Answer = (_, _, token) => release.Task.WaitAsync(token);
        var desk = _bot.Get<InteractionDesk>();
        var all = Enumerable.Range(0, 40).Select(_ => _bot.Hand.Make(HandMade.Command, InteractionFixture.Typed(TestModule.Free))).ToList();
        await Task.WhenAll(all.Select(json => desk.TakeAsync(json, InteractionFixture.Token)));
        Assert.All(all, json => Assert.Equal(5, _bot.Hand.AnswerType(json)));
        release.SetResult();
        await desk.WhenIdleAsync();
    }

    [Fact]
    public async Task A_handler_that_takes_too_long_ends_in_a_plain_error()
    {
        _behavior.Answer = (_, _, token) =>
        {
            _time.Advance(TimeSpan.FromMinutes(3));
            return Task.Delay(Timeout.InfiniteTimeSpan, _time, token);
        };
        await _bot.CommandAsync(TestModule.Free);
        Assert.Contains("took too long", Text(_bot.Last()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_that_fails_ends_in_a_plain_error_with_the_id_of_the_log_line()
    {
        _behavior.Answer = (_, _, _) => throw new InvalidOperationException("a defect");
        await _bot.CommandAsync(TestModule.Free);
        var id = Text(_bot.Last()).Split("error ")[1][..8];
        Assert.Contains($"(error {id}). System.InvalidOperationException: a defect", _bot.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_bot_stops_whoever_waits_is_told()
    {
        var began = new TaskCompletionSource();
        _behavior.Answer = (_, _, token) =>
        {
            began.SetResult();
            return Task.Delay(Timeout.InfiniteTimeSpan, _time, token);
        };
        var desk = _bot.Get<InteractionDesk>();
        await desk.TakeAsync(_bot.Hand.Make(HandMade.Command, InteractionFixture.Typed(TestModule.Free)), InteractionFixture.Token);
        await began.Task;
        await _bot.StopAsync();
        Assert.Contains("being restarted", Text(_bot.Last()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_15_minutes_nothing_is_sent_and_the_log_says_so()
    {
        _behavior.Answer = (replies, interaction, _) =>
        {
            _time.Advance(TimeSpan.FromMinutes(15));
            return replies.EditAsync(interaction, "Too late.", CancellationToken.None);
        };
        await _bot.CommandAsync(TestModule.Free);
        Assert.DoesNotContain(_bot.Server.Log.Entries, entry => entry.Method == "PATCH");
        Assert.Contains("was not sent: it came after the 15 minutes", _bot.Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(OnlyPerson, 5)]
    [InlineData("""{"0": "1100000000001000001"}""", 7)]
    public async Task Where_only_the_person_has_the_bot_five_follow_ups_are_sent(string owners, int sent)
    {
        _behavior.Answer = async (replies, interaction, token) =>
        {
            await replies.EditAsync(interaction, "First.", token);
            for (var i = 0; i < 7; i++)
            {
                await replies.FollowUpAsync(interaction, "More.", token);
            }
        };
        await _bot.CommandAsync(TestModule.Free, json => json["authorizing_integration_owners"] = JsonNode.Parse(owners));
        Assert.Equal(sent, _bot.Hand.SeenBy(_bot.User).Count(message => Text(message) == "More."));
        Assert.Equal(sent == 5, _bot.Log.Contains("Discord takes 5 follow-ups", StringComparison.Ordinal));
        Assert.Empty(_bot.Hand.SeenBy("1100000000009999999"));
    }

    [Fact]
    public async Task A_form_opens_at_once_and_what_was_filled_in_comes_back()
    {
        var ids = await _bot.Get<ComponentKey>().LoadAsync(InteractionFixture.Token);
        var customId = ids.Write(new ComponentId(TestModule.Form, _bot.User, "setup"));
        _behavior.Answer = (replies, interaction, token) => replies.OpenAsync(
            interaction,
            JsonNode.Parse($$$"""{"title": "Set up", "custom_id": "{{{customId}}}", "components": [{"type": 18, "label": "Days", "component": {"type": 4, "custom_id": "days", "style": 1}}]}""")!.AsObject(),
            token);
        Assert.Equal(9, _bot.Hand.AnswerType(await _bot.CommandAsync(TestModule.Form)));
        var sent = JsonNode.Parse($$$"""{"custom_id": "{{{customId}}}", "components": [{"type": 18, "component": {"type": 4, "custom_id": "days", "value": "mon thu"}}]}""")!.AsObject();
        await _bot.TakeAsync(_bot.Hand.Make(HandMade.Modal, sent));
        Assert.Equal("setup mon thu", Text(_bot.Last()));
    }

    [Fact]
    public async Task What_nothing_answers_is_told_politely_and_suggestions_are_just_empty()
    {
        await _bot.CommandAsync("gone");
        Assert.Contains("does not know that command any more", Text(_bot.Last()), StringComparison.Ordinal);
        var typing = await _bot.TakeAsync(_bot.Hand.Make(HandMade.Autocomplete, InteractionFixture.Typed("gone", ("x", 3, "y"))));
        Assert.Empty(_bot.Hand.Choices(typing)!);
    }

    private async Task RefusedAsync(Action<JsonObject> forge, string said, string logged)
    {
        await DeleteAsync(forge);
        Assert.Equal(0, _behavior.Changes);
        Assert.Contains(said, Text(_bot.Last()), StringComparison.Ordinal);
        Assert.Contains("was refused", _bot.Log, StringComparison.Ordinal);
        Assert.Contains(logged, _bot.Log, StringComparison.Ordinal);
        Assert.Empty(_bot.Hand.SeenBy("1100000000009999999"));
    }

    private Task<JsonObject> DeleteAsync(Action<JsonObject> forge)
    {
        var data = InteractionFixture.Typed("test");
        data["options"] = JsonNode.Parse("""[{"name": "delete", "type": 1, "options": []}]""");
        return _bot.TakeAsync(_bot.Hand.Make(HandMade.Command, data, json =>
        {
            json["member"]!["permissions"] = $"{PermissionBits.ManageGuild}";
            forge(json);
        }));
    }

    /// <summary>Clicks in a message that is there, and tells what it said before.</summary>
    private async Task<(JsonObject Click, string Before)> ClickAsync(string customId, Action<JsonObject>? forge = null)
    {
        await _bot.CommandAsync(TestModule.Free);
        var message = _bot.Last();
        return (await _bot.UseAsync(message, customId, forge), Text(message));
    }

    private static string Text(JsonObject message) => message["content"]!.GetValue<string>().Replace("\\", "", StringComparison.Ordinal);
}
