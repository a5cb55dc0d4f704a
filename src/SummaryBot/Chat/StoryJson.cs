using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SummaryBot.Chat;

/// <summary>Writes a story once, however many messages show it: thousands of digests may fall due in one minute and share their stories.</summary>
internal sealed class StoryJson(JsonSerializerOptions plain) : JsonConverter<StoryBlock>
{
    private readonly ConditionalWeakTable<StoryBlock, byte[]> _written = [];

    public override StoryBlock? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<StoryBlock>(ref reader, plain);

    public override void Write(Utf8JsonWriter writer, StoryBlock value, JsonSerializerOptions options) =>
        writer.WriteRawValue(_written.GetValue(value, story => JsonSerializer.SerializeToUtf8Bytes(story, plain)), skipInputValidation: true);
}
