namespace SummaryBot.Discord.Interactions;

/// <summary>How far an interaction was answered.</summary>
internal sealed class AnswerState
{
    /// <summary>None before the first answer.</summary>
    public FirstAnswer First { get; set; }

    public int FollowUps { get; set; }
}
