using SummaryBot.Chat;
using SummaryBot.Digests.Feedback;

namespace SummaryBot.Digests.Selection;

/// <summary>What a digest asks of a selection.</summary>
/// <param name="Due">The edition; signals are as of this time.</param>
/// <param name="MaxStories">1 to 20.</param>
/// <param name="Points">What readers' feedback adds or takes, by outlet, whatever the case of its letters.</param>
public sealed record SelectionRequest(Due Due, int MaxStories, EditorialSettings Editing, IReadOnlyDictionary<string, OutletPoints> Points)
{
    /// <summary>What its server wishes of outlets, whatever the case of their letters.</summary>
    public IReadOnlyDictionary<string, OutletWish> Wishes { get; init; } = OutletWish.None;

    /// <summary>How many stories of an outlet an edition may show.</summary>
    internal int MaxOf(string outlet) => Wishes.GetValueOrDefault(outlet)?.Most ?? Editing.MaxPerSource;

    /// <summary>In which reasons are told.</summary>
    public FrameWords Frame { get; init; } = FrameWords.English;
}
