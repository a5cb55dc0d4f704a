using SummaryBot.Summarization.Analysis;
using SummaryBot.Summarization.Models;
using SummaryBot.Summarization.Ranking;
using SummaryBot.Summarization.Selection;
using SummaryBot.Summarization.Training.Fitting;

namespace SummaryBot.Summarization.Training.Stages;

/// <summary>Trains the stages one on another. A text's figures always come from a model that was trained without its fifth of the corpus.</summary>
internal sealed class Trainer(TermPriors priors, IReadOnlyList<TrainingText> texts)
{
    private const int Folds = 5;
    private const int All = -1;
    private const double SentenceRidge = 100;
    private const double SentenceClip = 4;

    private static readonly BinnedRegression TermRegression = new(14, 7,
    [
        ("first sentence", "tf"), ("rate", "tf"), ("rate", "first sentence"), ("in title", "tf"), ("idf", "tf"), ("rate", "nearness"),
        ("capital share", "tf"), ("rate", "capital share"), ("stop word", "tf"), ("tf-idf rank", "first sentence"), ("in lead", "rate"),
        ("sentences", "first sentence"), ("sentences", "tf"), ("in title", "rate"), ("seen", "rate"),
    ]);

    private static readonly BinnedRegression BigramRegression = new(12, 7,
    [
        ("one", "other"), ("both", "first sentence"), ("both", "count"), ("both", "nearness"), ("stops", "both"), ("share of one", "share of other"),
        ("idf of one", "idf of other"), ("in title", "both"), ("stops", "nearness"), ("stops", "count"), ("capitals of one", "capitals of other"),
    ]);

    public SummaryModel Train()
    {
        var terms = Fold(FitTerms, (text, model, fold) => text.Terms = model.Predict(TermTable(text, fold)));
        var bigrams = Fold(FitBigrams, (text, model, _) => text.Pairs = model.Predict(BigramTable(text)));
        Parallel.ForEach(texts, Measure);
        var sentences = Fold(FitSentences, (text, model, _) =>
            text.Scores = Array.ConvertAll(model.Predict(text.Features.Columns), PortableMath.Logistic));
        Parallel.ForEach(texts, FormSets);
        var sets = new SetTrainer(texts).Train();
        return new SummaryModel(terms, bigrams, sentences, sets);
    }

    /// <summary>Fits without each part, applies that to the part, then fits on all.</summary>
    private T Fold<T>(Func<int, T> fit, Action<TrainingText, T, int> apply)
    {
        var models = new T[Folds + 1];
        Parallel.For(0, Folds + 1, fold => models[fold] = fit(fold < Folds ? fold : All));
        Parallel.ForEach(texts, text => apply(text, models[text.Fold], text.Fold));
        return models[Folds];
    }

    private TrainingText[] Without(int fold) => [.. texts.Where(text => text.Fold != fold)];

    private FeatureTable TermTable(TrainingText text, int fold) => TermFeatures.Of(text.Text, priors.Of(text.Text, fold, text.Fold));

    private BinnedModel FitTerms(int fold)
    {
        var training = Without(fold);
        return TermRegression.Fit([.. training.Select(text => TermTable(text, fold))], [.. training.Select(text => text.KeptTerms)]);
    }

    private FeatureTable BigramTable(TrainingText text)
    {
        var known = priors.Of(text.Text, text.Fold, All);
        return BigramFeatures.Of(text.Text, text.Bigrams, known, TermFeatures.Of(text.Text, known), text.Terms);
    }

    private BinnedModel FitBigrams(int fold)
    {
        var training = Without(fold);
        return BigramRegression.Fit([.. training.Select(BigramTable)], [.. training.Select(text => text.KeptBigrams)]);
    }

    private void Measure(TrainingText text)
    {
        var idf = Array.ConvertAll(priors.Of(text.Text, text.Fold, All), prior => prior.Idf);
        text.Similarity = new SentenceSimilarity(text.Text, idf);
        text.Features = SentenceFeatures.Of(text.Text, idf, text.Similarity);
        EvidenceFeatures.AddTo(text.Features, text.Text, text.Bigrams, text.Terms, text.Pairs);
    }

    private LinearModel FitSentences(int fold)
    {
        var (rows, labels, weights) = (new List<double[]>(), new List<double>(), new List<double>());
        foreach (var text in Without(fold))
        {
            for (var i = 0; i < text.Text.Sentences.Count; i++)
            {
                rows.Add([.. text.Features.Columns.Select(column => column[i])]);
                labels.Add(text.Oracle.Contains(i) ? 1 : 0);
                weights.Add(1.0 / Math.Max(10, text.Text.Sentences.Count));
            }
        }

        var mean = weights.Average();
        return LogisticRegression.Fit([.. rows], [.. labels], [.. weights.Select(weight => weight / mean)], SentenceRidge, SentenceClip);
    }

    private void FormSets(TrainingText text)
    {
        var ranked = text.Ranked;
        text.Sets = text.IsBudget ? Candidates.OfWords(ranked, TrainingText.Words) : Candidates.OfCount(ranked, TrainingText.Sentences);
        if (text.Sets.Count == 0)
        {
            text.Sets.Add(text.Lead);
        }

        var table = SetFeatures.Of(ranked, text.Sets);
        text.SetRows = [.. Enumerable.Range(0, table.Rows).Select(row => table.Columns.Select(column => column[row]).ToArray())];
        text.SetScores = [.. text.Sets.Select(set => text.Rouge.Score(set))];
    }
}
