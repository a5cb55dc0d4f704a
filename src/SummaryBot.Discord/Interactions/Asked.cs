namespace SummaryBot.Discord.Interactions;

/// <summary>What a person did.</summary>
internal abstract record Asked
{
    /// <summary>Typed a command.</summary>
    /// <param name="Path">Name, group and sub-command with spaces between: <c>digest create</c>.</param>
    public sealed record Command(string Path, InteractionOptions Options) : Asked;

    /// <summary>Is typing a command and waits for suggestions.</summary>
    /// <param name="Option">The option being typed.</param>
    /// <param name="Typed">So far; also of a number.</param>
    public sealed record Typing(string Path, InteractionOptions Options, string Option, string Typed) : Asked;

    /// <summary>Chose a command in the menu of a message.</summary>
    public sealed record OnMessage(string Name, TargetMessage Message) : Asked;

    /// <summary>Clicked a button or chose in a menu.</summary>
    /// <param name="Values">What was chosen: values of a string menu, ids of channels, roles or people; empty for a button.</param>
    public sealed record Component(string CustomId, int ComponentType, IReadOnlyList<string> Values, ResolvedData Resolved) : Asked;

    /// <summary>Sent a form.</summary>
    /// <param name="Fields">Values by the custom_id of their field: one for a text, none or more for a menu.</param>
    public sealed record Modal(string CustomId, IReadOnlyDictionary<string, IReadOnlyList<string>> Fields, ResolvedData Resolved) : Asked;

    /// <summary>Something that the bot cannot read, for one reason.</summary>
    public sealed record Unreadable(string Problem) : Asked;
}
