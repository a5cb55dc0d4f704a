using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SummaryBot.Operations;

namespace SummaryBot.Chat;

/// <summary>A message as the outbox and the file chat keep it.</summary>
public static class MessageJson
{
    private static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // it is not put into a page
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    internal static JsonSerializerOptions Options { get; } = new(Plain) { Converters = { new StoryJson(Plain) } };

    public static string Write(ChatMessage message) => JsonSerializer.Serialize(message, Options);

    public static string Write(Posting posting) => JsonSerializer.Serialize(posting, Options);

    public static Posting ReadPosting(string json) => JsonSerializer.Deserialize<Posting>(json, Options)!;

    public static ChatMessage Read(string json) => JsonSerializer.Deserialize<ChatMessage>(json, Options)!;

    /// <summary>The message without the secrets that it may hold: a digest's name, or an article, may have one.</summary>
    internal static ChatMessage WithoutSecrets(ChatMessage message, Secrets secrets)
    {
        var json = Write(message);
        return secrets.AreIn(json) ? Read(secrets.Redact(json)) : message;
    }
}
