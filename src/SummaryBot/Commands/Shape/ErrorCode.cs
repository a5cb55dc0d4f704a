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

    /// <summary>Only for whoever runs the bot, in a server of theirs.</summary>
    OperatorOnly,

    /// <summary>The person may not write there.</summary>
    MayNotShare,

    /// <summary>In the bot's direct messages nobody else reads.</summary>
    NobodyToShareWith,

    /// <summary>The server shows what people's own apps say to them alone.</summary>
    OnlyOwnApp,

    /// <summary>A button of somebody else.</summary>
    NotYours,

    /// <summary>A button of another version.</summary>
    StaleButton,

    /// <summary>A command of another version.</summary>
    UnknownCommand,

    /// <summary>The chat did not take the answer. Values: id.</summary>
    AnswerRefused,

    /// <summary>What Discord sent is not readable.</summary>
    Unreadable,

    /// <summary>There is no such digest. Values: name.</summary>
    NoSuchDigest,

    /// <summary>Another digest has the name. Values: name.</summary>
    DigestNameTaken,

    /// <summary>Digests of several servers have the name. Values: name, guilds.</summary>
    SeveralDigests,

    /// <summary>A digest has nothing to post now. Values: name.</summary>
    NothingToSend,

    /// <summary>The bot may not post in a channel. Values: channel, permissions.</summary>
    MissingPermissions,

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

    /// <summary>An address is not fetched, or leads to one that is not.</summary>
    AddressRefused,

    /// <summary>A page did not come in time. Values: host.</summary>
    PageTooSlow,

    /// <summary>There is no page at an address. Values: host.</summary>
    PageNotFound,

    /// <summary>A host asks to be left alone. Values: host.</summary>
    PageBusy,

    /// <summary>A page could not be had. Values: host.</summary>
    PageFailed,

    /// <summary>A page is larger than is read. Values: host.</summary>
    PageTooBig,

    /// <summary>A page holds no article. Values: host.</summary>
    PageWithoutArticle,

    /// <summary>As many pages as may be are being fetched.</summary>
    TooManyPages,

    /// <summary>An article's page is gone.</summary>
    ArticleWithdrawn,

    /// <summary>A summary is not word for word.</summary>
    SummaryWithheld,

    /// <summary>An article may not be shown whole.</summary>
    NoFullText,

    /// <summary>A message has no links.</summary>
    NoLinks,

    /// <summary>What is to be undone is older than 10 minutes, or undone already.</summary>
    NothingToUndo,

    /// <summary>What is to be undone was changed since. Values: what.</summary>
    ChangedSince,

    /// <summary>A list whose pages are turned after a long time.</summary>
    ListGone,

    /// <summary>There is no such story. Values: asked.</summary>
    NoSuchStory,

    /// <summary>There is no such edition. Values: asked.</summary>
    NoSuchEdition,

    /// <summary>No digest was sent yet.</summary>
    NoEditions,

    /// <summary>An edition is not kept any more.</summary>
    EditionForgotten,

    /// <summary>An edition does not show that story.</summary>
    StoryNotShown,

    /// <summary>No story of an edition names its source.</summary>
    NoOutlets,

    /// <summary>The person takes no direct messages.</summary>
    DirectClosed,

    /// <summary>A direct message did not get through.</summary>
    DirectFailed,

    /// <summary>A message is no edition that is kept.</summary>
    NotADigest,

    /// <summary>A digest was deleted.</summary>
    DigestDeleted,

    /// <summary>A digest is somebody else's.</summary>
    NotYourDigest,
    /// <summary>A fault to repair is not there any more.</summary>
    FaultGone,

    /// <summary>The bot cannot post in a channel that was picked. Values: channel.</summary>
    NotThatChannel,

    /// <summary>A text is no web address. Values: value.</summary>
    NotAnAddress,

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

    /// <summary>A channel takes no digests. Values: channel.</summary>
    ChannelWrongKind,

    /// <summary>A text of a form is not what it should be. Values: field, value, remedy.</summary>
    BadField,

    /// <summary>A file is no backup, or may not be restored here. Values: reason.</summary>
    BadBackup,

    /// <summary>What a button refers to has expired or was used.</summary>
    DraftGone,

    /// <summary>The bot cannot post in a channel. Values: channel, permissions.</summary>
    BadChannel,

    /// <summary>The bot knows no such server. Values: id.</summary>
    NoSuchGuild,

    /// <summary>No option says what to change. Values: example.</summary>
    NothingToChange,

    /// <summary>There is no such channel, or the bot does not see it. Values: channel.</summary>
    ChannelGone,
}
