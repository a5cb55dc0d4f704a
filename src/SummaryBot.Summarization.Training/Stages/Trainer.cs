using SummaryBot.Summarization.Analysis;
using SummaryBot.Summarization.Models;
using SummaryBot.Summarization.Ranking;
using SummaryBot.Summarization.Reading;
using SummaryBot.Summarization.Training.Fitting;

namespace SummaryBot.Summarization.Training.Stages;

/// <summary>Trains the stages one on another. A text's figures always come from a model that was trained without its fifth of the corpus.</summary>
internal sealed class Trainer
{
    public const int Folds = 5;

    /// <summary>In place of a fold: none is held out.</summary>
    public const int All = -1;

    private const int SentenceNetworks = 3;
    private const double SentenceRidge = 100;
    private const double SentenceClip = 4;
    private readonly IReadOnlyList<TrainingText> _texts;
    private readonly Knowledge _knowledge;
    private readonly Dictionary<TrainingText, int> _places;

    public Trainer(IReadOnlyList<TrainingText> texts, Knowledge knowledge)
    {
        (_texts, _knowledge) = (texts, knowledge);
        _places = texts.Index().ToDictionary(entry => entry.Item, entry => entry.Index);
    }

    /// <param name="tell">Is told how far it is.</param>
    /// <param name="judge">Is shown the sets of each kind once all figures of their texts are cross-validated.</param>
    public SummaryModel Train(Action<string> tell, Action<bool, Asked, IReadOnlyList<SetProblem>> judge)
    {
        _knowledge.Measure(_texts);
        var terms = Fold(_texts, FitTerms, (text, model, fold) => text.Terms = model.Predict(TermTable(text, fold)));
        tell("terms");
        var bigrams = Fold(_texts, FitBigrams, (text, model, _) => text.Pairs = model.Predict(BigramTable(text)));
        tell("bigrams");
        Parallel.ForEach(_texts, Describe);
        LinearModel[] sentences = [FitLinear(hasTitle: false), FitLinear(hasTitle: true)];
        var networks = Fold(_texts, FitSentences, (text, model, _) =>
            text.Scores = SummaryModel.Mix(text.Linear, Array.ConvertAll(model, network => network.Predict(text.Features))));
        tell("sentences");
        var sets = new LinearModel[4];
        foreach (var hasTitle in (bool[])[false, true])
        {
            foreach (var asked in (Asked[])[new Asked(3, null), new Asked(null, 60)])
            {
                var problems = _texts.Where(text => text.HasTitle == hasTitle).AsParallel().AsOrdered().Select(text => new SetProblem(text, asked, ReadingRule.All)).ToArray();
                sets[SummaryModel.SetsAt(hasTitle, asked.Words is not null)] = new SetTrainer(problems).Train();
                judge(hasTitle, asked, problems);
            }
        }

        tell("sets");
        return new SummaryModel(terms, bigrams, networks, sentences, sets);
    }

    /// <summary>Fits without each part, applies that to the part, then fits on all.</summary>
    private static T Fold<T>(IReadOnlyList<TrainingText> texts, Func<int, T> fit, Action<TrainingText, T, int> apply)
    {
        var models = new T[Folds + 1];
        Parallel.For(0, Folds + 1, fold => models[fold] = fit(fold < Folds ? fold : All));
        Parallel.ForEach(texts, text => apply(text, models[text.Fold], text.Fold));
        return models[Folds];
    }

    private TrainingText[] Without(int fold) => [.. _texts.Where(text => text.Fold != fold)];

    private FeatureTable TermTable(TrainingText text, int fold) =>
        TermFeatures.Of(text.Evidence.With(_knowledge.Priors(text, _places[text], fold)));

    private BinnedNetwork FitTerms(int fold) => NetworkTrainer.Fit(
        NetworkRows.Of(Without(fold), text => TermTable(text, fold), text => text.KeptTerms), epochs: 3, rate: 0.003f, seed: 1);

    private static FeatureTable BigramTable(TrainingText text) => BigramFeatures.Of(text.Evidence, TermFeatures.Of(text.Evidence), text.Terms);

    private BinnedNetwork FitBigrams(int fold) => NetworkTrainer.Fit(
        NetworkRows.Of(Without(fold), BigramTable, text => text.KeptBigrams), epochs: 2, rate: 0.003f, seed: 2);

    private static void Describe(TrainingText text)
    {
        text.Features = SentenceFeatures.Of(text.Evidence);
        EvidenceFeatures.AddTo(text.Features, text.Evidence, text.Terms, text.Pairs);
    }

    private LinearModel FitLinear(bool hasTitle)
    {
        TrainingText[] part = [.. _texts.Where(text => text.HasTitle == hasTitle)];
        return Fold(part, fold => FitLinear([.. part.Where(text => text.Fold != fold)]), (text, model, _) => text.Linear = model.Predict(text.Features.Columns));
    }

    private static LinearModel FitLinear(TrainingText[] texts)
    {
        var rows = texts.SelectMany(text => Enumerable.Range(0, text.Features.Rows).Select(i => text.Features.Columns.Select(column => (double)column[i]).ToArray()));
        var labels = texts.SelectMany(text => text.IsBest).Select(isBest => isBest ? 1.0 : 0);
        var weights = texts.SelectMany(text => Enumerable.Repeat(1.0 / Math.Max(10, text.Features.Rows), text.Features.Rows)).ToArray();
        var mean = weights.Average();
        return LogisticRegression.Fit([.. rows], [.. labels], Array.ConvertAll(weights, weight => weight / mean), SentenceRidge, SentenceClip);
    }

    private BinnedNetwork[] FitSentences(int fold)
    {
        var rows = NetworkRows.Of(Without(fold), text => text.Features, text => text.IsBest);
        return [.. Enumerable.Range(0, SentenceNetworks).Select(i => NetworkTrainer.Fit(rows, epochs: 4, rate: 0.002f, seed: (ulong)(100 + i)))];
    }
}
