namespace SummaryBot.Sources.Fetching;

/// <summary>A name leads to an address that is not public; the message says so in one sentence for people.</summary>
public sealed class AddressRefusedException : Exception
{
    public AddressRefusedException()
    {
    }

    public AddressRefusedException(string message)
        : base(message)
    {
    }

    public AddressRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
