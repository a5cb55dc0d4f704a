using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace SummaryBot.Discord.Tests.TestDiscord;

/// <summary>Nonces, edits and links, with Discord's own codes.</summary>
public sealed class MessageEditTests
{
    private static readonly object Card = new { flags = 32768, components = new[] { new { type = 10, content = "a card" } } };

    [Fact]
    public async Task A_card_stays_a_card_and_a_plain_message_becomes_one_without_its_content()
    {
        await using var bot = await PlainBot.StartAsync();
        var card = await PostAsync(bot, Card);
        Assert.Equal(200, (await EditAsync(bot, card, new { components = new[] { new { type = 10, content = "another" } } })).Status);
        Assert.Equal("MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG", Code((await EditAsync(bot, card, new { flags = 0 })).Body, "flags"));
        Assert.Equal(50035, (await EditAsync(bot, card, new { content = "plain" })).Body!["code"]!.GetValue<int>());
        var plain = await PostAsync(bot, new { content = "plain" });
        Assert.Equal(50035, (await EditAsync(bot, plain, Card)).Body!["code"]!.GetValue<int>());
        var (status, edited) = await EditAsync(bot, plain, new { flags = 32768, content = (string?)null, components = new[] { new { type = 10, content = "a card" } } });
        Assert.Equal((200, 32768), (status, edited!["flags"]!.GetValue<int>()));
        Assert.NotNull(edited["edited_timestamp"]);
        Assert.Equal(50006, (await EditAsync(bot, await PostAsync(bot, new { content = "x" }), new { content = "" })).Body!["code"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_nonce_counts_for_some_minutes_in_whichever_channel_and_knows_a_deleted_message()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(56));
        await using var bot = await PlainBot.StartAsync(time);
        var body = new { content = "x", nonce = "n", enforce_nonce = true };
        var first = await PostAsync(bot, body);
        var (_, elsewhere) = await bot.PostAsync($"channels/{bot.Discord.ChannelIds[1]}/messages", body);
        Assert.Equal(first, elsewhere!["id"]!.ToString());
        time.Advance(TimeSpan.FromMinutes(4));
        var second = await PostAsync(bot, body);
        Assert.NotEqual(first, second);
        Assert.Equal(204, (await bot.SendAsync(HttpMethod.Delete, $"channels/{bot.Channel}/messages/{second}")).Status);
        var (status, gone) = await bot.PostAsync($"channels/{bot.Channel}/messages", body);
        Assert.Equal((404, 10008), (status, gone!["code"]!.GetValue<int>()));
    }

    [Theory]
    [InlineData("""{"embeds": [{"title": "x", "url": "ftp://example.com"}]}""", "embeds.0.url", "URL_TYPE_INVALID_SCHEME")]
    [InlineData("""{"embeds": [{"title": "x", "url": "no address"}]}""", "embeds.0.url", "URL_TYPE_INVALID_URL")]
    [InlineData("""{"content": "x", "components": [{"type": 1, "components": [{"type": 2, "style": 5, "label": "x", "url": "javascript:alert(1)"}]}]}""", "components.0.components.0.url", "URL_TYPE_INVALID_SCHEME")]
    [InlineData("""{"content": "x", "allowed_mentions": {"parse": ["users"], "users": ["1"]}}""", "allowed_mentions.users", "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE")]
    [InlineData("""{"content": "x", "allowed_mentions": {"parse": ["users", "users"]}}""", "allowed_mentions.parse", "SET_TYPE_ALREADY_CONTAINS_VALUE")]
    [InlineData("""{"content": "x", "components": [{"type": 1, "components": [{"type": 3, "custom_id": "m", "options": [{"label": "a", "value": "1"}, {"label": "b", "value": "1"}]}]}]}""", "components.0.components.0.options", "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED")]
    [InlineData("""{"content": "x", "embeds": [{"timestamp": "yesterday", "title": "x"}]}""", "embeds.0.timestamp", "DATE_TIME_TYPE_PARSE")]
    public async Task What_the_document_leaves_open_is_refused_where_it_is_wrong(string body, string path, string code)
    {
        await using var bot = await PlainBot.StartAsync();
        var (status, refusal) = await bot.PostAsync($"channels/{bot.Channel}/messages", JsonNode.Parse(body)!);
        Assert.Equal((400, code), (status, Code(refusal, path)));
    }

    private static string? Code(JsonNode? refusal, string path) =>
        path.Split('.').Aggregate(refusal?["errors"], (node, part) => node?[part])?["_errors"]?[0]?["code"]?.ToString();

    private static async Task<string> PostAsync(PlainBot bot, object body)
    {
        var (status, message) = await bot.PostAsync($"channels/{bot.Channel}/messages", body);
        Assert.Equal(200, status);
        return message!["id"]!.ToString();
    }

    private static Task<(int Status, JsonNode? Body)> EditAsync(PlainBot bot, string messageId, object body) =>
        bot.SendAsync(HttpMethod.Patch, $"channels/{bot.Channel}/messages/{messageId}", body);
}
