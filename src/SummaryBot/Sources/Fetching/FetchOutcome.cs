namespace SummaryBot.Sources.Fetching;

public abstract record FetchOutcome
{
    /// <param name="Address">Where it was found at last.</param>
    /// <param name="MovedTo">Where permanent redirects alone lead; null where there were none.</param>
    /// <param name="Body">Decompressed.</param>
    /// <param name="Charset">As Content-Type names it.</param>
    /// <param name="MaxAge">From Cache-Control or Expires; null where neither says.</param>
    public sealed record Fetched(
        Uri Address, Uri? MovedTo, ReadOnlyMemory<byte> Body, string? MediaType, string? Charset, string? ETag, string? LastModified, TimeSpan? MaxAge) : FetchOutcome;

    /// <summary>304.</summary>
    public sealed record NotModified(Uri? MovedTo, TimeSpan? MaxAge) : FetchOutcome;

    /// <summary>404 or 410.</summary>
    public sealed record Gone(int Status) : FetchOutcome;

    /// <summary>429 or 503 with, or 429 without, a Retry-After.</summary>
    public sealed record AskAgain(TimeSpan? After, int Status) : FetchOutcome;

    /// <summary>Ours: an address, a size or a kind of content that is not taken. One sentence.</summary>
    public sealed record Refused(string Reason) : FetchOutcome
    {
        public FetchRefusal What { get; init; }

        /// <summary>Whether the address itself is not fetched from: only the operator can allow it.</summary>
        public bool IsOfAddress { get; init; }
    }

    /// <summary>Theirs: no answer, a broken one, or a status that is none of the above. One sentence.</summary>
    public sealed record Failed(string Reason, int? Status) : FetchOutcome
    {
        /// <summary>Whether it took too long.</summary>
        public bool IsTimeout { get; init; }
    }
}

/// <summary>What is not taken of a fetch.</summary>
public enum FetchRefusal
{
    Address,
    Size,
    Content,
}
