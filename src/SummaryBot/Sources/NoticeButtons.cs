using System.Globalization;
using SummaryBot.Chat;
using SummaryBot.Language;

namespace SummaryBot.Sources;

/// <summary>The buttons below a notice of sources that fail or ended.</summary>
public static class NoticeButtons
{
    public const string Retry = "srtry";
    public const string Pause = "spaus";
    public const string Replace = "srepl";

    private const int MaxPayload = 64;

    /// <param name="sources">The ids of those that are not well. Buttons remember as many as they can: ten, as long as ids have five digits.</param>
    /// <returns>Null where none is.</returns>
    public static IReadOnlyList<MessageButton>? Of(Words words, IReadOnlyList<long> sources)
    {
        if (sources.Count == 0)
        {
            return null;
        }

        var payload = Write(sources.Distinct());
        MessageButton[] both = [new(words.Plain("source.notice.retry"), Retry, payload), new(words.Plain("source.notice.pause"), Pause, payload)];
        return Read(payload) is [_] ? [.. both, new MessageButton(words.Plain("source.notice.replace"), Replace, payload)] : both;
    }

    /// <summary>The ids that a button remembers.</summary>
    public static IReadOnlyList<long> Read(string payload) => [.. payload.Split(' ').Select(id => long.TryParse(id, CultureInfo.InvariantCulture, out var number) ? number : 0).Where(id => id > 0)];

    private static string Write(IEnumerable<long> sources)
    {
        var payload = "";
        foreach (var id in sources)
        {
            var longer = payload.Length == 0 ? $"{id}" : $"{payload} {id}";
            payload = longer.Length <= MaxPayload ? longer : payload;
        }

        return payload;
    }
}
