using System.Text.Json.Nodes;
using CsCheck;
using SummaryBot.Discord.Interactions;

namespace SummaryBot.Discord.Tests.Interactions;

public sealed class InteractionReaderTests
{
    private const string Envelope = """
        "id": "1300000000000000001", "application_id": "1300000000000000002", "token": "a/b", "version": 1, "guild_id": "1300000000000000003",
        "channel": {"id": "1300000000000000004", "type": 11, "guild_id": "1300000000000000003"}, "context": 0, "app_permissions": "2048", "locale": "de", "guild_locale": "fr",
        "authorizing_integration_owners": {"0": "1300000000000000003"}, "member": {"permissions": "2147483680", "roles": ["1300000000000000041", "no id", 7], "user": {"id": "1300000000000000005"}}
        """;

    private const string Resolved = """
        {"users": {"1300000000000000005": {"username": "reader"}}, "roles": {"1300000000000000006": {"name": "news"}},
         "channels": {"1300000000000000004": {"name": "harbor", "type": 5, "permissions": "2048"}},
         "attachments": {"1300000000000000007": {"filename": "feeds.opml", "size": 120, "url": "https://cdn.example.com/feeds.opml"}},
         "messages": {"1300000000000000008": {"content": "see https://example.com/a", "embeds": [{"url": "https://example.com/b", "description": "and https://example.com/c"}],
           "components": [{"type": 17, "components": [{"type": 10, "content": "[x](https://example.com/d)"}, {"type": 1, "components": [{"type": 2, "style": 5, "url": "https://example.com/e"}]}]}]}}}
        """;

    private const string Options = """
        [{"name": "text", "type": 3, "value": "trade"}, {"name": "whole", "type": 4, "value": 9007199254740991}, {"name": "number", "type": 10, "value": 2.5},
         {"name": "truth", "type": 5, "value": true}, {"name": "user", "type": 6, "value": "1300000000000000005"}, {"name": "channel", "type": 7, "value": "1300000000000000004"},
         {"name": "role", "type": 8, "value": "1300000000000000006"}, {"name": "file", "type": 11, "value": "1300000000000000007"}]
        """;

    private static readonly string[] Valid =
    [
        $$$"""{{{{Envelope}}}, "type": 2, "data": {"id": "9", "name": "digest", "type": 1, "resolved": {{{Resolved}}}, "options": [{"name": "thread", "type": 2, "options": [{"name": "set", "type": 1, "options": {{{Options}}}}]}]}}""",
        $$$"""{{{{Envelope}}}, "type": 4, "data": {"id": "9", "name": "summary", "type": 1, "options": [{"name": "article", "type": 3, "value": "har", "focused": true}]}}""",
        $$$"""{{{{Envelope}}}, "type": 2, "data": {"id": "9", "name": "Summarise links", "type": 3, "target_id": "1300000000000000008", "resolved": {{{Resolved}}}}}""",
        $$$"""{{{{Envelope}}}, "type": 3, "message": {"id": "8", "flags": 64}, "data": {"custom_id": "1pick", "component_type": 8, "values": ["1300000000000000004"], "resolved": {{{Resolved}}}}}""",
        $$$"""
        {{{{Envelope}}}, "type": 5, "data": {"custom_id": "1setup", "resolved": {{{Resolved}}}, "components": [
          {"type": 18, "component": {"type": 8, "custom_id": "channel", "values": ["1300000000000000004"]}}, {"type": 10, "content": "words"},
          {"type": 18, "component": {"type": 22, "custom_id": "days", "values": ["mon", "thu"]}}, {"type": 18, "component": {"type": 23, "custom_id": "sure", "value": true}},
          {"type": 1, "components": [{"type": 4, "custom_id": "time", "value": "08:00"}]}]}}
        """,
    ];

    [Fact]
    public void Options_of_every_type_are_read_with_what_their_ids_stand_for()
    {
        var asked = Assert.IsType<Asked.Command>(Read(Valid[0]).Asked);
        Assert.Equal("digest thread set", asked.Path);
        Assert.Equal(("trade", 9007199254740991, 2.5, true), (asked.Options.Text("text"), asked.Options.Integer("whole"), asked.Options.Number("number"), asked.Options.Truth("truth")));
        Assert.Equal(new ResolvedUser("1300000000000000005", "reader", IsBot: false), asked.Options.User("user"));
        Assert.Equal(new ResolvedChannel("1300000000000000004", "harbor", 5, 2048), asked.Options.Channel("channel"));
        Assert.Equal(new ResolvedRole("1300000000000000006", "news"), asked.Options.Role("role"));
        Assert.Equal(new ResolvedAttachment("1300000000000000007", "feeds.opml", 120, new Uri("https://cdn.example.com/feeds.opml")), asked.Options.Attachment("file"));
        Assert.Null(asked.Options.Text("whole"));
        Assert.Null(asked.Options.Role("channel"));
        Assert.Null(asked.Options.Text("absent"));
    }

    [Fact]
    public void The_option_being_typed_is_known()
    {
        var asked = Assert.IsType<Asked.Typing>(Read(Valid[1]).Asked);
        Assert.Equal(("summary", "article", "har"), (asked.Path, asked.Option, asked.Typed));
    }

    [Fact]
    public void The_chosen_message_comes_with_its_texts_and_links()
    {
        var asked = Assert.IsType<Asked.OnMessage>(Read(Valid[2]).Asked);
        Assert.Equal(["a", "c", "d", "b", "e"], MessageLinks.In(asked.Message).Select(link => link.AbsolutePath[1..]));
    }

    [Fact]
    public void A_menu_tells_what_was_chosen_and_whether_its_message_is_private()
    {
        var interaction = Read(Valid[3]);
        var asked = Assert.IsType<Asked.Component>(interaction.Asked);
        Assert.True(interaction.IsOnPrivateMessage);
        Assert.Equal("harbor", asked.Resolved.Channel(Assert.Single(asked.Values))!.Name);
    }

    [Fact]
    public void The_fields_of_a_form_are_read_from_labels_and_rows()
    {
        var fields = Assert.IsType<Asked.Modal>(Read(Valid[4]).Asked).Fields;
        Assert.Equal(["channel", "days", "sure", "time"], fields.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["mon", "thu"], fields["days"]);
        Assert.Equal(["true"], fields["sure"]);
        Assert.Equal(["08:00"], fields["time"]);
    }

    [Fact]
    public void Where_it_was_asked_and_with_which_rights_is_known()
    {
        var interaction = Read(Valid[0]);
        Assert.Equal("de", interaction.Locale);
        Assert.Equal("a%2Fb", interaction.Token);
        Assert.Equal(
            new InteractionPlace(InteractionContext.Guild, "1300000000000000003", "1300000000000000003", "1300000000000000004", 11, 2147483680, 2048, "fr"),
            interaction.Place with { Roles = [] });
        Assert.Equal(["1300000000000000041"], interaction.Place.Roles);
        Assert.False(interaction.Place.IsOnlyUserInstalled);
    }

    [Theory]
    [InlineData("""{"1": "1300000000000000005"}""", 0, true)]
    [InlineData("""{"1": "1300000000000000005"}""", 2, true)]
    [InlineData("""{"0": "0"}""", 1, false)]
    [InlineData("""{"0": "1300000000000000003", "1": "1300000000000000005"}""", 0, false)]
    public void Whether_only_the_person_has_the_bot_is_known(string owners, int context, bool expected)
    {
        var json = JsonNode.Parse(Valid[0])!.AsObject();
        (json["authorizing_integration_owners"], json["context"]) = (JsonNode.Parse(owners), context);
        if (context != 0)
        {
            json.Remove("guild_id");
            json.Remove("channel");
        }

        Assert.Equal(expected, InteractionReader.TryRead(json, 0)!.Place.IsOnlyUserInstalled);
    }

    [Theory]
    [InlineData("guild_id", "\"1300000000000000099\"")] // the channel is of another guild
    [InlineData("data", "[]")]
    [InlineData("data", """{"name": "x", "options": 7}""")]
    [InlineData("data", """{"name": "x", "options": [{"name": "a", "type": 3}, {"name": "a", "type": 3}]}""")]
    [InlineData("data", """{"name": "x", "type": 2}""")]
    [InlineData("type", "99")]
    public void What_is_not_readable_can_still_be_answered(string key, string value)
    {
        var json = JsonNode.Parse(Valid[0])!.AsObject();
        json[key] = JsonNode.Parse(value);
        Assert.IsType<Asked.Unreadable>(InteractionReader.TryRead(json, 0)!.Asked);
    }

    /// <summary>Any part of a valid interaction is taken away or becomes something else.</summary>
    [Fact]
    public void Whatever_comes_no_exception_leaves_the_reader()
    {
        string[] others = ["null", "7", "-1e300", "true", "\"\"", "\"\\ud800\"", "[]", "[[]]", "{}", "{\"0\": 1}", "{\"a\": 1, \"a\": 2}", $"\"{new string('x', 20_000)}\"", $"[{string.Join(',', Enumerable.Repeat("{\"name\": 1}", 500))}]"];
        Gen.Select(Gen.Int[0, Valid.Length - 1], Gen.Int[0, 400], Gen.Int[0, others.Length - 1]).Sample((pick, at, other) =>
        {
            var json = JsonNode.Parse(Valid[pick])!.AsObject();
            var nodes = Nodes(json).ToList();
            var (parent, key) = nodes[at % nodes.Count];
            if (key is string name)
            {
                parent[name] = JsonNode.Parse(others[other]);
            }
            else
            {
                parent[(int)key] = JsonNode.Parse(others[other]);
            }

            _ = InteractionReader.TryRead(json, 0);
        });
    }

    private static IEnumerable<(JsonNode Parent, object Key)> Nodes(JsonNode node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => Inner(field.Value).Prepend(((JsonNode)fields, (object)field.Key))),
        JsonArray items => items.SelectMany((item, i) => Inner(item).Prepend(((JsonNode)items, (object)i))),
        _ => [],
    };

    private static IEnumerable<(JsonNode Parent, object Key)> Inner(JsonNode? node) => node is null ? [] : Nodes(node);

    private static Interaction Read(string json) => InteractionReader.TryRead(JsonNode.Parse(json)!.AsObject(), 0)!;
}
