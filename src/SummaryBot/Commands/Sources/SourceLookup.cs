using SummaryBot.Commands.Shape;
using SummaryBot.Language;
using SummaryBot.Sources;

namespace SummaryBot.Commands.Sources;

/// <summary>Looks at addresses that people give, within the time that they wait.</summary>
public sealed class SourceLookup(SourceFinder finder, TimeProvider time)
{
    /// <summary>A page, its feed and the guesses where it names none, together.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Null where a text is no web address; without a scheme it is https.</summary>
    public static Uri? AddressOf(string text)
    {
        var trimmed = text.Trim();
        return Uri.TryCreate(trimmed.Contains("://", StringComparison.Ordinal) ? trimmed : $"https://{trimmed}", UriKind.Absolute, out var address)
            && address.Scheme is "http" or "https" && address.Host.Length > 0 ? address : null;
    }

    /// <param name="choice">As for <see cref="SourceFinder.FindAsync"/>.</param>
    /// <returns>A feed, several feeds or a page; or the answer that says why there is none.</returns>
    public async Task<(FoundSource? Found, Reply? Problem)> FindAsync(Words words, string text, int? choice, CancellationToken cancellationToken)
    {
        if (AddressOf(text) is not { } address)
        {
            return (null, Reply.Fail(words, ErrorCode.NotAnAddress, ("value", text)));
        }

        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var found = await finder.FindAsync(address, choice, either.Token);
            return found is FoundSource.Unusable unusable ? (null, Problem(words, address, unusable)) : (found, null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, Reply.Fail(words, ErrorCode.SourceTooSlow, ("address", address.Host), ("seconds", (int)Patience.TotalSeconds)));
        }
    }

    public static Reply Problem(Words words, Uri address, FoundSource.Unusable unusable) => Reply.Fail(
        words,
        unusable.IsOfAddress ? ErrorCode.AddressRefused : ErrorCode.SourceUnreadable,
        ("address", address.Host),
        ("reason", StoredReason.Of(words, unusable.Reason)));

    /// <summary>A page where a feed is wanted.</summary>
    public static Reply WithoutFeed(Words words, Uri address) => Reply.Fail(words, ErrorCode.PageWithoutFeed, ("address", address.Host));
}
