using SummaryBot.Chat;
using SummaryBot.Summarization;

namespace SummaryBot.Digests;

/// <summary>What somebody set up: which channel gets how much news, and when.</summary>
/// <param name="Name">Unique, one line, 1 to 64 characters.</param>
/// <param name="MaxStories">1 to 20.</param>
/// <param name="Length">How much of each story an edition shows.</param>
public sealed record Digest(
    string Name,
    ChannelAddress Channel,
    DigestSchedule Schedule,
    int MaxStories,
    SummaryLength Length,
    MessageLayout Layout,
    EmptyEdition Empty)
{
    /// <summary>The id of the Discord server that it belongs to, whose brand it falls back to; null where nobody said.</summary>
    public string? Guild { get; init; }

    /// <summary>What its server has set for digests without looks of their own; null for nothing. It is read with the digest, not written.</summary>
    public Brand? GuildBrand { get; init; }

    /// <summary>How its editions are posted, beyond their words.</summary>
    public Posting Posting { get; init; } = new();

    /// <summary>How it chooses.</summary>
    public EditorialSettings Editing { get; init; } = EditorialSettings.Usual;
}

/// <summary>What happens when an edition is due and there is no news.</summary>
public enum EmptyEdition
{
    /// <summary>Nothing is posted.</summary>
    Skip,

    /// <summary>A line says that there is no news.</summary>
    Note,

    /// <summary>The edition goes out as soon as there is news, unless the next is due before.</summary>
    Wait,
}
