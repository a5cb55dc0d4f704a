namespace SummaryBot.Sources;

public enum SourceKind
{
    Feed,

    /// <summary>One article's page, watched for changes.</summary>
    Page,
}
