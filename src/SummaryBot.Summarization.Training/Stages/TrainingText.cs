using SummaryBot.Summarization.Analysis;
using SummaryBot.Summarization.Models;
using SummaryBot.Summarization.Ranking;
using SummaryBot.Summarization.Reading;
using SummaryBot.Summarization.Text;
using SummaryBot.Summarization.Training.Rouge;

namespace SummaryBot.Summarization.Training.Stages;

/// <summary>An article of the corpus with what the stages of training found of it so far.</summary>
internal sealed class TrainingText
{
    /// <param name="article">At least one sentence.</param>
    /// <param name="hasLists">Whether lists of English words are used: not where weights for other languages are trained.</param>
    public TrainingText(CorpusArticle article, bool hasLists)
    {
        (Article, Fold) = (article, Corpus.Fold(article.Id));
        var sentences = article.Sents.Take(AnalyzedText.MostSentences).ToArray();
        var spans = new TextSpan[sentences.Length];
        var start = 0;
        for (var i = 0; i < spans.Length; i++)
        {
            spans[i] = new TextSpan(start, start + sentences[i].Length);
            start = spans[i].End + 1;
        }

        Text = AnalyzedText.Of(string.Join('\n', sentences), spans, article.Title, "en", hasLists);
        Rouge = new RougeScorer(article.Reference, sentences);
        KeptTerms = [.. Text.Terms.Where((_, term) => Text.TermFrequency[term] > 0).Select(Rouge.Keeps)];
        Best = Asked.Of(HasTitle).Oracle(this);
    }

    public CorpusArticle Article { get; }

    /// <summary>Articles with a title have references of 60 words, those without one a line for each of three or four highlights.</summary>
    public bool HasTitle => Article.Title is not null;

    public int Fold { get; }

    public AnalyzedText Text { get; }

    public RougeScorer Rouge { get; }

    /// <summary>For each term of the sentences, whether the reference has it.</summary>
    public bool[] KeptTerms { get; }

    /// <summary>For each bigram, whether the reference has it.</summary>
    public bool[] KeptBigrams { get; private set; } = [];

    /// <summary>The sentences of the greedy oracle, ascending.</summary>
    public int[] Best { get; }

    /// <summary>For each sentence, whether the oracle chose it.</summary>
    public bool[] IsBest => [.. Enumerable.Range(0, Text.Sentences.Length).Select(i => Best.Contains(i))];

    public Evidence Evidence { get; private set; } = null!;

    /// <summary>For each term, the probability by a model that never saw this article's part of the corpus.</summary>
    public float[] Terms { get; set; } = [];

    /// <summary>The same for each bigram.</summary>
    public float[] Pairs { get; set; } = [];

    /// <summary>The features of the sentences.</summary>
    public FeatureTable Features { get; set; } = new(0);

    /// <summary>For each sentence, the log-odds by a linear model that never saw this article's part.</summary>
    public float[] Linear { get; set; } = [];

    /// <summary>For each sentence, the probability by both kinds of model.</summary>
    public float[] Scores { get; set; } = [];

    /// <param name="rules">Which rules of reading hold.</param>
    public RankedText Ranked(ReadingRule rules) =>
        new(Evidence, Features, Terms, Pairs, Scores, ReadingRules.Of(Text.Text, Text.Spans, "en", rules));

    public void Measure(TermPrior[] priors, Embeddings embeddings, int[] rows)
    {
        Evidence = new Evidence(Text, priors, embeddings, rows);
        KeptBigrams = [.. Evidence.Bigrams.Pairs.Select(pair => Rouge.Keeps(Text.Terms[pair.One], Text.Terms[pair.Other]))];
    }
}
