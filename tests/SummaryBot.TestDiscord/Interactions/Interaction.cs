using System.Text.Json.Nodes;

namespace SummaryBot.TestDiscord.Interactions;

/// <summary>One thing that the person asked of the bot.</summary>
internal sealed class Interaction(string id, string token, int type, string channelId, string userId, DateTimeOffset at)
{
    public const int Command = 2;
    public const int Component = 3;
    public const int Autocomplete = 4;
    public const int ModalSubmit = 5;

    private static readonly TimeSpan FirstAnswerWithin = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan TokenLives = TimeSpan.FromMinutes(15);

    public string Id => id;

    public string Token => token;

    public int Type => type;

    public string ChannelId => channelId;

    public string UserId => userId;

    public DateTimeOffset At => at;

    /// <summary>The message whose button was clicked, or from whose button the modal came.</summary>
    public Message? Source { get; init; }

    /// <summary>Whether the person alone installed the bot, and the place knows nothing of it.</summary>
    public bool IsUserInstalled { get; init; }

    /// <summary>Whether answers are for the person alone, whatever the bot says: the right Use External Apps is missing.</summary>
    public bool IsKeptPrivate { get; init; }

    /// <summary>The type of the option that is typed into; 0 elsewhere.</summary>
    public int FocusedType { get; init; }

    /// <summary>The type of the first answer; 0 before it.</summary>
    public int AnswerType { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>How often the message of the first answer got its text.</summary>
    public int Finals { get; set; }

    /// <summary>What <c>@original</c> means.</summary>
    public Message? Original { get; set; }

    public JsonArray? Choices { get; set; }

    /// <summary>The form that the bot showed.</summary>
    public JsonObject? Modal { get; set; }

    public List<Message> FollowUps { get; } = [];

    public TaskCompletionSource Answered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource Finished { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsTooLate(DateTimeOffset now) => now - at > FirstAnswerWithin;

    public bool IsOver(DateTimeOffset now) => now - at > TokenLives;
}
