using System.Globalization;
using SummaryBot.Commands.Shape;
using SummaryBot.Digests;
using SummaryBot.Language;

namespace SummaryBot.Commands.Log;

/// <summary><c>/log</c>: what became of the editions of this server's digests, page by page.</summary>
public sealed class LogCommands(DeliveryLog log) : ICommandModule
{
    private const string Turn = "logpg";
    private const int PerPage = 10;
    private const int UsualDays = 7;
    private const int MostDays = 30;

    private static readonly string[] Statuses = ["sent", "skipped", "failed"];

    public IEnumerable<CommandSpec> Commands =>
    [
        new CommandSpec(
            "log",
            CommandAudience.Admin,
            [
                new OptionSpec("digest", OptionType.Text) { HasAutocomplete = true, Max = 100 },
                new OptionSpec("status", OptionType.Text) { Choices = Statuses },
                new OptionSpec("days", OptionType.Integer) { Min = 1, Max = MostDays },
            ],
            AnswerAsync)
        {
            SuggestAsync = SuggestAsync,
            Example = "--status failed --days 30",
        },
    ];

    public IEnumerable<ActionSpec> Actions => [new ActionSpec(Turn, ActionAnswer.Update, TurnAsync) { Audience = CommandAudience.Admin }];

    private async Task<Reply> AnswerAsync(CommandCall call, CancellationToken cancellationToken)
    {
        long? digest = null;
        if (call.Text("digest") is { } name)
        {
            var found = (await log.DigestsAsync(call.Guild, cancellationToken)).Where(it => string.Equals(it.Name, name, StringComparison.OrdinalIgnoreCase)).ToList();
            if (found.Count == 0)
            {
                return Reply.Fail(call.Words, ErrorCode.NoSuchDigest, ("name", name));
            }

            digest = found[0].Id;
        }

        return await PageAsync(call, new Asked(0, call.Integer("days") ?? UsualDays, call.Text("status"), digest), cancellationToken);
    }

    private async Task<IReadOnlyList<Choice>> SuggestAsync(CommandCall call, TypedOption typed, CancellationToken cancellationToken) =>
        [.. (await log.DigestsAsync(call.Guild, cancellationToken)).Where(it => it.Name.Contains(typed.Typed, StringComparison.OrdinalIgnoreCase)).Take(25).Select(it => new Choice(it.Name, it.Name))];

    private async Task<Reply> TurnAsync(CommandCall call, ActionInput input, CancellationToken cancellationToken) => Asked.TryRead(input.Payload) is { } asked
        ? await PageAsync(call, asked, cancellationToken)
        : Reply.Fail(call.Words, ErrorCode.StaleButton);

    private async Task<Reply> PageAsync(CommandCall call, Asked asked, CancellationToken cancellationToken)
    {
        var (entries, count) = await log.ListAsync(call.Guild, asked.Digest, asked.Status, asked.Days, asked.Page * PerPage, PerPage, cancellationToken);
        var pages = Math.Max(1, (count + PerPage - 1) / PerPage);
        return new Reply
        {
            Title = call.Words.Of("log.title", ("days", asked.Days)),
            Lines = entries.Count == 0 ? [call.Words.Of("log.none")] : [.. entries.Select(entry => Line(call.Words, entry))],
            Note = pages > 1 ? call.Words.Of("log.page", ("page", asked.Page + 1), ("pages", pages)) : null,
            Buttons = pages == 1 ? [] : [Button(call.Words, "newer", asked with { Page = asked.Page - 1 }, pages), Button(call.Words, "older", asked with { Page = asked.Page + 1 }, pages)],
        };
    }

    private static ReplyButton Button(Words words, string label, Asked asked, int pages) =>
        new(words.Plain($"log.{label}"), Turn, asked.Written) { IsDisabled = asked.Page < 0 || asked.Page >= pages };

    private static ReplyText Line(Words words, LogEntry entry)
    {
        var line = words.Of(
            "log.line",
            ("time", DateTimeOffset.FromUnixTimeMilliseconds(entry.DueAt)), ("digest", entry.Digest), ("status", words.Plain($"log.status.{entry.Status}")), ("stories", entry.Stories));
        return entry.Reason is { } reason ? words.Of("log.why", ("line", line), ("reason", StoredReason.Of(words, reason))) : line;
    }

    /// <param name="Page">From 0.</param>
    private sealed record Asked(int Page, int Days, string? Status, long? Digest)
    {
        public string Written => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(Page, 0)}|{Days}|{Status}|{Digest}");

        public static Asked? TryRead(string payload) => payload.Split('|') is [var page, var days, var status, var digest]
            && int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < 100_000
            && int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var back) && back is >= 1 and <= MostDays
            ? new Asked(at, back, status.Length == 0 ? null : status, long.TryParse(digest, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null)
            : null;
    }
}
