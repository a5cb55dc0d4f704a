namespace SummaryBot.Summarization;

/// <summary>How much of a text a summary shows; a longer one always contains the shorter.</summary>
public enum SummaryLength
{
    /// <summary>1 or 2 sentences, 250 characters at most where a whole sentence fits that.</summary>
    Short,

    /// <summary>3 sentences.</summary>
    Medium,

    /// <summary>6 sentences.</summary>
    Long,
}
