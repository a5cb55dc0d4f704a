using SummaryBot.Chat;

namespace SummaryBot.Digests.Corrections;

/// <summary>Holds a story of a message against its articles as they are now. What is not stored any more is taken as it was.</summary>
/// <param name="articles">By id.</param>
internal sealed class StoryCheck(IReadOnlyDictionary<string, CurrentArticle> articles)
{
    public CurrentArticle? Of(string? id) => id is null ? null : articles.GetValueOrDefault(id);

    /// <summary>Whether it shows a sentence that its article does not say any more, or an article that was withdrawn.</summary>
    public bool IsOutdated(StoryBlock story) =>
        !story.IsWithdrawn && (story.ArticleIds.Any(id => Of(id) is { IsGone: true }) || story.Sentences.Any(sentence => !IsSaid(story, sentence)));

    /// <summary>Whether its article says a sentence, and stands by it.</summary>
    public bool IsSaid(StoryBlock story, Quote sentence) =>
        sentence.Origin is null || Of(story.ArticleOf(sentence)) is not { } article || (!article.IsGone && article.Find(sentence) is not null);

    /// <summary>The same story with the places where its sentences stand now.</summary>
    public StoryBlock Located(StoryBlock story) => story.IsWithdrawn ? story : story with
    {
        HeadlineOrigin = story.HeadlineOrigin is null ? null : Place(story, new Quote(story.Headline, AfterGap: false, story.HeadlineOrigin)),
        Quotes = [.. story.Quotes.Select(quote => quote with { Origin = Place(story, quote) })],
    };

    private QuoteOrigin? Place(StoryBlock story, Quote sentence) =>
        sentence.Origin is null ? null : Of(story.ArticleOf(sentence))?.Find(sentence) ?? sentence.Origin;
}
