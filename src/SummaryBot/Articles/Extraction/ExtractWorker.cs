namespace SummaryBot.Articles.Extraction;

/// <summary>The process that reads pages for <see cref="PageExtractor"/>, one after another, until its input ends.</summary>
public static class ExtractWorker
{
    /// <summary>The verb that starts it.</summary>
    public const string Verb = "extract-worker";

    /// <summary>It ends itself where the one who asked is gone and cannot end it.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <param name="output">Nothing else may be written to it.</param>
    /// <param name="giveUp">Ends this process at once; called on another thread.</param>
    public static async Task ServeAsync(Stream input, Stream output, TimeProvider time, Action giveUp, CancellationToken cancellationToken)
    {
        while (await PageWire.ReadQuestionAsync(input, cancellationToken) is var (body, charset, address))
        {
            await using var limit = time.CreateTimer(_ => giveUp(), state: null, Longest, Timeout.InfiniteTimeSpan);
            await PageWire.AnswerAsync(output, Read(body, charset, address), cancellationToken);
        }
    }

#pragma warning disable CA1031 // whatever a page makes of the parsers, the next one is to be read
    private static PageResult Read(byte[] body, string? charset, Uri? address)
    {
        try
        {
            return PageReader.Read(body, charset, address);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return new PageResult.Refused($"It cannot be read ({e.GetType().Name}).");
        }
    }
#pragma warning restore CA1031
}
