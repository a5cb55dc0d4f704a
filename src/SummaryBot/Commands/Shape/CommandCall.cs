using SummaryBot.Language;

namespace SummaryBot.Commands.Shape;

/// <summary>Who asks, where, and with which options.</summary>
/// <param name="Words">In the language of the answer.</param>
/// <param name="UserId">Of the chat; empty for the operator at the command line.</param>
/// <param name="Guild">The id of the Discord server; empty outside one, and for the operator's own.</param>
public sealed record CommandCall(Words Words, string UserId, string Guild)
{
    /// <summary>Whether it comes from the command line of whoever runs the bot.</summary>
    public bool IsOperator { get; init; }

    /// <summary>The channel in which it was asked, as a <see cref="Chat.ChannelAddress"/> writes it; null at the command line.</summary>
    public string? Channel { get; init; }

    /// <summary>The ids of the roles that the person has in that server.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>The language of the person's own settings, as Discord writes it: <c>en-GB</c>.</summary>
    public string Locale { get; init; } = "en-US";

    /// <summary>Of the server; null outside one.</summary>
    public string? GuildLocale { get; init; }

    /// <summary>Whether the person has Manage Server there.</summary>
    public bool MayManage { get; init; }

    /// <summary>Whether that server is the one of whoever runs the bot, in which operators' commands work.</summary>
    public bool IsInOperatorGuild { get; init; }

    /// <summary>Whether the person may post in that channel in his own name.</summary>
    public bool MayShare { get; init; }

    /// <summary>Whether the person alone sees the answer.</summary>
    public bool IsPrivate { get; init; } = true;

    /// <summary>By the options' names: text, long, bool, <see cref="GivenChannel"/>, <see cref="GivenFile"/>; ids of roles and users are texts. What is not given is not there.</summary>
    public IReadOnlyDictionary<string, object> Options { get; init; } = new Dictionary<string, object>(StringComparer.Ordinal);

    /// <summary>The message that the command was chosen on; null for others.</summary>
    public GivenMessage? Message { get; init; }

    public string? Text(string name) => Options.GetValueOrDefault(name) as string;

    public int? Integer(string name) => Options.GetValueOrDefault(name) is long number ? (int)Math.Clamp(number, int.MinValue, int.MaxValue) : null;

    public bool? Truth(string name) => Options.GetValueOrDefault(name) as bool?;

    public GivenChannel? ChannelOf(string name) => Options.GetValueOrDefault(name) as GivenChannel;

    public GivenFile? File(string name) => Options.GetValueOrDefault(name) as GivenFile;
}

/// <param name="Address">As a <see cref="Chat.ChannelAddress"/> writes it: the id of a Discord channel.</param>
public sealed record GivenChannel(string Address, string Name, ChannelType? Type);

/// <summary>A file that somebody sent. Nothing in it is trusted.</summary>
/// <param name="ReadAsync">Reads it whole, up to a number of bytes; null where it is longer or does not come.</param>
public sealed record GivenFile(string Name, long Size, Func<int, CancellationToken, Task<byte[]?>> ReadAsync);

/// <summary>A message that a command was chosen on.</summary>
/// <param name="Links">The http and https links in it, in their order.</param>
/// <param name="IsOurs">Whether the bot wrote it.</param>
public sealed record GivenMessage(string Id, string ChannelId, IReadOnlyList<Uri> Links, bool IsOurs);
