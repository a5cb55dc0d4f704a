using SummaryBot.Chat;
using SummaryBot.Commands.Shape;
using SummaryBot.Health;
using SummaryBot.Language;

namespace SummaryBot.Commands.Health;

/// <summary>Says how a server does, and puts the repairs below.</summary>
public sealed class HealthWriter(BotIdentity identity)
{
    /// <summary>Three buttons each, the invite and an undo are 20 of the 25 that fit.</summary>
    private const int MostShown = 6;

    public Reply Summary(CommandCall call, HealthReport report) => Write(call, report, report.Findings, []);

    /// <summary>Every source of the server, with what is wrong with sources.</summary>
    public Reply Sources(CommandCall call, HealthReport report) => Write(
        call,
        report,
        Of(report, FaultCode.FeedDead, FaultCode.FeedMoved, FaultCode.FeedEmpty).Concat(report.Findings.Where(IsPausedSource)),
        Listed(call.Words, report.Facts.Sources.Select(source =>
        {
            var state = call.Words.Plain($"health.state.{source.State}");
            return source.VisitedAt is { } at
                ? call.Words.Of("health.detail.source", ("name", source.Name), ("state", state), ("at", at))
                : call.Words.Of("health.detail.source.unread", ("name", source.Name), ("state", state));
        })));

    /// <summary>When each digest sends next, and what waits.</summary>
    public Reply Deliveries(CommandCall call, HealthReport report, IReadOnlyDictionary<long, (int Waiting, DateTimeOffset? SentAt)> deliveries) => Write(
        call,
        report,
        Of(report, FaultCode.QueueBehind, FaultCode.QuietWeek, FaultCode.FilterDropsAll, FaultCode.ClockSkew).Concat(report.Findings.Where(IsPausedDigest)),
        Listed(call.Words, report.Facts.Digests.Select(digest => Delivery(call.Words, digest, deliveries.GetValueOrDefault(digest.Stored.Id)))));

    /// <summary>Every channel of a digest, with what the bot may do there.</summary>
    public Reply Permissions(CommandCall call, HealthReport report) => Write(
        call,
        report,
        Of(report, FaultCode.NoPermission, FaultCode.ChannelGone, FaultCode.WrongScope),
        Listed(call.Words, report.Facts.Channels.Select(channel => Channel(call.Words, channel))));

    /// <summary>What a repair came to, then how things stand.</summary>
    public Reply After(CommandCall call, HealthReport report, ReplyText outcome, IReadOnlyList<ReplyButton> buttons)
    {
        var reply = Summary(call, report);
        return reply with { Lines = [outcome, .. reply.Lines], Buttons = [.. reply.Buttons, .. buttons] };
    }

    internal static string Name(Words words, Finding finding) => words.Plain($"health.fault.{finding.Code}.name");

    /// <summary>What would let more through.</summary>
    internal static string What(Words words, Loosening? loosening) => loosening switch
    {
        Loosening.RemoveFilter(var rule) => words.Plain("health.loosen.filter", ("number", rule.Id), ("rule", HealthText.Of(rule))),
        Loosening.RepeatSooner(var days) => words.Plain("health.loosen.repeat", ("days", days)),
        _ => words.Plain("health.loosen.nothing"),
    };

    private static IEnumerable<Finding> Of(HealthReport report, params FaultCode[] codes) => report.Findings.Where(finding => codes.Contains(finding.Code));

    private static bool IsPausedSource(Finding finding) => finding.Code == FaultCode.PausedForgotten && finding.Subject[0] == 's';

    private static bool IsPausedDigest(Finding finding) => finding.Code == FaultCode.PausedForgotten && finding.Subject[0] == 'd';

    private static List<ReplyText> Listed(Words words, IEnumerable<ReplyText> lines) => lines.ToList() is { Count: > 0 } all ? all : [words.Of("health.detail.none")];

    private Reply Write(CommandCall call, HealthReport report, IEnumerable<Finding> findings, IReadOnlyList<ReplyText> details)
    {
        var (words, all) = (call.Words, findings.ToList());
        var shown = all.Take(MostShown).ToList();
        return new Reply
        {
            Title = words.Of(all.Count > 0 ? "health.title.faults" : report.Facts.Unchecked.Count > 0 ? "health.title.unsure" : "health.title.well", ("count", all.Count)),
            Lines = [.. shown.SelectMany((finding, i) => Lines(call, finding, i + 1)), .. More(words, all.Count - shown.Count), .. details],
            Note = Note(words, report.Facts),
            Buttons = [.. shown.SelectMany((finding, i) => finding.Repairs.Select(repair => Button(words, finding, repair, i + 1))), .. Invite(call, shown)],
        };
    }

    private static IEnumerable<ReplyText> Lines(CommandCall call, Finding finding, int number)
    {
        var words = call.Words;
        yield return ReplyText.Strong(words.Plain(
            finding.Of.Length > 0 ? "health.heading" : "health.heading.bot",
            ("number", number),
            ("severity", words.Plain(finding.Severity == Severity.Broken ? "health.severity.broken" : "health.severity.notice")),
            ("fault", Name(words, finding)),
            ("of", finding.Of)));
        (string, object?)[] values = [.. finding.Values.Select(it => (it.Name, Told(words, it.Name, it.Value))), ("what", What(words, finding.Loosening))];
        var why = words.Of($"health.{finding.Why}", values);
        yield return finding.Since is { } since ? ReplyText.Join(" ", [why, words.Of("health.since", ("since", since))]) : why;
        yield return words.Of($"health.{finding.Next}", values);
        foreach (var repair in call.IsOperator ? finding.Repairs : []) // who has no buttons
        {
            yield return words.Of("health.fixed", ("number", number), ("verb", Verb(repair)));
        }
    }

    /// <summary>What Discord or a site said comes as the database keeps it.</summary>
    private static object? Told(Words words, string name, object? value) => (name, value) switch
    {
        ("permissions", IReadOnlyList<string> lacking) => PermissionNames.Of(words, lacking),
        ("reason" or "permissions", string text) => StoredReason.Of(words, text),
        _ => value,
    };

    /// <summary>How a repair is called at the command line.</summary>
    internal static string Verb(Repair repair) => repair == Repair.Pick ? "pick CHANNEL" : SummaryBot.Digests.ChoiceText.Of(repair);

    private static IEnumerable<ReplyText> More(Words words, int count) => count > 0 ? [words.Of("health.more", ("count", count))] : [];

    private static ReplyButton Button(Words words, Finding finding, Repair repair, int number)
    {
        var label = repair == Repair.Keep && finding.Code == FaultCode.PausedForgotten ? "keepPaused" : SummaryBot.Digests.ChoiceText.Of(repair);
        return new ReplyButton(
            words.Plain($"health.button.{label}", ("number", number)),
            repair == Repair.Preview ? HealthCommands.ViewKind : HealthCommands.FixKind,
            $"{repair} {finding.Code} {finding.Subject}")
        {
            Look = repair == finding.Repairs[0] ? ButtonLook.Main : ButtonLook.Plain,
        };
    }

    private IEnumerable<ReplyButton> Invite(CommandCall call, IReadOnlyList<Finding> shown) =>
        shown.Any(finding => finding.Code is FaultCode.NoPermission or FaultCode.WrongScope) && identity.InviteLink(call.Guild) is { } link
            ? [ReplyButton.Link(call.Words.Plain("health.button.invite"), link)] : [];

    private static ReplyText Note(Words words, HealthFacts facts)
    {
        var done = words.Of("health.checked", ("digests", facts.Digests.Count), ("sources", facts.Sources.Count));
        return facts.Unchecked.Count == 0 ? done : ReplyText.Join(
            " ", [done, words.Of("health.unchecked", ("what", string.Join(", ", facts.Unchecked.Select(area => words.Plain($"health.area.{SummaryBot.Digests.ChoiceText.Of(area)}")))))]);
    }

    private static ReplyText Delivery(Words words, DigestFacts digest, (int Waiting, DateTimeOffset? SentAt) deliveries)
    {
        (string, object?)[] values = [("name", digest.Stored.Digest.Name), ("count", deliveries.Waiting)];
        var line = digest.Stored.Upcoming().FirstOrDefault() is { } due && due != SummaryBot.Digests.Due.Never
            ? words.Of("health.detail.delivery", [.. values, ("at", due.At.ToDateTimeOffset())])
            : words.Of("health.detail.delivery.none", values);
        return deliveries.SentAt is { } sent ? ReplyText.Join(". ", [line, words.Of("health.detail.sent", ("at", sent))]) : line;
    }

    private static ReplyText Channel(Words words, ChannelFacts channel)
    {
        var (text, name, lacking) = channel.Finding switch
        {
            ChannelFinding.Open(var it, _) => ("open", it, ""),
            ChannelFinding.Lacks(var it, _, var permissions) => ("lacks", it, PermissionNames.Of(words, permissions)),
            ChannelFinding.Gone or ChannelFinding.WrongKind => ("gone", null, ""),
            _ => ("unknown", null, ""),
        };
        return words.Of($"health.detail.channel.{text}", ("channel", name is null ? channel.Shown : $"#{name}"), ("permissions", lacking), ("names", channel.Names));
    }
}
