using System.Text.Json.Serialization;

namespace SummaryBot.Chat;

/// <summary>How a message is posted, beyond its words, where the chat can.</summary>
/// <param name="Brand">Whose message it looks like; null for the bot's own looks.</param>
/// <param name="MentionRole">The id of the one role that hears of the edition, once; null for none.</param>
/// <param name="Thread">Which threads the edition gets.</param>
/// <param name="Tags">Ids or names of a forum's tags, 5 at most.</param>
/// <param name="Crosspost">Whether a message in an announcement channel is published to the channels that follow it.</param>
public sealed record Posting(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Brand? Brand = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? MentionRole = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] ThreadMode Thread = ThreadMode.None,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Tags = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Crosspost = false)
{
    /// <summary>Whether nothing is asked for.</summary>
    [JsonIgnore]
    public bool IsPlain => Brand is null && MentionRole is null && Thread == ThreadMode.None && Tags is null or { Count: 0 } && !Crosspost;
}

/// <summary>Whose message it looks like. What is null falls back: the digest's to the server's, the server's to the default.</summary>
/// <param name="Name">One line, 1 to 80 characters.</param>
/// <param name="Avatar">A picture, http or https.</param>
/// <param name="Color">0 to 0xFFFFFF.</param>
/// <param name="Footer">One line, 1 to 200 characters.</param>
public sealed record Brand(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Name = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Uri? Avatar = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Color = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Footer = null)
{
    public static Brand None { get; } = new();

    /// <summary>What this one leaves open is taken from the other.</summary>
    public Brand Or(Brand other) => new(Name ?? other.Name, Avatar ?? other.Avatar, Color ?? other.Color, Footer ?? other.Footer);
}

/// <summary>Which threads an edition gets.</summary>
public enum ThreadMode
{
    None,

    /// <summary>One for the edition.</summary>
    Digest,

    /// <summary>One for each story, which is then a message of its own.</summary>
    Story,
}
