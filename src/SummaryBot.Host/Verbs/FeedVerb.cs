using System.CommandLine;
using SummaryBot.Sources.Feeds;

namespace SummaryBot.Host.Verbs;

/// <summary>Reads feeds from files, so that one can see what the bot makes of them.</summary>
internal static class FeedVerb
{
    private const string Standard = "-";

    private static readonly Argument<string[]> Files = new("FILE")
    {
        Description = "Feeds of any kind; - takes a list of paths from standard input, one a line.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<bool> Lines = new("--jsonl")
    {
        Description = "Write one JSON object a file: {path, ok, error, kind, title, link, items}.",
    };

    public static Command Command()
    {
        var command = new Command("feed", "Read feeds and show their items. A feed that is refused does not end the run; the exit code is 1 then.") { Files, Lines };
        command.SetAction((parsed, cancellationToken) => Task.Run(() => Run(parsed, cancellationToken), cancellationToken));
        return command;
    }

    private static int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var asJson = parsed.GetValue(Lines);
        var refused = 0;
        foreach (var path in parsed.GetValue(Files)!.SelectMany(Paths))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var result = Read(path);
            refused += result is FeedResult.Refused ? 1 : 0;
            if (asJson)
            {
                Common.WriteJson(FeedRows.Of(path, result));
            }
            else
            {
                FeedListing.Write(path, result);
            }
        }

        return refused == 0 ? Exit.Done : Exit.Failed;
    }

    private static IEnumerable<string> Paths(string file)
    {
        if (!string.Equals(file, Standard, StringComparison.Ordinal))
        {
            yield return file;
            yield break;
        }

        while (Console.In.ReadLine() is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return line;
            }
        }
    }

    /// <summary>Reads one byte more than a feed may have, and not the rest of a file that never ends.</summary>
    private static FeedResult Read(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var buffer = new byte[FeedReader.MaxBytes + 1];
            var length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            return FeedReader.Read(buffer.AsMemory(0, length), mediaType: null, charset: null, address: null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return new FeedResult.Refused(e.Message);
        }
    }
}
