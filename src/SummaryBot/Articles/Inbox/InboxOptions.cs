namespace SummaryBot.Articles.Inbox;

public sealed class InboxOptions
{
    /// <summary>The folder whose files become articles; it may be absent, and come later. "" for none.</summary>
    public string Folder { get; init; } = "inbox";
}
