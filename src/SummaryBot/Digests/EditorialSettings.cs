using SummaryBot.Digests.Filters;

namespace SummaryBot.Digests;

/// <summary>How a digest chooses among the stories that it may show.</summary>
/// <param name="MaxPerSource">Stories of one outlet in an edition while other outlets have some, 1 to 20.</param>
/// <param name="RepeatDays">A story that was shown within so many days comes back with a new fact alone, 1 to 30.</param>
/// <param name="CarryDays">A story that finds no room is kept for so many days, 1 to 7.</param>
/// <param name="Filters">In the order of their numbers; none lets everything through.</param>
/// <param name="Sections">In the order to show; a story stands under the first that it matches.</param>
/// <param name="Pictures">Whether stories show their articles' pictures.</param>
/// <param name="RecapOf">Of a recap: the names of the digests that it looks back on; none stands for all of its channel.</param>
public sealed record EditorialSettings(
    DigestKind Kind,
    int MaxPerSource,
    int RepeatDays,
    int CarryDays,
    IReadOnlyList<FilterRule> Filters,
    IReadOnlyList<Section> Sections,
    bool Pictures,
    IReadOnlyList<string> RecapOf)
{
    public static EditorialSettings Usual { get; } = new(DigestKind.Normal, 3, 7, 2, [], [], Pictures: false, []);
}

public enum DigestKind
{
    /// <summary>The news since the last edition.</summary>
    Normal,

    /// <summary>Each story that its filters let through, at once.</summary>
    Urgent,

    /// <summary>The top stories of other digests' last seven days.</summary>
    Recap,

    /// <summary>What one person follows, in direct messages.</summary>
    Personal,
}

/// <summary>A part of an edition with a heading of its own.</summary>
/// <param name="Name">One line of 1 to 40 characters.</param>
/// <param name="Terms">Words, or <c>category:</c>, <c>source:</c> and <c>group:</c> with a name; one that matches is enough.</param>
public sealed record Section(string Name, IReadOnlyList<string> Terms);
