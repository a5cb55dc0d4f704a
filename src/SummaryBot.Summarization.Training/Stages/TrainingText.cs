using SummaryBot.Summarization.Analysis;
using SummaryBot.Summarization.Ranking;
using SummaryBot.Summarization.Text;
using SummaryBot.Summarization.Training.Rouge;

namespace SummaryBot.Summarization.Training.Stages;

/// <summary>An article of the corpus with what the stages of training found of it so far.</summary>
internal sealed class TrainingText
{
    public const int Sentences = 3;
    public const int Words = 60;

    public TrainingText(CorpusArticle article, bool budget)
    {
        (Article, IsBudget, Fold) = (article, budget, Corpus.Fold(article.Id));
        var text = string.Join('\n', article.Sents.Take(AnalyzedText.MostSentences));
        var spans = new List<TextSpan>();
        foreach (var sentence in article.Sents.Take(AnalyzedText.MostSentences))
        {
            var start = spans.Count == 0 ? 0 : spans[^1].End + 1;
            spans.Add(new TextSpan(start, start + sentence.Length));
        }

        Text = AnalyzedText.Of(text, spans, article.Title, "en");
        Bigrams = new Bigrams(Text);
        Rouge = new RougeScorer(article.Reference, article.Sents);
        KeptTerms = [.. Text.Terms.Select(Rouge.Keeps)];
        KeptBigrams = [.. Bigrams.Pairs.Select(pair => Rouge.Keeps(Text.Terms[pair.One], Text.Terms[pair.Other]))];
        Lead = FirstSentences();
        LeadScore = Rouge.Score(Lead);
        Oracle = GreedyOracle();
    }

    public CorpusArticle Article { get; }

    /// <summary>Whether 60 words are asked for, rather than 3 sentences.</summary>
    public bool IsBudget { get; }

    public int Fold { get; }

    public AnalyzedText Text { get; }

    public Bigrams Bigrams { get; }

    public RougeScorer Rouge { get; }

    public bool[] KeptTerms { get; }

    public bool[] KeptBigrams { get; }

    /// <summary>LEAD: the first three sentences, or those that fit into the words.</summary>
    public int[] Lead { get; }

    public RougeScore LeadScore { get; }

    /// <summary>The set that greedy choice by ROUGE-1 + ROUGE-2 finds.</summary>
    public HashSet<int> Oracle { get; }

    public double[] Terms { get; set; } = [];

    public double[] Pairs { get; set; } = [];

    public FeatureTable Features { get; set; } = new(0);

    public SentenceSimilarity? Similarity { get; set; }

    public double[] Scores { get; set; } = [];

    public List<int[]> Sets { get; set; } = [];

    public double[][] SetRows { get; set; } = [];

    public RougeScore[] SetScores { get; set; } = [];

    /// <summary>For each set, what the set model expects.</summary>
    public double[] Expected { get; set; } = [];

    public RankedText Ranked => new(Text, Bigrams, Similarity!, Features, Terms, Pairs, Scores);

    public bool Fits(IReadOnlyCollection<int> set) =>
        IsBudget ? set.Sum(i => Text.Sentences[i].WordCount) <= Words : set.Count <= Sentences;

    private int[] FirstSentences()
    {
        var lead = new List<int>();
        for (var i = 0; i < Text.Sentences.Count; i++)
        {
            if (Fits([.. lead, i]))
            {
                lead.Add(i);
            }
        }

        return lead.Count > 0 ? [.. lead] : [0];
    }

    private HashSet<int> GreedyOracle()
    {
        var chosen = new List<int>();
        var best = 0.0;
        while (true)
        {
            var (gain, next) = Enumerable.Range(0, Text.Sentences.Count).Where(i => !chosen.Contains(i) && Fits([.. chosen, i]))
                .Select(i => (Score: Rouge.Score([.. chosen.Append(i).Order()]), i))
                .Select(scored => (scored.Score.One + scored.Score.Two, scored.i))
                .DefaultIfEmpty((0, -1)).MaxBy(scored => scored.Item1);
            if (gain <= best)
            {
                return [.. chosen];
            }

            best = gain;
            chosen.Add(next);
        }
    }
}
