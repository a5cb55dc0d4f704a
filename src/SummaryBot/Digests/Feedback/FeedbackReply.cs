namespace SummaryBot.Digests.Feedback;

/// <summary>What a reader is told.</summary>
/// <param name="Text">One or two sentences.</param>
public abstract record FeedbackReply(string Text)
{
    /// <summary>His opinion counts, and he may take it back.</summary>
    public sealed record Noted(string Text) : FeedbackReply(Text);

    /// <summary>No opinion of his on that story counts.</summary>
    public sealed record TakenBack(string Text) : FeedbackReply(Text);

    /// <summary>Nothing was changed; the text says why.</summary>
    public sealed record Refused(string Text) : FeedbackReply(Text);
}
