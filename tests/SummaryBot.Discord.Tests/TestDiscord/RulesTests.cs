using System.Text.Json.Nodes;
using SummaryBot.TestDiscord.Rules;

namespace SummaryBot.Discord.Tests.TestDiscord;

public sealed class RulesTests
{
    [Fact]
    public void The_committed_rules_are_those_of_Discords_document()
    {
        var document = Path.Combine(Root(AppContext.BaseDirectory), "..", "shared", "discord", "openapi.json");
        Assert.SkipUnless(File.Exists(document), "../shared is absent: nothing to compare the rules with.");
        var derived = RulesWriter.Derive(JsonNode.Parse(File.ReadAllText(document))!);
        Assert.True(JsonNode.DeepEquals(derived, BodyRules.ReadCommitted()), "Derive the rules anew, as the README says.");
    }

    [Theory]
    [InlineData("""{"content": 5}""", "content", "BASE_TYPE_BAD_TYPE")]
    [InlineData("""{"nonce": "12345678901234567890123456"}""", "nonce", "BASE_TYPE_MAX_LENGTH")]
    [InlineData("""{"embeds": [{"title": "TITLE257"}]}""", "embeds.0.title", "BASE_TYPE_MAX_LENGTH")]
    [InlineData("""{"components": [{"type": 10}], "flags": 32768}""", "components.0.content", "BASE_TYPE_REQUIRED")]
    [InlineData("""{"components": [{"type": 1, "components": [{"type": 2, "style": 9, "label": "x", "custom_id": "y"}]}]}""", "components.0.components.0.style", "BASE_TYPE_CHOICES")]
    [InlineData("""{"allowed_mentions": {"parse": ["somebody"]}}""", "allowed_mentions.parse.0", "BASE_TYPE_CHOICES")]
    [InlineData("""{"components": [{"type": 17, "components": []}], "flags": 32768}""", "components.0.components", "BASE_TYPE_BAD_LENGTH")]
    [InlineData("""{"components": [{"type": 12, "items": []}], "flags": 32768}""", "components.0.items", "BASE_TYPE_BAD_LENGTH")]
    [InlineData("""{"components": [{"type": 12}], "flags": 32768}""", "components.0.items", "BASE_TYPE_REQUIRED")]
    [InlineData("""{"components": [{"type": 12, "items": [{"description": "x"}]}], "flags": 32768}""", "components.0.items.0.media", "BASE_TYPE_REQUIRED")]
    [InlineData("""{"components": [{"type": 12, "items": [{"media": {"url": "harbor"}}]}], "flags": 32768}""", "components.0.items.0.media.url", "URL_TYPE_INVALID_URL")]
    [InlineData("""{"components": [{"type": 12, "items": [{"media": {"url": "https://example.com/LONG"}}]}], "flags": 32768}""", "components.0.items.0.media.url", "BASE_TYPE_MAX_LENGTH")]
    [InlineData("""{"components": [{"type": 12, "items": [{"media": {"url": "https://example.com/"}, "description": " "}]}], "flags": 32768}""", "components.0.items.0.description", "BASE_TYPE_MIN_LENGTH")]
    [InlineData("""{"components": [{"type": 12, "items": [{"media": {"url": "https://example.com/"}, "description": "TEXT1025"}]}], "flags": 32768}""", "components.0.items.0.description", "BASE_TYPE_MAX_LENGTH")]
    public void A_body_against_the_document_is_refused_where_it_is_wrong(string json, string path, string code)
    {
        var body = JsonNode.Parse(json.Replace("TITLE257", new string('t', 257), StringComparison.Ordinal)
            .Replace("LONG", new string('x', 2029), StringComparison.Ordinal).Replace("TEXT1025", new string('t', 1025), StringComparison.Ordinal));
        Assert.Contains(
            BodyRules.Committed.Check("post /channels/{channel_id}/messages", body),
            error => error.Path == path && error.Code == code);
    }

    [Fact]
    public void A_right_body_passes_and_unknown_fields_do_not_matter()
    {
        var body = JsonNode.Parse("""{"content": " x ", "unknown": {"a": 1}, "flags": 0, "nonce": "n", "enforce_nonce": true, "allowed_mentions": {"parse": []}}""");
        Assert.Empty(BodyRules.Committed.Check("post /channels/{channel_id}/messages", body));
    }

    private static string Root(string folder) =>
        File.Exists(Path.Combine(folder, "SummaryBot.sln")) ? folder : Root(Path.GetDirectoryName(folder)!);
}
