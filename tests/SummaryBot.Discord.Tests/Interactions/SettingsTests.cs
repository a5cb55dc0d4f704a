using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using SummaryBot.Discord.Interactions;
using SummaryBot.Settings;
using SummaryBot.Storage;

namespace SummaryBot.Discord.Tests.Interactions;

public sealed class SettingsTests
{
    private const int Text = 3;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task A_setting_is_changed_privately_by_an_admin_alone_and_undone_after_a_restart()
    {
        await using var bot = await InteractionFixture.StartAsync();
        await SubAsync(bot, "settings", "language", NotAdmin, ("language", Text, "de"));
        Assert.Null((await bot.Get<GuildSettingsStore>().ReadAsync(bot.Server.World.GuildId, InteractionFixture.Token)).Language);
        await SubAsync(bot, "settings", "language", null, ("language", Text, "de"));
        var answer = bot.Last();
        Assert.Contains("Der Bot spricht hier Deutsch", Shown(answer), StringComparison.Ordinal);
        Assert.Equal(64, answer["flags"]!.GetValue<int>() & 64);
        Assert.Equal("de", (await bot.Get<GuildSettingsStore>().ReadAsync(bot.Server.World.GuildId, InteractionFixture.Token)).Language?.Code);
        bot.Restart();
        await bot.UseAsync(answer, InteractionFixture.IdOf(answer, "Rückgängig (10 Min.)") ?? Ids(answer)[0]);
        Assert.Null((await bot.Get<GuildSettingsStore>().ReadAsync(bot.Server.World.GuildId, InteractionFixture.Token)).Language);
        Assert.Empty(bot.Server.Log.Refusals);
    }

    [Fact]
    public async Task A_backup_comes_as_a_private_file()
    {
        await using var bot = await InteractionFixture.StartAsync();
        await SubAsync(bot, "settings", "backup", null);
        Assert.Contains("attachment", Shown(bot.Last()), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(64, bot.Last()["flags"]!.GetValue<int>() & 64);
        Assert.Empty(bot.Server.Log.Refusals);
    }

    [Fact]
    public async Task Restore_opens_a_form_for_a_file()
    {
        await using var bot = await InteractionFixture.StartAsync();
        var asked = await SubAsync(bot, "settings", "restore", null);
        Assert.Equal(9, bot.Hand.AnswerType(asked));
        Assert.Empty(bot.Server.Log.Refusals);
    }

    [Fact]
    public async Task About_tells_what_is_stored_and_deletes_it_when_it_is_asked_twice()
    {
        await using var bot = await InteractionFixture.StartAsync();
        await ExecuteAsync(bot, "INSERT INTO undo (id, guild, user_id, made_at, what, rows) VALUES ('a', '1', @User, 1, 'x', '[]')");
        await bot.CommandAsync("about");
        var about = bot.Last();
        Assert.Contains("1 change that you can undo", Shown(about), StringComparison.Ordinal);
        await bot.UseAsync(about, Ids(about)[0]);
        Assert.Equal(1, await ExecuteAsync(bot, "UPDATE undo SET what = 'y' WHERE user_id = @User"));
        await bot.UseAsync(bot.Last(), Ids(bot.Last())[0]);
        Assert.Contains("Nothing is stored about you any more.", Shown(bot.Last()), StringComparison.Ordinal);
        Assert.Equal(0, await ExecuteAsync(bot, "UPDATE undo SET what = 'y' WHERE user_id = @User"));
        Assert.Empty(bot.Server.Log.Refusals);
    }

    [Fact]
    public async Task Operator_commands_stand_in_the_owners_server_alone_and_a_second_start_registers_nothing()
    {
        await using var bot = await InteractionFixture.StartAsync();
        var world = bot.Server.World;
        bot.Get<DiscordOptions>().OwnerGuild = world.GuildId;
        await bot.Get<CommandRegistration>().EnsureAsync(world.ApplicationId, InteractionFixture.Token);
        Assert.Equal(["operator"], world.GuildCommands.Select(it => it!["name"]!.GetValue<string>()));
        Assert.DoesNotContain(world.Commands, it => it!["name"]!.GetValue<string>() == "operator");
        var count = world.Registrations;
        bot.Restart();
        bot.Get<DiscordOptions>().OwnerGuild = world.GuildId;
        await bot.Get<CommandRegistration>().EnsureAsync(world.ApplicationId, InteractionFixture.Token);
        Assert.Equal(count, world.Registrations);
        await SubAsync(bot, "operator", "stats", null);
        Assert.Contains("Digests", Shown(bot.Last()), StringComparison.Ordinal);
        await SubAsync(bot, "operator", "drain", NotAdmin);
        Assert.DoesNotContain("Nothing new is begun", Shown(bot.Last()), StringComparison.Ordinal);
        Assert.Empty(bot.Server.Log.Refusals);
    }

    [Theory]
    [InlineData("")]
    [InlineData("555555555555555555")]
    public async Task A_forged_operator_command_from_another_server_than_the_owners_is_refused(string ownerGuild)
    {
        await using var bot = await InteractionFixture.StartAsync();
        bot.Get<DiscordOptions>().OwnerGuild = ownerGuild;
        await SubAsync(bot, "operator", "drain", null);
        Assert.Contains("Only whoever runs the bot may do this", Shown(bot.Last()), StringComparison.Ordinal);
        Assert.Null(await bot.Get<SummaryBot.Operations.DrainSwitch>().SinceAsync(InteractionFixture.Token));
    }

    private static Task<JsonObject> SubAsync(
        InteractionFixture bot, string family, string name, Action<JsonObject>? change, params (string Name, int Type, JsonNode Value)[] options)
    {
        var data = InteractionFixture.Typed(family);
        var inner = InteractionFixture.Typed(name, options);
        data["options"] = new JsonArray(new JsonObject { ["name"] = name, ["type"] = 1, ["options"] = inner["options"]!.DeepClone() });
        return bot.TakeAsync(bot.Hand.Make(SummaryBot.TestDiscord.Interactions.HandMade.Command, data, change));
    }

    private static void NotAdmin(JsonObject interaction) => interaction["member"]!["permissions"] = "2048";

    private static async Task<int> ExecuteAsync(InteractionFixture bot, string sql)
    {
        await using var connection = await bot.Get<Database>().OpenAsync(InteractionFixture.Token);
        return await connection.ExecuteAsync(sql, new { bot.User });
    }

    private static string Shown(JsonObject message) => message.ToJsonString(Readable).Replace("\\\\", "", StringComparison.Ordinal);

    private static List<string> Ids(JsonObject message) => [.. message["components"]!.AsArray().Where(row => row!["type"]!.GetValue<int>() == 1)
        .SelectMany(row => row!["components"]!.AsArray()).Select(it => it!["custom_id"]!.GetValue<string>())];
}
