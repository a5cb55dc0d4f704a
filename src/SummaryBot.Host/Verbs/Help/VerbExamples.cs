using System.CommandLine;
using SummaryBot.Commands.Shape;

namespace SummaryBot.Host.Verbs.Help;

/// <summary>An example of every verb: those of the commands of the chat are declared with them, those of the others stand here.</summary>
internal static class VerbExamples
{
    /// <summary>What follows <c>summarybot</c>.</summary>
    private static readonly string[] ByHand =
    [
        "",
        "run --once",
        "summarize seeds/seed.txt --length short",
        "sentences --jsonl texts.jsonl --out sentences.jsonl",
        "article import articles/harbor.txt",
        "article list --limit 20",
        "article show 0123456789abcdef",
        "article versions 0123456789abcdef",
        "article search harbor --days 7",
        "feed feed.xml",
        "source add https://example.com/news",
        "source list",
        "source edit 1 --quote-share 0.2",
        "source remove 1",
        "source pause 1",
        "source resume 1",
        "source visit --all",
        "source test https://example.com/news",
        "source import feeds.opml",
        "source export --out feeds.opml",
        "story list",
        "story show 12 --timeline",
        "stories --jsonl articles.jsonl --out stories.jsonl",
        "digest create \"Morning digest\" --channel 1100000000000000001 --time 07:30 --zone Europe/London",
        "digest edit \"Morning digest\" --max-stories 10",
        "digest quiet \"Morning digest\" --from 22:00 --to 07:00",
        "digest delete \"Morning digest\" --yes",
        "digest list",
        "digest history \"Morning digest\"",
        "digest preview \"Morning digest\" --as-of 08:00",
        "digest send-now \"Morning digest\" --yes",
        "digest skip-next \"Morning digest\"",
        "digest pause \"Morning digest\"",
        "digest resume \"Morning digest\"",
        "digest feedback \"Morning digest\"",
        "backup summarybot-backup.db",
        "restore summarybot-backup.db",
        "settings restore server.json --guild 1100000000000000001",
        "archive list --limit 5",
        "archive show \"Morning digest\" --markdown",
        "archive export \"Morning digest\" --format atom --out morning.xml",
        "why 0123456789abcdef",
        "filter add \"Morning digest\" rail --field title",
        "filter list \"Morning digest\"",
        "filter remove \"Morning digest\" 3",
        "filter test \"Morning digest\" 0123456789abcdef",
        "follow add 1100000000000000001 rail \"city council\" --time 08:00",
        "follow list 1100000000000000001",
        "follow remove 1100000000000000001 rail",
        "follow pause 1100000000000000001 --days 7",
        "follow stop 1100000000000000001",
        "extract https://example.com/news/harbor",
        "simulate --from 2026-01-01 --to 2027-01-01 --articles articles.jsonl --digests digests.json --out editions.jsonl",
        "outbox list",
        "doctor",
        "undo",
        "completion bash",
    ];

    /// <summary>By the verbs' paths.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Of(RootCommand root, IEnumerable<CommandSpec> commands)
    {
        var declared = commands.Where(it => it.Example.Length > 0 || it.Options.All(option => !option.IsRequired)).Select(it => (it.Path, Example: $"{it.Path} {it.Example}".TrimEnd())).ToLookup(it => it.Path, it => it.Example, StringComparer.Ordinal);
        var verbs = All(root).Select(ManualHelp.PathOf).ToList();
        var byHand = ByHand.ToLookup(example => verbs.Where(path => IsOf(example, path)).MaxBy(path => path.Length)!, StringComparer.Ordinal);
        return verbs.ToDictionary(path => path, path => (IReadOnlyList<string>)[.. byHand.Contains(path) ? byHand[path] : declared[path]], StringComparer.Ordinal);
    }

    /// <summary>Every verb that does something by itself.</summary>
    public static IEnumerable<Command> All(Command from) =>
        from.Subcommands.SelectMany(All).Concat(from is { Hidden: false, Action: not null } ? [from] : []);

    private static bool IsOf(string example, string path) =>
        path.Length == 0 || string.Equals(example, path, StringComparison.Ordinal) || example.StartsWith($"{path} ", StringComparison.Ordinal);
}
