namespace SummaryBot.Host.Verbs;

/// <summary>Ends a verb with one line for the person who typed it: cause and next step.</summary>
internal sealed class VerbException : Exception
{
    public VerbException()
    {
    }

    public VerbException(string message)
        : base(message)
    {
    }

    public VerbException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public int ExitCode { get; init; } = Exit.Failed;
}
