namespace SummaryBot.Digests.Feedback;

/// <summary>What became of an opinion.</summary>
public abstract record FeedbackReply
{
    /// <summary>His opinion counts, and he may take it back.</summary>
    /// <param name="Outlet">As the story names it.</param>
    /// <param name="Points">What readers make of the outlet now.</param>
    public sealed record Noted(string Outlet, OutletPoints Points) : FeedbackReply;

    /// <summary>No opinion of his on that story counts.</summary>
    /// <inheritdoc cref="Noted"/>
    public sealed record TakenBack(string Outlet, OutletPoints Points) : FeedbackReply;

    /// <summary>Nothing was changed: the edition is not kept any more.</summary>
    public sealed record Forgotten : FeedbackReply;

    /// <summary>Nothing was changed: the edition does not show that story.</summary>
    public sealed record NoSuchStory : FeedbackReply;
}
