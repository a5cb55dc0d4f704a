namespace SummaryBot.Digests.Why;

/// <summary>How far an article has come on its way into a digest.</summary>
public enum WhyStage
{
    /// <summary>No source that the digest's server reads has shown it.</summary>
    NotSubscribed,

    /// <summary>The server has paused the source.</summary>
    SourcePaused,

    /// <summary>The source was not visited since the server subscribed.</summary>
    NotVisited,

    /// <summary>The source had it before its news began.</summary>
    Backlog,

    /// <summary>Its page is gone.</summary>
    Gone,

    /// <summary>It is not known yet which story it tells.</summary>
    WaitingForStory,

    /// <summary>No edition has had it among its candidates.</summary>
    NotConsidered,

    /// <summary>A rule of the digest keeps it out.</summary>
    Filtered,

    /// <summary>It found no room and is kept.</summary>
    Carried,

    /// <summary>Its outlet had its share; it is kept.</summary>
    Capped,

    /// <summary>It was kept for as long as the digest keeps stories.</summary>
    Expired,

    /// <summary>It tells nothing that the digest has not told.</summary>
    Old,

    /// <summary>Its message is on its way.</summary>
    InOutbox,

    /// <summary>Its message is refused.</summary>
    Refused,

    /// <summary>The channel takes no messages.</summary>
    Blocked,

    /// <summary>Its message stands in the channel.</summary>
    Sent,
}
