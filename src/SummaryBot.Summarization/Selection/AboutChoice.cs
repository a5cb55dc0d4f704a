using SummaryBot.Summarization.Analysis;
using SummaryBot.Summarization.Ranking;

namespace SummaryBot.Summarization.Selection;

/// <summary>Chooses sentences that answer a question, with what these need to be read, and nothing twice. There may be fewer than asked for.</summary>
internal sealed class AboutChoice
{
    /// <summary>A longer chain of sentences that need each other is not shown.</summary>
    private const int LongestUnit = 8;

    /// <summary>A number of sentences up to this holds every smaller number.</summary>
    private const int MostSteps = 50;

    private readonly int[] _answers;
    private readonly List<int[]> _units = [];
    private readonly List<int> _places;
    private readonly AnalyzedText _text;
    private readonly Blocked _blocked;
    private int[] _chosen = [];

    private AboutChoice(RankedText ranked, string? language, int[] answers)
    {
        var (text, spans) = (ranked.Text.Text, ranked.Text.Spans);
        _answers = answers;
        var places = new SortedSet<int>(answers);
        foreach (var answer in answers)
        {
            if (ranked.Rules.Closure(answer, LongestUnit, spans.Count) is { } unit && places.Count + unit.Length <= AnalyzedText.MostSentences)
            {
                _units.Add(unit);
                places.UnionWith(unit);
            }
        }

        _places = [.. places];
        _text = AnalyzedText.Of(text, [.. _places.Select(place => spans[place])], title: null, language, hasLists: false);
        _blocked = new Blocked(_text);
    }

    /// <returns>Places in ascending order; none where no sentence answers.</returns>
    /// <param name="ranked">The text.</param>
    /// <param name="options">What is asked, and how much to show.</param>
    public static int[] Of(RankedText ranked, SummaryOptions options)
    {
        var search = new AboutSearch(ranked.Text.Text, ranked.Text.Spans, options.About!, options.Language);
        var answers = search.Answers(ranked.Scores, sentence => !ranked.Rules.IsFurniture(sentence));
        return answers.Length == 0 ? [] : new AboutChoice(ranked, options.Language, answers).Choose(options);
    }

    private int[] Choose(SummaryOptions options) => options switch
    {
        { Words: { } words } => Within(words),
        { Sentences: { } count } => Count(count),
        _ => Preset(options.Length),
    };

    private int[] Within(int words)
    {
        Grow(int.MaxValue, set => set.Sum(WordsOf) <= words);
        return _chosen.Length > 0 ? _chosen : [_answers.Where(answer => WordsOf(answer) <= words).FirstOrDefault(_answers.MinBy(WordsOf))];
    }

    private int[] Count(int count)
    {
        for (var step = 1; step < Math.Min(count, MostSteps); step++)
        {
            Grow(step, _ => true);
        }

        Grow(count, _ => true);
        return _chosen.Length > 0 ? _chosen : [_answers[0]];
    }

    /// <summary>A longer preset grows from the shorter one, so that it holds it.</summary>
    private int[] Preset(SummaryLength length)
    {
        Grow(SetSearch.ShortSentences, set => set.Sum(CharactersOf) + set.Length - 1 <= SetSearch.ShortCharacters);
        for (var most = 1; most <= SetSearch.ShortSentences && _chosen.Length == 0; most++)
        {
            Grow(most, _ => true);
        }

        _chosen = _chosen.Length > 0 ? _chosen : [_answers[0]];
        var steps = length switch
        {
            SummaryLength.Short => 0,
            SummaryLength.Medium => SetSearch.MediumSentences,
            _ => SetSearch.LongSentences,
        };
        for (var most = SetSearch.MediumSentences; most <= steps; most++)
        {
            Grow(most, _ => true);
        }

        return _chosen;
    }

    /// <summary>Adds what answers, the best first, as long as it fits and repeats nothing.</summary>
    private void Grow(int most, Predicate<int[]> fits)
    {
        foreach (var unit in _units)
        {
            int[] larger = _chosen.Length == 0 ? unit : [.. _chosen.Union(unit).Order()];
            if (larger.Length > _chosen.Length && larger.Length <= most && fits(larger) && !Repeats(unit))
            {
                _chosen = larger;
            }
        }
    }

    private bool Repeats(int[] unit)
    {
        foreach (var one in unit.Except(_chosen))
        {
            if (_chosen.Concat(unit).Any(other => other != one && _blocked.Is(Number(one), Number(other))))
            {
                return true;
            }
        }

        return false;
    }

    private int Number(int place) => _places.BinarySearch(place);

    private int WordsOf(int place) => _text.Sentences[Number(place)].WordCount;

    private int CharactersOf(int place) => _text.Spans[Number(place)].Length;
}
