using SummaryBot.Articles;
using SummaryBot.Chat;
using SummaryBot.Stories;
using SummaryBot.Summarization;

namespace SummaryBot.Digests.Corrections;

/// <summary>Writes a story of a message anew from its articles as they are now, and no more of it than there was: neither quotes nor outlets that had found no room.</summary>
internal sealed class StoryRewriter(StoryCheck check, SummaryLength length, ChatLimits limits)
{
    /// <param name="frame">The words around it.</param>
    public StoryBlock Write(StoryBlock story, FrameWords frame) => check.Of(story.ArticleId) switch
    {
        { IsGone: true } => story.Withdrawn(frame),
        null => story with { Quotes = [.. story.Quotes.Where(quote => check.IsSaid(story, quote))] },
        var lead => EditionWriter.Fit(Shaped(story, story.IsUpdate ? Update(story, lead.Read) : Whole(story, lead.Read, frame)), limits, frame),
    };

    private StoryBlock Whole(StoryBlock story, ReadArticle lead, FrameWords frame)
    {
        var others = story.ArticleIds.Skip(1).Select(check.Of).OfType<CurrentArticle>().Where(article => !article.IsGone).Select(article => article.Read);
        return StorySummary.Of(lead, [.. others], new StorySummaryOptions(length, limits) { Frame = frame });
    }

    /// <summary>The sentence that says now what the one that was new said; the headline alone where there is none.</summary>
    private static StoryBlock Update(StoryBlock story, ReadArticle lead)
    {
        var told = story.Quotes.SelectMany(quote => TextReading.Of(quote.Text, language: lead.Article.Language).Sentences).ToList();
        var said = lead.Reading.Sentences
            .Where(sentence => sentence.End - sentence.Start <= NewFact.MaxLength && told.Exists(sentence.SaysTheSameAs))
            .MaxBy(sentence => sentence.Content.Count(word => told.Exists(it => it.Content.Contains(word))));
        return said is null
            ? StoryBlockWriter.Write(lead.Article, SummaryLength.Short) with { Quotes = [] }
            : StoryBlockWriter.WriteUpdate(new NewFact(lead, said, HasNumber: false, Likeness: 1));
    }

    private StoryBlock Shaped(StoryBlock story, StoryBlock anew)
    {
        var hadAdded = story.Quotes.Any(quote => quote.Credit is not null);
        return anew with
        {
            Url = story.Url is null ? null : anew.Url,
            Quotes = story.Quotes.Count == 0 ? [] : [.. anew.Quotes.Where(quote => hadAdded || quote.Credit is null)],
            Why = story.Why,
            Also = story.Also is null ? null : Standing(story),
            IsUpdate = story.IsUpdate,
            Section = story.Section,
            Earlier = story.Earlier,
            Picture = story.Picture,
        };
    }

    /// <summary>The other outlets without those that took back what they said.</summary>
    private List<string>? Standing(StoryBlock story)
    {
        var gone = story.ArticleIds.Select(check.Of).OfType<CurrentArticle>().Where(article => article.IsGone)
            .Select(article => WordCut.To(article.Read.Article.Source ?? "", Excerpt.MaxSource)).ToList();
        var standing = story.Also!.Where(name => !gone.Exists(it => Outlets.AreSame(it, name))).ToList();
        return standing.Count == 0 ? null : standing;
    }
}
