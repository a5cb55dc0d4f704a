using SummaryBot.Articles;
using SummaryBot.Chat;
using SummaryBot.Stories;
using SummaryBot.Summarization;
using SummaryBot.Summarization.Text;

namespace SummaryBot.Digests;

/// <summary>
/// Summarizes a story that several outlets tell: the sentences of its lead, and of each other outlet at most one with a number or a name that the lead lacks,
/// under that outlet's name.
/// </summary>
public static class StorySummary
{
    /// <summary>UTF-16 units of a short story with all that it costs; a longer one has as much more as its quotes may have.</summary>
    private const int MaxBlock = 450;

    /// <param name="lead">The article that says best what all say.</param>
    /// <param name="others">The other articles of the story, the newest first.</param>
    public static StoryBlock Of(ReadArticle lead, IReadOnlyList<ReadArticle> others, StorySummaryOptions options)
    {
        var source = lead.Article.Source;
        var foreign = others.Where(other => !string.IsNullOrWhiteSpace(other.Article.Source) && !Outlets.AreSame(other.Article.Source, source)).ToList();
        var block = StoryBlockWriter.Write(lead.Article, options.Length) with { Why = options.Why, Also = options.Also ?? Names(foreign.Select(other => other.Article.Source)) };
        var room = MaxBlock + StoryBlockWriter.MaxQuoted(options.Length) - StoryBlockWriter.MaxQuoted(SummaryLength.Short) - options.Limits.Cost(block, options.Frame);
        return block.Quotes.Count == 0 ? block : block with { Quotes = [.. block.Quotes, .. Added(lead, foreign, Shown(lead, block), room, options.Limits)] };
    }

    /// <summary>Other outlets as a block names them; null where there are none.</summary>
    public static IReadOnlyList<string>? Names(IEnumerable<string?> others)
    {
        var names = Outlets.Distinct(others).Select(name => WordCut.To(name, Excerpt.MaxSource)).ToList();
        return names.Count == 0 ? null : names;
    }

    private static List<ReadSentence> Shown(ReadArticle lead, StoryBlock block)
    {
        var starts = block.Sentences.Select(sentence => sentence.Origin!.Start).ToHashSet();
        return [.. lead.Reading.Sentences.Where(sentence => starts.Contains(sentence.Start))];
    }

    private static List<Quote> Added(ReadArticle lead, List<ReadArticle> others, List<ReadSentence> shown, int room, ChatLimits limits)
    {
        var facts = others.SelectMany(other => NewFact.In(other, [lead.Reading]))
            .OrderByDescending(fact => fact.HasNumber).ThenByDescending(fact => fact.Likeness);
        var names = Outlets.Distinct(others.Select(other => other.Article.Source));
        var credited = new HashSet<string>(StringComparer.Ordinal);
        var added = new List<Quote>();
        foreach (var fact in facts)
        {
            var outlet = names.First(name => Outlets.AreSame(name, fact.Article.Article.Source));
            if (!credited.Contains(outlet) && IsWithinShare(fact) && !shown.Exists(fact.Sentence.SaysTheSameAs)
                && Quotes(fact, outlet).FirstOrDefault(quote => limits.Cost(quote) <= room) is { } quote)
            {
                room -= limits.Cost(quote);
                added.Add(quote);
                shown.Add(fact.Sentence);
                credited.Add(outlet);
            }
        }

        return added;
    }

    private static bool IsWithinShare(NewFact fact)
    {
        var (article, sentence) = (fact.Article.Article, fact.Sentence);
        return Words.Count(article.Text.AsSpan(sentence.Start, sentence.End - sentence.Start)) <= QuoteShare.Allowance(article);
    }

    /// <summary>The sentence with a link into its own article, and without one where that has no room.</summary>
    private static IEnumerable<Quote> Quotes(NewFact fact, string outlet)
    {
        var article = fact.Article.Article;
        var origin = QuoteOrigin.Of(article.Text, fact.Sentence.Start, fact.Sentence.End, article.Id);
        var shown = QuoteOrigin.Shown(article.Text, origin.Start, origin.End);
        var plain = new Quote(shown, AfterGap: false, origin, Credit: WordCut.To(outlet, Excerpt.MaxSource));
        if (article.Url is { } url && url.AbsoluteUri.Length <= Excerpt.MaxUrl && new SentenceLinks(url, article).To(origin.Start, origin.End) is { } link)
        {
            yield return plain with { Link = link };
        }

        yield return plain;
    }
}

/// <param name="Length">How much of the lead is shown.</param>
/// <param name="Limits">What texts cost where it is posted.</param>
public sealed record StorySummaryOptions(SummaryLength Length, ChatLimits Limits)
{
    /// <summary>The words around it.</summary>
    public FrameWords Frame { get; init; } = FrameWords.English;

    /// <summary>The reason to show it, or null.</summary>
    public string? Why { get; init; }

    /// <summary>The other outlets to name, where they are others than those of the articles; null where they are not.</summary>
    public IReadOnlyList<string>? Also { get; init; }
}
