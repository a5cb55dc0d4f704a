using SummaryBot.TestDiscord.Access;

namespace SummaryBot.Discord.Tests.TestDiscord;

/// <summary>What the bot may do in a channel decides about each request, with Discord's own codes.</summary>
public sealed class RightsTests
{
    [Theory]
    [InlineData("VIEW_CHANNEL", "POST", "messages", 403, 50001)]
    [InlineData("VIEW_CHANNEL", "GET", "", 403, 50001)]
    [InlineData("VIEW_CHANNEL", "GET", "messages", 403, 50001)]
    [InlineData("SEND_MESSAGES", "POST", "messages", 403, 50013)]
    [InlineData("READ_MESSAGE_HISTORY", "GET", "messages/1", 403, 50013)]
    [InlineData("MANAGE_MESSAGES", "DELETE", "messages/said", 403, 50013)]
    [InlineData("EMBED_LINKS", "DELETE", "messages/said", 204, 0)]
    [InlineData("EMBED_LINKS", "PATCH", "messages/said", 403, 50005)]
    [InlineData("EMBED_LINKS", "PATCH", "messages/1", 404, 10008)]
    [InlineData("ATTACH_FILES", "GET", "messages?limit=101", 400, 50035)]
    [InlineData("ATTACH_FILES", "GET", "messages?before=x", 400, 50035)]
    public async Task A_missing_right_is_refused_with_its_code(string denied, string method, string path, int status, int code)
    {
        await using var bot = await PlainBot.StartAsync();
        var said = bot.Discord.World.Say(bot.Channel, "Somebody's words");
        bot.Discord.Deny(bot.Channel, denied);
        var (actual, body) = await bot.SendAsync(
            new HttpMethod(method), $"channels/{bot.Channel}/{path.Replace("said", said.Id, StringComparison.Ordinal)}".TrimEnd('/'), method is "POST" or "PATCH" ? new { content = "x" } : null);
        Assert.Equal((status, code), (actual, body?["code"]?.GetValue<int>() ?? 0));
    }

    [Fact]
    public async Task Without_Embed_Links_a_message_comes_without_its_embeds_and_one_of_embeds_alone_is_empty()
    {
        await using var bot = await PlainBot.StartAsync();
        bot.Discord.Deny(bot.Channel, "EMBED_LINKS");
        var (status, message) = await bot.PostAsync($"channels/{bot.Channel}/messages", new { content = "x", embeds = new[] { new { title = "t" } } });
        Assert.Equal(200, status);
        Assert.Empty(message!["embeds"]!.AsArray());
        var (_, empty) = await bot.PostAsync($"channels/{bot.Channel}/messages", new { embeds = new[] { new { title = "t" } } });
        Assert.Equal(50006, empty!["code"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_role_can_take_what_everybody_has_and_the_bots_own_overwrite_gives_it_back()
    {
        await using var bot = await PlainBot.StartAsync();
        var world = bot.Discord.World;
        bot.Discord.Overwrite(bot.Channel, world.Guild.Roles[1].Id, isMember: false, [], ["SEND_MESSAGES"]);
        Assert.Equal(403, (await bot.PostAsync($"channels/{bot.Channel}/messages", new { content = "x" })).Status);
        bot.Discord.Overwrite(bot.Channel, world.ApplicationId, isMember: true, ["SEND_MESSAGES"], []);
        Assert.Equal(200, (await bot.PostAsync($"channels/{bot.Channel}/messages", new { content = "x" })).Status);
        var (_, channel) = await bot.SendAsync(HttpMethod.Get, $"channels/{bot.Channel}");
        Assert.Equal([PermissionBits.Text(PermissionBits.SendMessages), "0"], channel!["permission_overwrites"]!.AsArray().Select(it => it!["deny"]!.ToString()));
    }

    [Fact]
    public async Task Everyone_and_roles_are_pinged_only_with_the_right_to()
    {
        await using var bot = await PlainBot.StartAsync();
        bot.Discord.World.Guild.Roles.Add(new Role("77", "readers", 0, IsMentionable: true));
        bot.Discord.Deny(bot.Channel, "MENTION_EVERYONE");
        var (_, message) = await bot.PostAsync($"channels/{bot.Channel}/messages", new { content = "@everyone <@&77> <@&78> <@5>" });
        Assert.Equal(["<@&77>", "<@5>"], bot.Discord.World.Pings);
        Assert.False(message!["mention_everyone"]!.GetValue<bool>());
        Assert.Equal(["77"], message["mention_roles"]!.AsArray().Select(it => it!.ToString()));
    }

    [Fact]
    public async Task Direct_messages_reach_whoever_takes_them_and_a_category_takes_none()
    {
        await using var bot = await PlainBot.StartAsync();
        var (_, direct) = await bot.PostAsync("users/@me/channels", new { recipient_id = "42" });
        Assert.Equal(200, (await bot.PostAsync($"channels/{direct!["id"]}/messages", new { content = "x" })).Status);
        bot.Discord.World.Unreachable.Add("42");
        var (status, closed) = await bot.PostAsync($"channels/{direct["id"]}/messages", new { content = "x" });
        Assert.Equal((403, 50007), (status, closed!["code"]!.GetValue<int>()));
        var category = bot.Discord.World.AddChannel("5000", type: 4);
        Assert.Equal(50008, (await bot.PostAsync($"channels/{category.Id}/messages", new { content = "x" })).Body!["code"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("guilds/1", 10004)]
    [InlineData("channels/1", 10003)]
    [InlineData("applications/1/commands", 10002)]
    [InlineData("webhooks/1/token", 10015)]
    public async Task What_is_not_there_has_a_code_of_its_own(string path, int code)
    {
        await using var bot = await PlainBot.StartAsync();
        var (status, body) = await bot.SendAsync(HttpMethod.Get, path);
        Assert.Equal((404, code), (status, body!["code"]!.GetValue<int>()));
    }

    [Fact]
    public async Task Every_answer_about_the_server_is_shaped_as_Discords_document_says()
    {
        await using var bot = await PlainBot.StartAsync();
        var guild = bot.Discord.World.GuildId;
        string[] paths = ["gateway", "gateway/bot", "users/@me", "applications/@me", $"guilds/{guild}", $"guilds/{guild}/channels", $"guilds/{guild}/roles", $"guilds/{guild}/members/{bot.Discord.World.ApplicationId}", $"channels/{bot.Channel}", $"applications/{bot.Discord.World.ApplicationId}/commands"];
        foreach (var path in paths)
        {
            var (status, _) = await bot.SendAsync(HttpMethod.Get, path);
            Assert.True(status == 200, $"{path}: {string.Join('\n', bot.Discord.Log.OwnFaults)}");
        }
    }

    [Fact]
    public async Task What_Discord_would_never_answer_is_an_error_of_the_server_and_fails_the_test()
    {
        var bot = await PlainBot.StartAsync();
        var wrong = new SummaryBot.TestDiscord.Message("no id", bot.Channel, new System.Text.Json.Nodes.JsonObject { ["content"] = "x" }, DateTimeOffset.UnixEpoch);
        bot.Discord.World.Channels[bot.Channel].Messages.Add(wrong);
        Assert.Equal(500, (await bot.SendAsync(HttpMethod.Get, $"channels/{bot.Channel}/messages/no id")).Status);
        Assert.Contains("id", Assert.Single(bot.Discord.Log.OwnFaults), StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await bot.DisposeAsync());
    }
}
