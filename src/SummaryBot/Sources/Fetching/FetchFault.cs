using System.Net.Sockets;

namespace SummaryBot.Sources.Fetching;

/// <summary>What went wrong on the wire, in words for whoever runs the source.</summary>
internal static class FetchFault
{
    public static FetchOutcome Of(Exception fault) => fault switch
    {
        { InnerException: AddressRefusedException refused } => new FetchOutcome.Refused(refused.Message) { IsOfAddress = true },
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => new FetchOutcome.Refused(
            $"The head of its answer is larger than {Fetcher.MaxHeadKilobytes} KB.")
        { What = FetchRefusal.Size },
        HttpRequestException { HttpRequestError: var error } => new FetchOutcome.Failed(Sentence(error, fault.InnerException as SocketException), Status: null),
        HttpIOException { HttpRequestError: var error } => new FetchOutcome.Failed(Sentence(error, null), Status: null),
        InvalidDataException => new FetchOutcome.Failed("Its compressed answer is damaged.", Status: null),
        _ => new FetchOutcome.Failed("The connection broke.", Status: null),
    };

    private static string Sentence(HttpRequestError error, SocketException? socket) => (error, socket?.SocketErrorCode) switch
    {
        (HttpRequestError.NameResolutionError, _) or (_, SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain) => "Its name is not known, or cannot be looked up now.",
        (HttpRequestError.SecureConnectionError, _) => "No secure connection came about: its certificate is not valid, or it offers too old a method.",
        (_, SocketError.ConnectionRefused) => "It refuses connections.",
        (HttpRequestError.ConnectionError, _) => "It could not be connected to.",
        (HttpRequestError.ResponseEnded, _) => "Its answer ended before it was complete.",
        (HttpRequestError.InvalidResponse, _) => "Its answer is no HTTP.",
        _ => "The connection broke.",
    };
}
