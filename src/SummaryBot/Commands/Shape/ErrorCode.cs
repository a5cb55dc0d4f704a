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

    /// <summary>Digests of several servers have the name. Values: name, guilds.</summary>
    SeveralDigests,

    /// <summary>Nothing is to be changed.</summary>
    NothingToChange,

    /// <summary>A digest has nothing to post now. Values: name.</summary>
    NothingToSend,

    /// <summary>The bot may not post in a channel. Values: channel, permissions.</summary>
    MissingPermissions,

    /// <summary>There is no such channel, or the bot does not see it. Values: channel.</summary>
    ChannelGone,

    /// <summary>A channel takes no digests. Values: channel.</summary>
    ChannelOfWrongKind,

    /// <summary>There is no such filter rule. Values: rule.</summary>
    NoSuchRule,

    /// <summary>A person follows nothing.</summary>
    FollowsNothing,

    /// <summary>A person does not follow that. Values: topic.</summary>
    NotFollowed,

    /// <summary>A person follows as much as he may. Values: most.</summary>
    TooManyTopics,

    /// <summary>There is no such source. Values: name.</summary>
    NoSuchSource,

    /// <summary>There is no such article. Values: asked.</summary>
    NoSuchArticle,

    /// <summary>What is to be undone is older than 10 minutes, or undone already.</summary>
    NothingToUndo,

    /// <summary>What is to be undone was changed since.</summary>
    ChangedSince,
}
