using System.Text.Json;
using System.Text.Json.Serialization;

namespace SummaryBot.Commands.News;

/// <summary>What a list was asked for, so that its pages can be turned. It names neither the person nor the server: those come with each press.</summary>
/// <param name="Until">Of news: its end (exclusive), in UTC milliseconds since 1970, so that pages stay as they are while more comes in.</param>
public sealed record NewsQuery(NewsKind Kind, long Until = 0)
{
    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    /// <summary>Of a search: words that articles hold.</summary>
    public string? Words { get; init; }

    /// <summary>The row of <c>sources</c>; null for all.</summary>
    public long? SourceId { get; init; }

    /// <summary>The source's name in the list; null for all.</summary>
    public string? Source { get; init; }

    /// <summary>The name of a section, or words; null for all.</summary>
    public string? Topic { get; init; }

    /// <summary>Of the newest: how many hours; of a search: how many days.</summary>
    public int Span { get; init; }

    /// <summary>The number of a story.</summary>
    public long? Story { get; init; }

    public string Write() => JsonSerializer.Serialize(this, Json);

    public static NewsQuery Read(string json) => JsonSerializer.Deserialize<NewsQuery>(json, Json)!;
}

public enum NewsKind
{
    Latest,
    Search,
    Sources,
    Story,
}
