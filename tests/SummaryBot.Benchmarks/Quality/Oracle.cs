namespace SummaryBot.Benchmarks.Quality;

/// <summary>Systems that know the reference: how high choosing whole sentences can get.</summary>
internal static class Oracle
{
    private const int MostSentences = 4;
    private const int Places = 60;

    /// <summary>Adds the sentence that raises ROUGE-1 + ROUGE-2 most while one does. Nallapati et al., "SummaRuNNer", AAAI 2017.</summary>
    public static int[] Greedy(JudgedArticle article)
    {
        int[] chosen = [];
        for (var best = 0.0; ;)
        {
            var (next, score) = Enumerable.Range(0, article.Sentences.Count).Except(chosen).Select(place => (int[])[.. chosen.Append(place).Order()])
                .Where(set => article.Task.Fits(set.Length, set.Sum(place => article.Words[place])))
                .Select(set => (set, Gain(article, set))).DefaultIfEmpty(([], 0)).MaxBy(scored => scored.Item2);
            if (score <= best)
            {
                return chosen;
            }

            (best, chosen) = (score, next);
        }
    }

    /// <summary>The best of all sets that fit, by the mean of the three ROUGE: up to 4 of the first 60 sentences.</summary>
    public static int[] BestSet(JudgedArticle article)
    {
        var set = new int[MostSentences];
        var (best, bestScore) = ((int[])[], 0.0);
        Extend(0, 0, 0);
        return best;

        void Extend(int count, int words, int from)
        {
            var score = count > 0 ? article.Rouge.Score(set.AsSpan(0, count)).Mean : 0;
            if (score > bestScore)
            {
                (best, bestScore) = (set[..count], score);
            }

            for (var place = from; count < MostSentences && place < Math.Min(Places, article.Sentences.Count); place++)
            {
                if (article.Task.Fits(count + 1, words + article.Words[place]))
                {
                    set[count] = place;
                    Extend(count + 1, words + article.Words[place], place + 1);
                }
            }
        }
    }

    private static double Gain(JudgedArticle article, int[] set)
    {
        var score = article.Rouge.Score(set);
        return score.One + score.Two;
    }
}
