using System.CommandLine;
using System.Text;
using SummaryBot.Digests;
using SummaryBot.Digests.Archive;

namespace SummaryBot.Host.Verbs;

/// <summary>Editions as a file to take elsewhere.</summary>
internal static class ArchiveExportVerb
{
    private static readonly Option<string> Format = new("--format") { Description = "markdown, atom or rss.", Required = true };
    private static readonly Option<string?> Out = new("--out") { Description = "The file to write; standard output unless told.", HelpName = "FILE" };
    private static readonly Option<string?> Self = new("--self") { Description = "The http or https address that a feed will have.", HelpName = "ADDRESS" };

    public static Command Command(Argument<string> name, Option<string?> from, Option<string?> to)
    {
        var command = new Command("export", "Write the editions of a digest as Markdown (the oldest first), or as a feed.") { name, Format, Out, from, to, Self, DigestVerbs.Guild };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, parsed.GetValue(name)!, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, string name, CancellationToken cancellationToken)
    {
        var (days, self) = (ArchiveVerbs.Days(parsed), Address(parsed.GetValue(Self)));
        var format = ChoiceText.TryParse<ArchiveFormat>(parsed.GetValue(Format)!, out var read) && read is not ArchiveFormat.Html
            ? read
            : throw new VerbException($"--format \"{parsed.GetValue(Format)}\": write markdown, atom or rss.") { ExitCode = Exit.WrongUse };
        await using var services = await BotServices.OpenAsync(Common.Load(parsed), cancellationToken);
        var digest = await DigestVerbs.FindAsync(services, name, parsed.GetValue(DigestVerbs.Guild), cancellationToken);
        var archive = services.GetRequiredService<EditionArchive>();
        var editions = await archive.ListAsync(digest, days, int.MaxValue, cancellationToken);
        var body = format is ArchiveFormat.Markdown
            ? Encoding.UTF8.GetBytes(string.Join('\n', editions.Reverse().Select(edition => EditionMarkdown.Write(edition.Message))))
            : PublishedFile.Of(await archive.FeedAsync(digest, editions, self, page: null, cancellationToken), format).Body;
        await WriteAsync(parsed.GetValue(Out), body, cancellationToken);
        Notes.Write($"{editions.Count} editions.");
        return Exit.Done;
    }

    private static async Task WriteAsync(string? path, byte[] body, CancellationToken cancellationToken)
    {
        await using var stream = path is null or "-" ? Console.OpenStandardOutput() : File.Create(path);
        await stream.WriteAsync(body, cancellationToken);
    }

    private static Uri? Address(string? text) => text is null ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address
        : throw new VerbException($"--self \"{text}\": write an http or https address.") { ExitCode = Exit.WrongUse };
}
