namespace SummaryBot.Digests;

/// <summary>Tells whether a story that a digest has shown has become news again.</summary>
public static class StoryNews
{
    /// <summary>Finds a new fact in the articles that were not shown.</summary>
    /// <param name="shown">The story's articles that the digest has shown; what they say was told, whether it was quoted or not.</param>
    /// <param name="unshown">The others, the newest first.</param>
    /// <returns>Null where they say nothing new: what shares most of its content words with a sentence that was told is no news, unless it has a new number.</returns>
    public static NewFact? Find(IReadOnlyList<ReadArticle> shown, IReadOnlyList<ReadArticle> unshown)
    {
        var known = shown.SelectMany(article => article.Readings).ToList();
        var told = known.SelectMany(reading => reading.Sentences).ToList();
        return known.Count == 0 ? null
            : unshown.Select(article => NewFact.In(article, known).FirstOrDefault(fact => fact.HasNumber || !told.Exists(fact.Sentence.SaysTheSameAs)))
                .FirstOrDefault(fact => fact is not null);
    }

    /// <summary>Finds a sentence that was not told, with a fact or without, for a story that was shown long ago.</summary>
    /// <inheritdoc cref="Find" path="/param"/>
    /// <returns>Null where all was told.</returns>
    public static NewFact? FindUntold(IReadOnlyList<ReadArticle> shown, IReadOnlyList<ReadArticle> unshown)
    {
        var told = shown.SelectMany(article => article.Readings).SelectMany(reading => reading.Sentences).ToList();
        return Find(shown, unshown) ?? (told.Count == 0 ? null : unshown.SelectMany(NewFact.Readable).FirstOrDefault(fact => !told.Exists(fact.Sentence.SaysTheSameAs)));
    }
}
