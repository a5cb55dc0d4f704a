using SummaryBot.Chat;

namespace SummaryBot.Digests;

/// <summary>One issue of a digest, for one due time.</summary>
/// <param name="Stories">In the order to show.</param>
/// <param name="KeptCount">Stories that found no room and are kept for a later edition.</param>
/// <param name="Posting">How it is posted beyond its words; null where nothing is asked for.</param>
/// <param name="Lateness">Why it is late, as <c>25 min late: the bot was restarted</c>; null where it is on time.</param>
public sealed record Edition(
    string DigestName, Due Due, MessageLayout Layout, IReadOnlyList<StoryBlock> Stories, int KeptCount, string? Lateness, Posting? Posting = null);
