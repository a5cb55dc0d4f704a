using SummaryBot.Summarization.Reading;
using SummaryBot.Summarization.Selection;
using SummaryBot.Summarization.Training.Rouge;

namespace SummaryBot.Summarization.Training.Stages;

/// <summary>A text's sets of sentences with their figures and their ROUGE.</summary>
internal sealed class SetProblem
{
    public SetProblem(TrainingText text, Asked asked, ReadingRule rules)
    {
        var ranked = text.Ranked(rules);
        Text = text;
        Lead = asked.Lead(text);
        Sets = asked.Sets(ranked);
        if (Sets.Count == 0)
        {
            Sets.Add(Lead);
        }

        var table = SetFeatures.Of(ranked, Sets);
        Names = table.Names;
        Columns = [.. table.Columns];
        Scores = [.. Sets.Select(set => text.Rouge.Score(set))];
        LeadScore = text.Rouge.Score(Lead);
    }

    public TrainingText Text { get; }

    public int[] Lead { get; }

    public RougeScore LeadScore { get; }

    public List<int[]> Sets { get; }

    public IReadOnlyList<string> Names { get; }

    public float[][] Columns { get; }

    public RougeScore[] Scores { get; }

    /// <summary>For each set, what the set model expects.</summary>
    public float[] Expected { get; set; } = [];
}
