namespace SummaryBot.Storage;

public sealed class DatabaseTooNewException : Exception
{
    public DatabaseTooNewException()
    {
    }

    public DatabaseTooNewException(string message)
        : base(message)
    {
    }

    public DatabaseTooNewException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
