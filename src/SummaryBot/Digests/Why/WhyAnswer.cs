namespace SummaryBot.Digests.Why;

/// <summary>Why an article is, or is not, in a digest.</summary>
/// <param name="Cause">One sentence for people.</param>
/// <param name="NextStep">What happens next, or what to do; null where there is nothing.</param>
/// <param name="Edition">The edition (its local date and time) that decided; null where none did.</param>
/// <param name="Link">The message; null where it is not sent or has no address.</param>
public sealed record WhyAnswer(string Digest, WhyStage Stage, string Cause, string? NextStep, string? Edition = null, DateTimeOffset? SentAt = null, Uri? Link = null);

public abstract record WhyResult
{
    /// <param name="Notes">What else there is to know of the article, whatever digest it is about; may be empty.</param>
    /// <param name="Answers">One for each digest, by name.</param>
    public sealed record Found(Articles.StoredArticle Article, IReadOnlyList<string> Notes, IReadOnlyList<WhyAnswer> Answers) : WhyResult;

    /// <summary>The words are of several articles; the best first.</summary>
    public sealed record Several(IReadOnlyList<Articles.StoredArticle> Articles) : WhyResult;

    /// <param name="Cause">Why it is not stored, as far as that is known.</param>
    /// <param name="Failing">The sources that may have it and cannot be read, each with its reason.</param>
    public sealed record NotStored(string Cause, string NextStep, IReadOnlyList<string> Failing) : WhyResult;

    public sealed record NoDigest(string Name) : WhyResult;
}
