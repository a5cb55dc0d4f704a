using SummaryBot.Chat;

namespace SummaryBot.Digests;

/// <summary>One issue of a digest, for one due time.</summary>
/// <param name="Stories">In the order to show.</param>
/// <param name="KeptCount">Stories that found no room and are kept for a later edition.</param>
/// <param name="Posting">How it is posted beyond its words; null where nothing is asked for.</param>
/// <param name="Lateness">Why it is late, as <c>25 min late: the bot was restarted</c>; null where it is on time.</param>
public sealed record Edition(
    string DigestName, Due Due, MessageLayout Layout, IReadOnlyList<StoryBlock> Stories, int KeptCount, string? Lateness, Posting? Posting = null)
{
    /// <summary>The words around its stories.</summary>
    public FrameWords Frame { get; init; } = FrameWords.English;

    /// <summary>Stories that were kept for as many days as the digest keeps them, and are given up.</summary>
    public int GivenUpCount { get; init; }

    /// <summary>How many days the digest keeps stories.</summary>
    public int CarryDays { get; init; } = EditorialSettings.Usual.CarryDays;

    /// <summary>For each of the stories, whether it is given up where the message has no room for it; empty where none is.</summary>
    public IReadOnlyList<bool> AreLastChances { get; init; } = [];
}
