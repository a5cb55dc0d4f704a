using System.Text.Json.Nodes;
using SummaryBot.Commands.Shape;

namespace SummaryBot.Discord.Tests.Interactions.Everything;

/// <summary>The values at the limits of an option and beyond them.</summary>
internal static class Limits
{
    /// <summary>Discord's own, where an option has none.</summary>
    private const int MostText = 6000;

    /// <summary>How U+E000 is written, in whose place half of a character is sent.</summary>
    public const string LoneSurrogate = @"\uE000";

    /// <summary>What people type, and what nobody should.</summary>
    public static readonly string[] Typed =
        ["", " ", "harbor", "Harbor council bridge", new('x', 100), "' OR 1=1 --", "\"NEAR(*", "%_%", "\U0001F600\u202E", "a\uE000", "0", "-1", "08:", "https://news.example/", "{0} <@1> @everyone", "\0", "AND OR NOT ^ * ( )"];

    public static IEnumerable<JsonNode> At(OptionSpec option) => option switch
    {
        { Choices.Count: > 0 } => option.Choices.Select(choice => (JsonNode)choice),
        { Type: OptionType.Integer } => new[] { option.Min, option.Max }.OfType<int>().Select(number => (JsonNode)number),
        { Type: OptionType.Text } => new[] { Math.Max(1, option.Min ?? 1), option.Max ?? MostText }.Select(length => (JsonNode)new string('x', length)),
        { Type: OptionType.Truth } => [true, false],
        _ => [],
    };

    public static IEnumerable<JsonNode> Beyond(OptionSpec option) => option switch
    {
        { Choices: [var first, ..] } => ["", $"{first} ", first.ToUpperInvariant() is var upper && upper != first ? upper : $"{first}x"],
        { Type: OptionType.Integer } => new[] { option.Min - 1L, option.Max + 1L, option.Min is null ? null : long.MinValue, option.Max is null ? null : long.MaxValue }.OfType<long>().Select(number => (JsonNode)number),
        { Type: OptionType.Text } => new[] { (option.Min ?? 0) - 1, option.Max + 1 }.Where(length => length >= 0).OfType<int>().Select(length => (JsonNode)new string('x', length)),
        _ => [],
    };
}
