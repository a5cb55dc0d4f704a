using SummaryBot.Summarization;
using SummaryBot.Summarization.Text;

namespace SummaryBot.Articles;

/// <summary>How much of an article one message may show: a share of its words, where somebody who reads its source set one. Sentences are shown whole or not at all.</summary>
public static class QuoteShare
{
    /// <summary>Percent.</summary>
    public const int Least = 5;

    /// <summary>Percent.</summary>
    public const int Most = 100;

    public static bool IsShare(int percent) => percent is >= Least and <= Most;

    /// <summary>Words that may be shown, those of a headline that is a sentence of the text included.</summary>
    public static int Allowance(Article article) =>
        article.QuoteShare is { } percent ? (int)((long)Words.Count(article.Text) * percent / 100) : int.MaxValue;

    /// <summary>Of some sentences the best that may be shown together, in their order.</summary>
    /// <param name="room">Words.</param>
    internal static IReadOnlyList<Sentence> Within(Article article, IReadOnlyList<Sentence> sentences, int room)
    {
        if (room == int.MaxValue)
        {
            return sentences;
        }

        var kept = new HashSet<int>();
        foreach (var sentence in sentences.OrderBy(sentence => sentence.Rank))
        {
            var words = Words.Count(article.Text.AsSpan(sentence.Start, sentence.End - sentence.Start));
            if (words <= room)
            {
                room -= words;
                kept.Add(sentence.Index);
            }
        }

        return [.. sentences.Where(sentence => kept.Contains(sentence.Index))];
    }
}
