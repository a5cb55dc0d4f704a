using System.Text.Json.Nodes;
using SummaryBot.Commands.Shape;

namespace SummaryBot.Discord.Tests.Interactions.Everything;

/// <summary>What a person would give for each option. What is offered while he types he takes from there.</summary>
internal sealed class Samples(Town town)
{
    /// <summary>By the path or the family and the option, or the option alone.</summary>
    private static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal)
    {
        ["digest create name"] = "Evening",
        ["digest edit rename"] = "Afternoon",
        ["digest name"] = "Morning",
        ["digest send-now name"] = "Second",
        ["news name"] = "Morning",
        ["digest from"] = "22:00",
        ["digest to"] = "06:00",
        ["filter digest"] = "Morning",
        ["filter rule"] = "1:1",
        ["article"] = TownNews.Page,
        ["url"] = TownNews.ThirdFeed,
        ["query"] = "harbor",
        ["about"] = "council",
        ["topic"] = "bridge",
        ["value"] = "harbor",
        ["terms"] = "harbor, bridge",
        ["text"] = "The bot rests tonight.",
        ["time"] = "07:30",
        ["from"] = "22:00",
        ["to"] = "06:00",
        ["days"] = "weekdays",
        ["timezone"] = "Europe/London",
        ["holidays"] = "2026-12-25",
        ["until"] = "2026-03-09",
        ["as_of"] = "2026-03-02T08:30",
        ["color"] = "#336699",
        ["avatar"] = "https://img.example/a.png",
        ["footer"] = "Read well",
        ["name"] = "Example",
        ["display_name"] = "Morning paper",
        ["section"] = "Sports",
        ["tags"] = "news",
    };

    /// <summary>Options that make sense only beside others, and what a command needs where it needs one of several.</summary>
    private static readonly Dictionary<string, (string Option, JsonNode Value)[]> Companions = new(StringComparer.Ordinal)
    {
        ["digest edit"] = [("max_stories", 6)],
        ["source edit"] = [("max_per_digest", 2)],
    };

    /// <summary>The required options, and those named.</summary>
    public async Task<Dictionary<string, JsonNode?>> ForAsync(CommandSpec spec, Person who, params IReadOnlyList<string> also)
    {
        var given = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (var (name, value) in spec.Options.All(option => option.IsRequired || !also.Contains(option.Name, StringComparer.Ordinal)) ? Companions.GetValueOrDefault(spec.Path) ?? [] : [])
        {
            given[name] = value.DeepClone();
        }

        foreach (var option in spec.Options.Where(option => option.IsRequired || also.Contains(option.Name, StringComparer.Ordinal)))
        {
            given[option.Name] = await OfAsync(spec, option, who, given);
            foreach (var (name, value) in Companions.GetValueOrDefault($"{spec.Path} {option.Name}") ?? [])
            {
                given[name] = value.DeepClone();
            }
        }

        return given;
    }

    public async Task<JsonNode> OfAsync(CommandSpec spec, OptionSpec option, Person who, Dictionary<string, JsonNode?> given) => option switch
    {
        { Choices: [var first, ..] } => first,
        { Type: OptionType.Integer } => option.Min ?? 1,
        { Type: OptionType.Truth } => true,
        { Type: OptionType.Channel } => ChannelOf(option),
        { Type: OptionType.Role } => town.Bot.Server.World.Guild.Roles[1].Id,
        { Type: OptionType.User } => town.Reader.Id,
        { Type: OptionType.File } => CommandData.Upload(town, "feeds.opml", Opml),
        _ when Texts.TryGetValue($"{spec.Path} {option.Name}", out var text) || Texts.TryGetValue($"{spec.Family} {option.Name}", out text) => text,
        { Name: "id" } => town.Home.GuildId!,
        { HasAutocomplete: true } when await OfferedAsync(spec, option, who, given) is { } offered => offered,
        _ => Texts.GetValueOrDefault(option.Name) ?? "sample",
    };

    public const string Opml = """
        <opml version="2.0"><body><outline text="Third" type="rss" xmlUrl="https://third.example/feed"/></body></opml>
        """;

    private string ChannelOf(OptionSpec option) => option.ChannelTypes.Count == 0 || option.ChannelTypes.Contains(ChannelType.Text) ? town.Home.ChannelId
        : option.ChannelTypes.Contains(ChannelType.Forum) ? town.Forum
        : town.Announcements;

    private async Task<JsonNode?> OfferedAsync(CommandSpec spec, OptionSpec option, Person who, Dictionary<string, JsonNode?> given)
    {
        var answer = await town.AskOneAsync(Question.Typing(town, who, spec, new Dictionary<string, JsonNode?>(given, StringComparer.Ordinal) { [option.Name] = "" }, option.Name));
        return answer.Outcome.Choices is [var first, ..] ? first!["value"]!.DeepClone() : null;
    }
}
