using SummaryBot.Articles;
using SummaryBot.Language;

namespace SummaryBot.Commands;

/// <summary>What stands around the sentences of a card.</summary>
public static class CardText
{
    private const int MaxAbout = 100;

    /// <summary>How long the article is, and how much of it is shown.</summary>
    /// <param name="shown">Sentences shown, a headline that is one included.</param>
    public static IEnumerable<string> Figures(SummaryCard card, int shown, Words words) =>
    [
        words.Plain("card.words", ("count", card.WordCount)),
        words.Plain("card.minutes", ("count", card.ReadingMinutes)),
        words.Plain("card.sentences", ("shown", shown), ("count", card.SentenceCount)),
    ];

    /// <summary>A line above the sentences: that they are about what was asked, or that none is; null where nothing was asked.</summary>
    public static string? About(SummaryCard card, Words words)
    {
        var asked = WordCut.To(string.Join(' ', (card.Asked ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), MaxAbout);
        return card.Answers is { } answers ? words.Plain(answers ? "card.about" : "card.aboutNone", ("asked", asked)) : null;
    }

    /// <summary>The last line: word for word, or lead text where there is too little to summarize.</summary>
    public static string Note(SummaryCard card, Words words) => words.Plain(card.IsLead ? "card.lead" : "card.quoted");
}
