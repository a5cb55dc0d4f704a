using System.Globalization;
using SummaryBot.Chat;

namespace SummaryBot.Digests.Reports;

/// <summary>Writes what a run did: a line for each edition, or one for all where they are many.</summary>
public static class RunLines
{
    /// <summary>More editions are counted.</summary>
    public const int MostEditions = 10;

    /// <summary>A shorter delay is on time.</summary>
    private static readonly TimeSpan Noticed = TimeSpan.FromMinutes(2);

    /// <param name="sources">Of all servers that the editions are for.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<RunEdition> editions, IReadOnlyList<RunSource> sources, DateTimeOffset now) => editions.Count > MostEditions
        ? [Counted(editions, sources, now)]
        : [.. editions.Select(edition => Line(edition, [.. sources.Where(it => it.Guild.Length == 0 || string.Equals(it.Guild, edition.Guild, StringComparison.Ordinal))], now))];

    private static string Line(RunEdition edition, IReadOnlyList<RunSource> sources, DateTimeOffset now)
    {
        var name = edition.IsPersonal ? "A personal digest" : PlainName(edition.Digest);
        string?[] parts =
        [
            Count(edition.Stories, "story", "stories"),
            .. Sources(sources),
            Lateness(Late(edition, now)),
            edition.IsSent ? null : $"not sent{(edition.Reason is { } reason ? $": {reason.TrimEnd('.')}" : " yet")}",
            edition.IsPersonal ? null : edition.Link?.AbsoluteUri,
        ];
        return $"{name} {Clock(edition)}: {string.Join(", ", parts.OfType<string>())}";
    }

    private static string Counted(IReadOnlyList<RunEdition> editions, IReadOnlyList<RunSource> sources, DateTimeOffset now)
    {
        var clocks = editions.Select(Clock).Distinct(StringComparer.Ordinal).ToList();
        var (sent, late) = (editions.Count(it => it.IsSent), editions.Where(it => Late(it, now) >= Noticed).ToList());
        string?[] parts =
        [
            sent == editions.Count ? "all sent" : $"{Number(sent)} sent, {Number(editions.Count - sent)} not sent yet",
            Count(editions.Sum(it => it.Stories), "story", "stories"),
            .. Sources(sources),
            late.Count == 0 ? "on time" : $"{Number(late.Count)} late, the last {Span(late.Max(it => Late(it, now)))}",
        ];
        return $"{Number(editions.Count)} editions{(clocks.Count == 1 ? $" {clocks[0]}" : "")}: {string.Join(", ", parts.OfType<string>())}";
    }

    private static string?[] Sources(IReadOnlyList<RunSource> sources)
    {
        var (well, failing) = (Distinct(sources, 1), Distinct(sources, 0));
        return well + failing == 0 ? [] : [$"{Count(well, "source", "sources")} ok", failing > 0 ? $"{Number(failing)} failing" : null];
    }

    private static int Distinct(IEnumerable<RunSource> sources, int well) => sources.Where(it => it.Well == well).Select(it => it.Id).Distinct().Count();

    private static TimeSpan Late(RunEdition edition, DateTimeOffset now) =>
        TimeSpan.FromMilliseconds((edition.SentAt ?? now.ToUnixTimeMilliseconds()) - edition.DueAt);

    private static string Lateness(TimeSpan late) => late < Noticed ? "on time" : $"{Span(late)} late";

    private static string Span(TimeSpan span) => span.TotalHours < 1
        ? $"{Number((long)span.TotalMinutes)} min"
        : $"{Number((long)span.TotalHours)} h {Number(span.Minutes)} min";

    private static string Clock(RunEdition edition) => edition.DueLocal[(edition.DueLocal.IndexOf('T', StringComparison.Ordinal) + 1)..];

    private static string PlainName(string name) => Printable.Of(name);

    private static string Count(long count, string one, string many) => $"{Number(count)} {(count == 1 ? one : many)}";

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
