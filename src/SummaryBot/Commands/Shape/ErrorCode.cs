namespace SummaryBot.Commands.Shape;

/// <summary>What can go wrong with a command. Each has the texts <c>error.CODE.cause</c> and <c>error.CODE.next</c>: the cause, and one thing to do.</summary>
public enum ErrorCode
{
    /// <summary>Nobody expected it. Values: id.</summary>
    Defect,

    /// <summary>It took too long. Values: id.</summary>
    TooLong,

    /// <summary>The bot is being stopped.</summary>
    Restarting,

    /// <summary>The database did not answer. Values: id.</summary>
    Database,

    /// <summary>An option holds what it may not. Values: option, value, remedy.</summary>
    BadOption,

    /// <summary>A required option is missing. Values: option.</summary>
    MissingOption,

    /// <summary>It was asked too often. Values: time.</summary>
    Cooldown,

    /// <summary>Only in a server that the bot was added to.</summary>
    NotInGuild,

    /// <summary>The person lacks Manage Server.</summary>
    NeedsManageGuild,

    /// <summary>The person may not write there.</summary>
    MayNotShare,

    /// <summary>A button of somebody else.</summary>
    NotYours,

    /// <summary>A button of another version.</summary>
    StaleButton,

    /// <summary>A command of another version.</summary>
    UnknownCommand,

    /// <summary>What Discord sent is not readable.</summary>
    Unreadable,

    /// <summary>There is no such digest. Values: name.</summary>
    NoSuchDigest,

    /// <summary>Another digest has the name. Values: name.</summary>
    DigestNameTaken,

    /// <summary>There is no such source. Values: name.</summary>
    NoSuchSource,

    /// <summary>There is no such article. Values: asked.</summary>
    NoSuchArticle,

    /// <summary>What is to be undone is older than 10 minutes, or undone already.</summary>
    NothingToUndo,

    /// <summary>What is to be undone was changed since.</summary>
    ChangedSince,

    /// <summary>A text is no web address. Values: value.</summary>
    NotAnAddress,

    /// <summary>An address is not fetched from. Values: address, reason.</summary>
    AddressRefused,

    /// <summary>Nothing usable came from an address. Values: address, reason.</summary>
    SourceUnreadable,

    /// <summary>A site did not answer in time. Values: address, seconds.</summary>
    SourceTooSlow,

    /// <summary>A page names no feed. Values: address.</summary>
    PageWithoutFeed,

    /// <summary>The server reads that address already. Values: name.</summary>
    SourceKnown,

    /// <summary>Another source has the name. Values: name.</summary>
    SourceNameTaken,

    /// <summary>No option says what to change. Values: example.</summary>
    NothingToChange,

    /// <summary>A file is no list of sources. Values: file, reason.</summary>
    NotOpml,

    /// <summary>A file is larger than may be, or could not be read. Values: file, megabytes.</summary>
    FileTooLarge,

    /// <summary>What a button would go on with is older than a day. Values: command.</summary>
    DraftExpired,

    /// <summary>Nobody here reads the sources of a notice any more.</summary>
    NoticeOutdated,

    /// <summary>The bot lacks permissions in a channel. Values: channel, permissions.</summary>
    ChannelLacksPermissions,

    /// <summary>The bot sees no such channel. Values: channel.</summary>
    ChannelGone,

    /// <summary>A channel takes no digests. Values: channel.</summary>
    ChannelWrongKind,

    /// <summary>A text of a form is not what it should be. Values: field, value, remedy.</summary>
    BadField,
}
