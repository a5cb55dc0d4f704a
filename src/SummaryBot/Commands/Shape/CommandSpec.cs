namespace SummaryBot.Commands.Shape;

/// <summary>
/// One command, declared once: Discord's registration, its handlers, and the twin on the command line are made from it. Its name and description in every language
/// are the texts <c>FAMILY.REST.name</c> and <c>.description</c>, of the path with dots between; those of an option <c>FAMILY.option.NAME.name</c> and so on.
/// </summary>
/// <param name="Path">Name, group and sub-command with spaces between: <c>digest create</c>.</param>
/// <param name="Options">Required ones first; 25 at most.</param>
/// <param name="AnswerAsync">What it does. What is wrong with the input is a <see cref="Reply"/> with an error, not an exception.</param>
public sealed record CommandSpec(
    string Path, CommandAudience Audience, IReadOnlyList<OptionSpec> Options, Func<CommandCall, CancellationToken, Task<Reply>> AnswerAsync)
{
    /// <summary>Where readers may use it.</summary>
    public CommandPlaces Places { get; init; } = CommandPlaces.Everywhere;

    /// <summary>Whether people may use it anywhere with the bot as an app of their own.</summary>
    public bool IsUserInstallable { get; init; }

    /// <summary>Suggestions for the option that is being typed; needed where an option has autocomplete.</summary>
    public Func<CommandCall, TypedOption, CancellationToken, Task<IReadOnlyList<Choice>>>? SuggestAsync { get; init; }

    /// <summary>In chats it shows this form instead of answering at once.</summary>
    public Func<CommandCall, CancellationToken, Task<Form>>? OpenAsync { get; init; }

    /// <summary>How often one person and one server may use it; null for as often as they like.</summary>
    public Cooldown? Cooldown { get; init; }

    /// <summary>What follows the path in the example of its help: <c>"Morning digest" --time 07:30</c>.</summary>
    public string Example { get; init; } = "";

    /// <summary>Whether its twin on the command line is written by hand, because it takes more there.</summary>
    public bool HasOwnVerb { get; init; }

    /// <summary>Whether it would be run by the menu of a message; then its name is the text <c>FAMILY.name</c> as it is.</summary>
    public bool IsOnMessage { get; init; }

    public string Family => Path.Split(' ')[0];
}

public enum CommandAudience
{
    Reader,

    /// <summary>In a server, with Manage Server.</summary>
    Admin,

    /// <summary>In the operator's own server, with Manage Server there.</summary>
    Operator,
}

[Flags]
public enum CommandPlaces
{
    Guild = 1,
    BotDm = 2,
    PrivateChannel = 4,
    Everywhere = Guild | BotDm | PrivateChannel,
}

/// <param name="Most">How often one person may use it in <paramref name="Within"/>.</param>
/// <param name="MostInGuild">How often all people of a server together may.</param>
/// <param name="AppliesTo">Whether a call counts; null where every one does.</param>
public sealed record Cooldown(int Most, int MostInGuild, TimeSpan Within, Func<CommandCall, bool>? AppliesTo = null);

/// <param name="Name">In English: lower case, words parted by _; on the command line by -.</param>
public sealed record OptionSpec(string Name, OptionType Type)
{
    public bool IsRequired { get; init; }

    /// <summary>The only values there are, of a text; each has the text <c>FAMILY.option.NAME.VALUE</c> as its name.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    public bool HasAutocomplete { get; init; }

    /// <summary>Of a number; of a text its length in UTF-16 units.</summary>
    public int? Min { get; init; }

    public int? Max { get; init; }

    /// <summary>The only kinds of channel there are to choose.</summary>
    public IReadOnlyList<ChannelType> ChannelTypes { get; init; } = [];
}

public enum OptionType
{
    Text,
    Integer,
    Truth,
    Channel,
    Role,
    User,
    File,
}

/// <summary>Kinds of Discord channels that messages go to.</summary>
public enum ChannelType
{
    Text = 0,
    Announcement = 5,
    AnnouncementThread = 10,
    PublicThread = 11,
    PrivateThread = 12,
    Forum = 15,
}

/// <param name="Name">The option being typed.</param>
/// <param name="Typed">So far.</param>
public sealed record TypedOption(string Name, string Typed);

/// <param name="Label">1 to 100 UTF-16 units; cut where it is longer.</param>
/// <param name="Value">1 to 100.</param>
public sealed record Choice(string Label, string Value);

/// <summary>Commands that belong together, with what stands below their answers.</summary>
public interface ICommandModule
{
    IEnumerable<CommandSpec> Commands { get; }

    IEnumerable<ActionSpec> Actions => [];
}
