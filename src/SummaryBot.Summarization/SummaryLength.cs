namespace SummaryBot.Summarization;

/// <summary>How much of a text a summary shows; a longer one always contains the shorter.</summary>
public enum SummaryLength
{
    /// <summary>1 or 2 sentences, 250 characters at most where a whole sentence fits that.</summary>
    Short,

    /// <summary>3 sentences, or fewer where no three can be read as they are.</summary>
    Medium,

    /// <summary>6 sentences at most.</summary>
    Long,
}
