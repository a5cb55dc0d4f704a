namespace SummaryBot.Sources.Feeds;

internal enum TagKind
{
    Text,

    /// <summary>A CDATA section: text without references.</summary>
    Data,
    Start,
    End,
}
