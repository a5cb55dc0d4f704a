using SummaryBot.Summarization;

namespace SummaryBot.Digests;

/// <summary>A sentence that can stand alone with a number or a name (of a day, too) that other texts do not have.</summary>
/// <param name="HasNumber">Whether it is a number that they do not have.</param>
/// <param name="Likeness">The share of its content words that they have: how much it is about the same.</param>
public sealed record NewFact(ReadArticle Article, ReadSentence Sentence, bool HasNumber, double Likeness)
{
    /// <summary>UTF-16 units. A longer sentence is not read at a glance.</summary>
    internal const int MaxLength = 250;

    /// <summary>The new facts of an article, the best first: those with a number, then those most about the same.</summary>
    /// <param name="known">What is known already; one text or more.</param>
    public static IEnumerable<NewFact> In(ReadArticle article, IReadOnlyList<TextReading> known) => Readable(article)
        .Select(it => Of(article, it.Sentence, known))
        .OfType<NewFact>()
        .OrderByDescending(fact => fact.HasNumber)
        .ThenByDescending(fact => fact.Likeness);

    /// <summary>The sentences of an article that can be read alone and at a glance, in order, whatever they tell.</summary>
    internal static IEnumerable<NewFact> Readable(ReadArticle article) => article.Reading.Sentences
        .Where(sentence => sentence.StandsAlone && sentence.End - sentence.Start <= MaxLength)
        .Select(sentence => new NewFact(article, sentence, HasNumber: false, Likeness: 0));

    private static NewFact? Of(ReadArticle article, ReadSentence sentence, IReadOnlyList<TextReading> known)
    {
        var hasNumber = sentence.Numbers.Any(number => !known.Any(text => text.HasNumber(number)));
        if (!hasNumber && !sentence.Names.Any(name => !NamesOutlet(article, name) && !known.Any(text => text.HasWord(name))))
        {
            return null;
        }

        // a sentence that shares no word belongs to the page and not to the story
        var shared = sentence.Content.Count(word => known.Any(text => text.HasWord(word)));
        return shared == 0 ? null : new NewFact(article, sentence, hasNumber, (double)shared / sentence.Content.Count);
    }

    /// <summary>"…, Azernews reports" tells nothing but whose words they are.</summary>
    private static bool NamesOutlet(ReadArticle article, string name) => article.Article.Source?.Contains(name, StringComparison.OrdinalIgnoreCase) == true;
}
