using SummaryBot.Summarization.Analysis;
using SummaryBot.Summarization.Models;
using SummaryBot.Summarization.Ranking;

namespace SummaryBot.Summarization.Reasons;

/// <summary>Finds what spoke for the sentences of a summary: facts of the text that the run's own model gave weight to.</summary>
internal sealed class ReasonFinder
{
    private const int Most = 3;

    /// <summary>A sentence with fewer figures is hardly known for them.</summary>
    private const int ManyFigures = 2;

    private const int OpeningSentences = 3;

    /// <summary>With fewer reasons than this the score itself is one.</summary>
    private const int Few = 2;

    /// <summary>So many of the text's terms are its keywords, as the features of sentences count them.</summary>
    private const int Keywords = 10;

    private const float LeastIdf = 1;

    /// <summary>In log-odds; what adds less is not worth telling.</summary>
    private const double LeastStrength = 0.02;

    private readonly RankedText _ranked;
    private readonly AnalyzedText _text;
    private readonly int[] _chosen;
    private readonly string? _language;
    private readonly Strengths _strengths;
    private readonly float _leastKeyword;
    private readonly float _leastLikely;

    private ReasonFinder(RankedText ranked, SummaryModel model, int[] chosen, string? language)
    {
        (_ranked, _text, _chosen, _language) = (ranked, ranked.Text, chosen, language);
        _strengths = new Strengths(ranked, model, chosen);
        (_leastKeyword, _leastLikely) = (LeastKeyword(), LeastLikely());
    }

    /// <param name="ranked">The text as the run ranked it.</param>
    /// <param name="model">The model that ranked it.</param>
    /// <param name="chosen">The sentences that it chose, ascending.</param>
    /// <param name="options">What was asked for, with the language it was read in.</param>
    /// <param name="isLead">Whether it chose nothing, but took the first ones.</param>
    /// <returns>For each chosen sentence one to three reasons, the strongest first.</returns>
    public static IReadOnlyList<IReadOnlyList<Reason>> Of(RankedText ranked, SummaryModel model, int[] chosen, SummaryOptions options, bool isLead)
    {
        if (options.Words is { } words && chosen is [var one] && ranked.Text.Sentences[one].WordCount > words)
        {
            return [[new Reason(ReasonKind.Shortest, [])]];
        }

        if (isLead)
        {
            return Array.ConvertAll(chosen, IReadOnlyList<Reason> (_) => [new Reason(ReasonKind.Lead, [])]);
        }

        var finder = new ReasonFinder(ranked, model, chosen, options.Language);
        return [.. Enumerable.Range(0, chosen.Length).Select(finder.Of)];
    }

    /// <summary>The same for sentences that answer a question, which nothing else chose.</summary>
    public static IReadOnlyList<IReadOnlyList<Reason>> OfAnswers(int[] chosen) =>
        Array.ConvertAll(chosen, IReadOnlyList<Reason> (_) => [new Reason(ReasonKind.Answer, [])]);

    private IReadOnlyList<Reason> Of(int at)
    {
        var i = _chosen[at];
        var needed = Needed(i);
        var reasons = Facts(at).OrderByDescending(it => it.Strength).Select(it => it.Reason).Take(needed is null ? Most : Most - 1).ToList();
        if (needed is not null)
        {
            reasons.Insert(_ranked.Scores[needed.NeededBy!.Value] > _ranked.Scores[i] ? 0 : reasons.Count, needed);
        }

        if (reasons.Count < Few && IsTop(i))
        {
            reasons.Add(new Reason(ReasonKind.TopScore, []));
        }

        return reasons.Count > 0 ? reasons : [new Reason(ReasonKind.Fit, [])];
    }

    /// <summary>Words stand in one reason only, in the first that has them here.</summary>
    private List<(Reason Reason, double Strength)> Facts(int at)
    {
        var words = new SentenceWords(_text, _chosen[at]);
        var found = new List<(Reason Reason, double Strength)>();
        foreach (var trait in (ReadOnlySpan<Trait>)[Trait.Place, Trait.Headline, Trait.Central, Trait.Figures, Trait.Names, Trait.Likely])
        {
            // what a chosen sentence alone brings counts in the choice of the set, whatever its own score owes to it
            var strength = _strengths.Of(at, trait);
            if ((strength > LeastStrength || trait == Trait.Likely) && Fact(trait, _chosen[at], words) is { } reason)
            {
                found.Add((reason, strength));
            }
        }

        return found;
    }

    private Reason? Fact(Trait trait, int i, SentenceWords words) => trait switch
    {
        Trait.Place => Place(i),
        Trait.Headline => WithTerms(ReasonKind.Headline, i, words, term => _ranked.Evidence.InTitle[term] ? _ranked.Evidence.Idf[term] : 0),
        Trait.Central => WithTerms(ReasonKind.Central, i, words, term => Weight(term) >= _leastKeyword ? Weight(term) : 0),
        Trait.Figures => Figures(i, words),
        Trait.Names => Names(words),
        _ => WithTerms(
            ReasonKind.LikelyWords, i, words, term => !IsWord(term) || _ranked.Terms[term] < _leastLikely || IsElsewhere(term, i) ? 0 : _ranked.Terms[term]),
    };

    /// <summary>How much the text comes back to a term: tf-idf, 0 where one sentence alone has it.</summary>
    private float Weight(int term) => IsWord(term) && _text.SentenceFrequency[term] > 1 ? _text.TermFrequency[term] * _ranked.Evidence.Idf[term] : 0;

    /// <summary>Figures are told of by themselves, as a term is but a part of 1,200; and a word of every third article tells nothing of this one.</summary>
    private bool IsWord(int term) => _text.IsContent[term] && _ranked.Evidence.Idf[term] > LeastIdf && !HasDigit(_text.Terms[term]);

    private float LeastKeyword()
    {
        var weights = Enumerable.Range(0, _text.Terms.Count).Select(Weight).OrderDescending().Take(Keywords).ToList();
        return weights.FindLast(weight => weight > 0) is var least and > 0 ? least : float.MaxValue;
    }

    private float LeastLikely()
    {
        var (sum, count) = (0f, 0);
        for (var term = 0; term < _text.Terms.Count; term++)
        {
            (sum, count) = IsWord(term) ? (sum + _ranked.Terms[term], count + 1) : (sum, count);
        }

        return sum / Math.Max(1, count);
    }

    private bool IsTop(int i) => _ranked.Scores.Count(score => score > _ranked.Scores[i]) < _chosen.Length;

    private Reason? Place(int i)
    {
        var first = 0;
        while (first < i && _ranked.Rules.IsFurniture(first))
        {
            first++;
        }

        return _ranked.Rules.IsFurniture(i) ? null
            : i == first ? new Reason(ReasonKind.Opening, [])
            : i < OpeningSentences ? new Reason(ReasonKind.NearOpening, [])
            : null;
    }

    /// <summary>The content terms that weigh most; null where none weighs anything.</summary>
    private Reason? WithTerms(ReasonKind kind, int i, SentenceWords words, Func<int, float> weight)
    {
        var terms = Array.FindAll(_text.Sentences[i].Distinct, term => _text.IsContent[term] && weight(term) > 0);
        var heaviest = terms.OrderByDescending(weight).Select(words.Of).Where(words.IsNew).Take(Most).ToList();
        return heaviest.Count > 0 ? new Reason(kind, words.Told(heaviest)) : null;
    }

    private bool IsElsewhere(int term, int i) =>
        Array.Exists(_chosen, other => other != i && _text.Sentences[other].Distinct.AsSpan().Contains(term));

    private Reason? Figures(int i, SentenceWords words)
    {
        var count = _text.Sentences[i].Count(WordKinds.Digit);
        var kind = count == 0 ? (ReasonKind?)null
            : IsOnly(i) ? ReasonKind.OnlyFigures
            : count >= ManyFigures && IsMost(i, count) ? ReasonKind.MostFigures
            : null;
        return kind is { } known ? new Reason(known, [.. words.Figures().Distinct(StringComparer.Ordinal).Take(Most)]) : null;
    }

    private bool IsOnly(int i) => !HasDigit(_text.Text.AsSpan(0, _text.Spans[i].Start)) && !HasDigit(_text.Text.AsSpan(_text.Spans[i].End));

    private static bool HasDigit(ReadOnlySpan<char> text) => text.IndexOfAnyInRange('0', '9') >= 0;

    private bool IsMost(int i, int count)
    {
        for (var other = 0; other < _text.Sentences.Length; other++)
        {
            if (other != i && _text.Sentences[other].Count(WordKinds.Digit) >= count)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>In German a capital tells nothing of a name.</summary>
    private Reason? Names(SentenceWords words)
    {
        var names = _language is "de" ? [] : words.Names().Where(words.IsNew).Distinct(StringComparer.Ordinal).Take(Most).ToList();
        return names.Count > 0 ? new Reason(ReasonKind.Names, words.Told(names)) : null;
    }

    private Reason? Needed(int i)
    {
        foreach (var other in _chosen)
        {
            if (_ranked.Rules.Needs(other) == i)
            {
                return new Reason(ReasonKind.Needed, []) { NeededBy = other };
            }
        }

        return null;
    }
}
