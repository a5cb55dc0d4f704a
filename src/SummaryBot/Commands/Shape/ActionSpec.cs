namespace SummaryBot.Commands.Shape;

/// <summary>What a button, a menu or a form does.</summary>
/// <param name="Kind">1 to 5 lower-case letters, the bot's only one of that name; it is in messages that are long sent, so it never changes.</param>
/// <param name="Answer">Where the answer goes.</param>
public sealed record ActionSpec(string Kind, ActionAnswer Answer, Func<CommandCall, ActionInput, CancellationToken, Task<Reply>> AnswerAsync)
{
    /// <summary>Whoever may use it; checked again when it is pressed.</summary>
    public CommandAudience Audience { get; init; }

    /// <summary>It shows this form instead of answering at once.</summary>
    public Func<CommandCall, ActionInput, CancellationToken, Task<Form>>? OpenAsync { get; init; }

    /// <summary>Whether it is sent from a form, not from a button or menu.</summary>
    public bool IsForm { get; init; }

    /// <summary>As for a command.</summary>
    public Cooldown? Cooldown { get; init; }
}

public enum ActionAnswer
{
    /// <summary>The message that it stands in changes.</summary>
    Update,

    /// <summary>A new message that the person alone sees.</summary>
    Private,

    /// <summary>A new message for everybody: only where the person may write.</summary>
    Public,
}

/// <param name="Payload">What the button, menu or form remembers.</param>
/// <param name="Values">What was chosen in a menu: values, or ids of channels.</param>
/// <param name="Fields">What was filled into a form, by the fields' ids; a field that was left empty has none.</param>
public sealed record ActionInput(string Payload, IReadOnlyList<string> Values, IReadOnlyDictionary<string, IReadOnlyList<string>> Fields)
{
    /// <summary>The first value of a field; null where there is none.</summary>
    public string? Field(string id) => Fields.GetValueOrDefault(id) is [var first, ..] && first.Length > 0 ? first : null;
}

/// <summary>A form to fill in.</summary>
/// <param name="Title">1 to 45 UTF-16 units; cut where it is longer.</param>
/// <param name="Kind">Of the <see cref="ActionSpec"/> that it is sent to.</param>
/// <param name="Payload">64 UTF-16 units at most.</param>
/// <param name="Fields">1 to 5.</param>
public sealed record Form(string Title, string Kind, string Payload, IReadOnlyList<FormField> Fields);

/// <param name="Id">1 to 100 UTF-16 units, unique in the form.</param>
/// <param name="Label">1 to 45.</param>
public abstract record FormField(string Id, string Label)
{
    /// <summary>Below the label, 100 at most; null for none.</summary>
    public string? Description { get; init; }

    public bool IsRequired { get; init; } = true;

    /// <param name="Value">What it holds at first; null for nothing.</param>
    public sealed record TextField(string Id, string Label, string? Value, int Min, int Max, bool IsLong = false) : FormField(Id, Label)
    {
        public string? Placeholder { get; init; }
    }

    /// <param name="Chosen">The id of a channel that is chosen at first; null for none.</param>
    public sealed record ChannelField(string Id, string Label, IReadOnlyList<ChannelType> Types, string? Chosen) : FormField(Id, Label);

    /// <summary>A menu.</summary>
    public sealed record SelectField(string Id, string Label, IReadOnlyList<MenuOption> Options, int Min, int Max) : FormField(Id, Label);

    /// <summary>Boxes to check, 10 at most.</summary>
    public sealed record CheckboxesField(string Id, string Label, IReadOnlyList<MenuOption> Options, int Min, int Max) : FormField(Id, Label);

    public sealed record UploadField(string Id, string Label) : FormField(Id, Label);
}
