using System.CommandLine;
using SummaryBot.Chat;
using SummaryBot.Commands.Sources;
using SummaryBot.Sources;
using SummaryBot.Sources.Feeds;

namespace SummaryBot.Host.Verbs;

/// <summary>Lists of sources, as feed readers exchange them.</summary>
internal static class SourceOpmlVerbs
{
    private const string Standard = "-";

    private static readonly Argument<string> Path = new("FILE") { Description = "An OPML file, or - for standard input." };
    private static readonly Option<string> Out = new("--out") { Description = "The file to write; standard output unless told.", DefaultValueFactory = _ => Standard };

    public static Command Import()
    {
        var command = new Command("import", "Read all feeds of an OPML file; those that are read already stay as they are.") { Path, SourceArguments.Guild, Common.Json };
        command.SetAction(ImportAsync);
        return command;
    }

    public static Command Export()
    {
        var command = new Command("export", "Write the feeds as OPML, with their names and groups.") { Out, SourceArguments.Guild };
        command.SetAction(ExportAsync);
        return command;
    }

    private static async Task<int> ImportAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var guild = SourceArguments.GuildOf(parsed);
        var list = Opml.Read(await BytesAsync(parsed.GetValue(Path)!, cancellationToken)) switch
        {
            OpmlResult.Read { Sources.Count: > 0 } read => read,
            OpmlResult.Read => throw new VerbException($"{parsed.GetValue(Path)}: It names no feed with a web address (xmlUrl). Export the list from a feed reader as OPML."),
            OpmlResult.Refused(var reason) => throw new VerbException($"{parsed.GetValue(Path)}: {reason} Export the list from a feed reader as OPML."),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        await using var services = await BotServices.OpenAsync(Common.Load(parsed), cancellationToken);
        var (lists, added) = (services.GetRequiredService<SourceLists>(), 0);
        foreach (var source in list.Sources)
        {
            var result = await lists.AddAsync(guild, source, cancellationToken);
            added += result is SubscribeResult.Added ? 1 : 0;
            Tell(parsed, source, result);
        }

        Notes.Write($"{added} added, {list.Sources.Count - added} read already, {list.Skipped} without a web address.");
        return Exit.Done;
    }

    private static void Tell(ParseResult parsed, OpmlSource source, SubscribeResult result)
    {
        var name = result switch
        {
            SubscribeResult.Added it => it.Name,
            SubscribeResult.Known it => it.Name,
            SubscribeResult.NameTaken it => it.Name,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        if (parsed.GetValue(Common.Json))
        {
            Common.WriteJson(new { name, Url = source.Address.AbsoluteUri, source.Group, Added = result is SubscribeResult.Added });
        }
        else if (result is SubscribeResult.Added)
        {
            Common.WriteLine(Printable.Of($"\"{name}\": {source.Address.AbsoluteUri}"));
        }
    }

    private static async Task<int> ExportAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var guild = SourceArguments.GuildOf(parsed);
        await using var services = await BotServices.OpenAsync(Common.Load(parsed), cancellationToken);
        var (count, text) = await services.GetRequiredService<SourceLists>().WriteAsync(guild, cancellationToken);
        if (string.Equals(parsed.GetValue(Out), Standard, StringComparison.Ordinal))
        {
            await Console.Out.WriteAsync(text); // addresses as they are: what is masked could not be imported
        }
        else
        {
            await File.WriteAllTextAsync(parsed.GetValue(Out)!, text, cancellationToken);
            Notes.Write($"{count} sources written to {parsed.GetValue(Out)}.");
        }

        return Exit.Done;
    }

    private static async Task<byte[]> BytesAsync(string path, CancellationToken cancellationToken)
    {
        if (!string.Equals(path, Standard, StringComparison.Ordinal))
        {
            return new FileInfo(path) is { Exists: true, Length: <= FeedReader.MaxBytes }
                ? await File.ReadAllBytesAsync(path, cancellationToken)
                : throw new VerbException($"{path}: there is no such file, or it is larger than {FeedReader.MaxBytes / 1024 / 1024} MB.");
        }

        await using var input = Console.OpenStandardInput();
        var buffer = new byte[FeedReader.MaxBytes + 1];
        return buffer[..await input.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken)];
    }
}
