using SummaryBot.Summarization.Analysis;
using SummaryBot.Summarization.Ranking;
using SummaryBot.Summarization.Text;

namespace SummaryBot.Summarization.Selection;

/// <summary>Finds the sentences that answer a question, in all of a text.</summary>
/// <remarks>
/// A sentence answers that has half of what was asked, rare words weighing more. Which of them answers best is told by Okapi BM25
/// (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009), by words that stand together as in the question and by the ordinary score.
/// Linear in the text; of a question the first words are read.
/// </remarks>
internal sealed class AboutSearch
{
    /// <summary>So many are told apart at most.</summary>
    private const int MostAnswers = 100;

    /// <summary>The share of the question that a sentence must have, and that of a question of three words or more of which it has two.</summary>
    private const float LeastShare = 0.499f;
    private const float LeastShareOfMany = 0.4f;
    private const int ManyTerms = 3;

    /// <summary>A sentence must have so much of what the best one has.</summary>
    private const float LeastOfBest = 0.6f;

    /// <summary>A word that the text lacks weighs more in a short question: with it the question is likely about something else.</summary>
    private const float Absent = 1.5f;

    /// <summary>How much the last word of a name counts for the whole of it.</summary>
    private const float LastName = 0.9f;

    private const float Saturation = 1.2f;
    private const float LengthShare = 0.75f;
    private const float PairWeight = 0.25f;
    private const float ScoreWeight = 0.3f;

    private readonly AboutQuery _query;
    private readonly List<AboutMatch> _matches = [];
    private readonly float[] _rarity;
    private readonly int[] _frequency;
    private readonly int _sentences;
    private readonly float _meanLength;

    public AboutSearch(string text, IReadOnlyList<TextSpan> spans, string about, string? language)
    {
        var tokenizer = new Tokenizer(language, hasLists: false);
        _query = new AboutQuery(about, language, tokenizer);
        var article = tokenizer.Read("the").Tokens[0];
        _sentences = spans.Count;
        var length = 0L;
        for (var sentence = 0; sentence < spans.Count && _query.Terms.Length > 0; sentence++)
        {
            var words = tokenizer.Read(text.AsSpan(spans[sentence].Start, spans[sentence].Length));
            length += words.Tokens.Length;
            if (AboutMatch.Of(sentence, words, _query, article) is { } match)
            {
                _matches.Add(match);
            }
        }

        _meanLength = Math.Max(1, (float)length / spans.Count);
        _rarity = _query.Rarity();
        _frequency = [.. _rarity.Select((_, place) => _matches.Count(match => match.Counts[place] > 0))];
    }

    /// <returns>The sentences that answer, the best first; none where no sentence does.</returns>
    /// <param name="scores">Of the first sentences, how much each stands for the text.</param>
    /// <param name="canStand">Whether a sentence may be shown at all.</param>
    public int[] Answers(float[] scores, Predicate<int> canStand)
    {
        var matches = _matches.FindAll(match => canStand(match.Sentence));
        var hasName = matches.Exists(match => match.IsFullName);
        var shares = matches.ConvertAll(match => Share(match, hasName));
        var least = LeastOfBest * shares.DefaultIfEmpty().Max();
        var answers = matches.Where((match, at) => shares[at] >= least && IsEnough(match, shares[at])).ToList();
        if (answers.Count == 0)
        {
            return [];
        }

        var weights = _frequency.Select(RarityHere).ToArray();
        var relevance = answers.ConvertAll(match => Relevance(match, weights));
        var best = relevance.Max();
        var keys = answers.Select((match, at) => Key(match, relevance[at] / best, scores)).ToArray();
        return [.. Order.Descending(keys).Take(MostAnswers).Select(at => answers[at].Sentence)];
    }

    /// <summary>The share of the question that a sentence has, 0 to 1.</summary>
    private float Share(AboutMatch match, bool hasName)
    {
        if (hasName && match is { IsLastName: true, IsFullName: false })
        {
            return LastName;
        }

        var (has, all) = (0f, 0f);
        for (var place = 0; place < _rarity.Length; place++)
        {
            var isMissed = _frequency[place] == 0 && _rarity.Length < ManyTerms;
            has += _rarity[place] * match.Strengths[place];
            all += _rarity[place] * (isMissed ? Absent : 1);
        }

        return has / all;
    }

    private bool IsEnough(AboutMatch match, float share) => _query.IsStopOnly
        ? match.Pairs == _query.Pairs.Length
        : share >= LeastShare || (share >= LeastShareOfMany && _rarity.Length >= ManyTerms && match.Strengths.Count(strength => strength > 0) >= 2);

    /// <summary>How rare a term is in this text.</summary>
    private float RarityHere(int frequency, int place) =>
        _rarity[place] * (float)PortableMath.Log(1 + ((_sentences - frequency + 0.5) / (frequency + 0.5)));

    private float Relevance(AboutMatch match, float[] weights)
    {
        var sum = 0f;
        var damping = Saturation * (1 - LengthShare + (LengthShare * match.Length / _meanLength));
        for (var place = 0; place < weights.Length; place++)
        {
            sum += weights[place] * match.Counts[place] * (Saturation + 1) / (match.Counts[place] + damping);
        }

        return sum;
    }

    private float Key(AboutMatch match, float relevance, float[] scores) =>
        relevance + (PairWeight * match.Pairs / Math.Max(1, _query.Pairs.Length))
        + (match.Sentence < scores.Length ? ScoreWeight * scores[match.Sentence] : 0);
}
