using SummaryBot.Articles;
using SummaryBot.Summarization;

namespace SummaryBot.Digests.Kinds;

/// <summary>A story as its articles told it one after the other.</summary>
/// <param name="Lines">The oldest first; no two say the same.</param>
/// <param name="NothingNew">How many articles have no line: they say nothing that those before them had not said.</param>
public sealed record StoryTimeline(IReadOnlyList<TimelineLine> Lines, int NothingNew)
{
    /// <summary>Of a story that is told by more, the oldest are read; the others count as saying nothing new.</summary>
    public const int MaxRead = 300;

    /// <summary>The lead sentence of the oldest article, and of each later one its best sentence with a number or a name that no article before it had.</summary>
    /// <param name="articles">In any order. Those that are gone are not quoted.</param>
    public static StoryTimeline Of(IEnumerable<StoredArticle> articles)
    {
        var standing = articles.Where(stored => stored.GoneAt is null).OrderBy(stored => stored.DatedAt).ThenBy(stored => stored.Article.Id, StringComparer.Ordinal).ToList();
        var (lines, told, known) = (new List<TimelineLine>(), new List<ReadSentence>(), new List<TextReading>());
        foreach (var stored in standing.Take(MaxRead))
        {
            var article = new ReadArticle(stored);
            if (Next(article, known, told) is { } sentence)
            {
                lines.Add(new TimelineLine(stored.Article, stored.DatedAt, sentence.Start, sentence.End));
                told.Add(sentence);
            }

            known.Add(article.Reading);
        }

        return new StoryTimeline(lines, standing.Count - lines.Count);
    }

    private static ReadSentence? Next(ReadArticle article, List<TextReading> known, List<ReadSentence> told)
    {
        var sentences = article.Reading.Sentences;
        return known.Count == 0
            ? sentences.FirstOrDefault(sentence => sentence.StandsAlone) ?? (sentences.Count > 0 ? sentences[0] : null)
            : NewFact.In(article, known).Select(fact => fact.Sentence).FirstOrDefault(sentence => !told.Exists(sentence.SaysTheSameAs));
    }
}

/// <summary>One sentence of a timeline.</summary>
/// <param name="DatedAt">When its article counts as new: as published, but never later than first seen.</param>
/// <param name="Start">Where it starts in the article's text, in UTF-16 units.</param>
/// <param name="End">Where it ends (exclusive), in UTF-16 units.</param>
public sealed record TimelineLine(Article Article, DateTimeOffset DatedAt, int Start, int End)
{
    /// <summary>Word for word, with the line breaks that it has.</summary>
    public string Text => Article.Text[Start..End];
}
