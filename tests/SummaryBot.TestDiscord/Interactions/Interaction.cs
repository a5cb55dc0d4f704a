using System.Text.Json.Nodes;

namespace SummaryBot.TestDiscord.Interactions;

/// <summary>One thing that the person asked of the bot.</summary>
internal sealed class Interaction(string id, string token, int type, string channelId, string userId, DateTimeOffset at)
{
    public const int Command = 2;
    public const int Component = 3;
    public const int Autocomplete = 4;

    private static readonly TimeSpan FirstAnswerWithin = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan TokenLives = TimeSpan.FromMinutes(15);

    public string Id => id;

    public string Token => token;

    public int Type => type;

    public string ChannelId => channelId;

    public string UserId => userId;

    public DateTimeOffset At => at;

    /// <summary>The message whose button was clicked.</summary>
    public Message? Source { get; init; }

    /// <summary>The type of the first answer; 0 before it.</summary>
    public int AnswerType { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>What <c>@original</c> means.</summary>
    public Message? Original { get; set; }

    public JsonArray? Choices { get; set; }

    public TaskCompletionSource Answered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource Finished { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsTooLate(DateTimeOffset now) => now - at > FirstAnswerWithin;

    public bool IsOver(DateTimeOffset now) => now - at > TokenLives;
}
