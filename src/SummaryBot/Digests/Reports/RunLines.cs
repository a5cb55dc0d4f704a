using System.Globalization;
using SummaryBot.Chat;
using SummaryBot.Language;

namespace SummaryBot.Digests.Reports;

/// <summary>Writes what a run did: a line for each edition, or one for all where they are many.</summary>
public static class RunLines
{
    /// <summary>More editions are counted.</summary>
    public const int MostEditions = 10;

    /// <summary>A shorter delay is on time.</summary>
    private static readonly TimeSpan Noticed = TimeSpan.FromMinutes(2);

    /// <param name="sources">Of all servers that the editions are for.</param>
    public static IReadOnlyList<string> Of(Words words, IReadOnlyList<RunEdition> editions, IReadOnlyList<RunSource> sources, DateTimeOffset now) => editions.Count > MostEditions
        ? [Counted(words, editions, sources, now)]
        : [.. editions.Select(edition => Line(words, edition, [.. sources.Where(it => it.Guild.Length == 0 || string.Equals(it.Guild, edition.Guild, StringComparison.Ordinal))], now))];

    private static string Line(Words words, RunEdition edition, IReadOnlyList<RunSource> sources, DateTimeOffset now)
    {
        string?[] parts =
        [
            words.Plain("note.run.stories", ("count", edition.Stories)),
            .. Sources(words, sources),
            Lateness(words, Late(edition, now)),
            edition.IsSent ? null : NotSent(words, edition.Reason),
            edition.IsPersonal ? null : edition.Link?.AbsoluteUri,
        ];
        return words.Plain(
            "note.run.line",
            ("digest", edition.IsPersonal ? words.Plain("note.run.personal") : Printable.Of(edition.Digest)), ("clock", Clock(edition)), ("parts", string.Join(", ", parts.OfType<string>())));
    }

    private static string Counted(Words words, IReadOnlyList<RunEdition> editions, IReadOnlyList<RunSource> sources, DateTimeOffset now)
    {
        var clocks = editions.Select(Clock).Distinct(StringComparer.Ordinal).ToList();
        var (sent, late) = (editions.Count(it => it.IsSent), editions.Where(it => Late(it, now) >= Noticed).ToList());
        string[] parts =
        [
            sent == editions.Count ? words.Plain("note.run.allSent") : words.Plain("note.run.someSent", ("sent", Number(sent)), ("open", Number(editions.Count - sent))),
            words.Plain("note.run.stories", ("count", editions.Sum(it => it.Stories))),
            .. Sources(words, sources),
            late.Count == 0 ? words.Plain("note.run.onTime") : words.Plain("note.run.someLate", ("count", Number(late.Count)), ("span", Span(words, late.Max(it => Late(it, now))))),
        ];
        return words.Plain(
            "note.run.counted", ("count", Number(editions.Count)), ("clock", clocks.Count == 1 ? $" {clocks[0]}" : ""), ("parts", string.Join(", ", parts)));
    }

    private static IEnumerable<string> Sources(Words words, IReadOnlyList<RunSource> sources)
    {
        var (well, failing) = (Distinct(sources, 1), Distinct(sources, 0));
        if (well + failing > 0)
        {
            yield return words.Plain("note.run.sources", ("count", well));
        }

        if (failing > 0)
        {
            yield return words.Plain("note.run.failing", ("count", Number(failing)));
        }
    }

    private static int Distinct(IEnumerable<RunSource> sources, int well) => sources.Where(it => it.Well == well).Select(it => it.Id).Distinct().Count();

    private static TimeSpan Late(RunEdition edition, DateTimeOffset now) =>
        TimeSpan.FromMilliseconds((edition.SentAt ?? now.ToUnixTimeMilliseconds()) - edition.DueAt);

    private static string Lateness(Words words, TimeSpan late) =>
        late < Noticed ? words.Plain("note.run.onTime") : words.Plain("note.run.late", ("span", Span(words, late)));

    private static string NotSent(Words words, string? reason) =>
        reason is null ? words.Plain("note.run.notSent") : words.Plain("note.run.notSentWhy", ("reason", StoredReason.Plain(words, reason).TrimEnd('.')));

    private static string Span(Words words, TimeSpan span) => span.TotalHours < 1
        ? words.Plain("note.span.minutes", ("minutes", Number((long)span.TotalMinutes)))
        : words.Plain("note.span.hours", ("hours", Number((long)span.TotalHours)), ("minutes", Number(span.Minutes)));

    private static string Clock(RunEdition edition) => edition.DueLocal[(edition.DueLocal.IndexOf('T', StringComparison.Ordinal) + 1)..];

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
