using System.Runtime.InteropServices;
using SummaryBot.Summarization.Ranking;
using SummaryBot.Summarization.Selection;

namespace SummaryBot.Summarization.Training.Stages;

/// <summary>What a summary is asked to be: so many sentences, or so many words.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Asked(int? Sentences, int? Words)
{
    /// <summary>What the references of the corpus are like: 60 words where the article has a title, else three sentences.</summary>
    public static Asked Of(bool hasTitle) => hasTitle ? new Asked(null, 60) : new Asked(3, null);

    public bool Fits(TrainingText text, IReadOnlyCollection<int> set) =>
        Words is { } words ? set.Sum(i => text.Text.Sentences[i].WordCount) <= words : set.Count <= Sentences;

    /// <summary>LEAD: the first sentences, or those that fit into the words.</summary>
    public int[] Lead(TrainingText text)
    {
        var lead = new List<int>();
        for (var i = 0; i < text.Text.Sentences.Length; i++)
        {
            if (Fits(text, [.. lead, i]))
            {
                lead.Add(i);
            }
        }

        return lead.Count > 0 ? [.. lead] : [0];
    }

    /// <summary>The set that greedy choice by ROUGE-1 + ROUGE-2 finds, ascending.</summary>
    public int[] Oracle(TrainingText text)
    {
        var chosen = new List<int>();
        for (var best = 0.0; ;)
        {
            var (gain, next) = (best, -1);
            for (var i = 0; i < text.Text.Sentences.Length; i++)
            {
                if (!chosen.Contains(i) && Fits(text, [.. chosen, i]))
                {
                    var score = text.Rouge.Score([.. chosen.Append(i).Order()]);
                    (gain, next) = score.One + score.Two > gain ? (score.One + score.Two, i) : (gain, next);
                }
            }

            if (next < 0)
            {
                return [.. chosen.Order()];
            }

            best = gain;
            chosen.Add(next);
        }
    }

    public List<int[]> Sets(RankedText text)
    {
        var candidates = new Candidates(text);
        return Words is { } words ? candidates.OfWords(words) : candidates.OfCount(Math.Min(Sentences!.Value, text.Scores.Length));
    }
}
