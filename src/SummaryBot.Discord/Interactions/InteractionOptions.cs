using System.Text.Json.Nodes;

namespace SummaryBot.Discord.Interactions;

/// <summary>The options of a command. One that is absent, or of another type than asked for, is null.</summary>
/// <remarks><see href="https://discord.com/developers/docs/interactions/application-commands"/></remarks>
internal sealed class InteractionOptions(IReadOnlyDictionary<string, JsonObject> options, ResolvedData resolved)
{
    public const int SubCommand = 1;
    public const int Group = 2;
    public const int TextType = 3;
    public const int IntegerType = 4;
    public const int TruthType = 5;
    public const int UserType = 6;
    public const int ChannelType = 7;
    public const int RoleType = 8;
    public const int NumberType = 10;
    public const int AttachmentType = 11;

    public string? Text(string name) => Value(name, TextType).Text();

    /// <summary>Discord sends -2^53 to 2^53.</summary>
    public long? Integer(string name) => Value(name, IntegerType) is JsonValue value && value.TryGetValue<long>(out var number) ? number : null;

    public double? Number(string name) =>
        Value(name, NumberType) is JsonValue value && value.TryGetValue<double>(out var number) && double.IsFinite(number) ? number : null;

    public bool? Truth(string name) => Value(name, TruthType).Truth();

    public ResolvedUser? User(string name) => resolved.User(Value(name, UserType).Id());

    public ResolvedChannel? Channel(string name) => resolved.Channel(Value(name, ChannelType).Id());

    public ResolvedRole? Role(string name) => resolved.Role(Value(name, RoleType).Id());

    public ResolvedAttachment? Attachment(string name) => resolved.Attachment(Value(name, AttachmentType).Id());

    private JsonNode? Value(string name, int type) => options.TryGetValue(name, out var option) && option.At("type").Whole() == type ? option.At("value") : null;
}
