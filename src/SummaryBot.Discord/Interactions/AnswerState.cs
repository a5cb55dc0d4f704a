namespace SummaryBot.Discord.Interactions;

/// <summary>How far an interaction was answered.</summary>
internal sealed class AnswerState
{
    /// <summary>None before the first answer.</summary>
    public FirstAnswer First { get; set; }

    /// <summary>Whether the answer has its text; what comes then stands below it.</summary>
    public bool IsAnswered { get; set; }

    public int FollowUps { get; set; }
}
