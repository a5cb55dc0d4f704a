using System.CommandLine;
using System.Globalization;
using NodaTime;
using SummaryBot.Chat;
using SummaryBot.Digests;
using SummaryBot.Digests.Archive;
using SummaryBot.Host.ConsoleChat;

namespace SummaryBot.Host.Verbs;

/// <summary>The editions as they were sent.</summary>
internal static class ArchiveVerbs
{
    private static readonly Argument<string?> Some = new("DIGEST") { Description = "A digest's name; all but personal ones unless told.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Argument<string> Name = new("DIGEST") { Description = "The digest's name." };
    private static readonly Argument<string?> When = new("DATE")
    {
        Description = "A local day such as 2026-03-29, or one edition such as 2026-03-29T08:00; the last edition unless told.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string?> Date = Day("--date", "Only editions of this local day.");
    private static readonly Option<string?> From = Day("--from", "Only editions of this local day and later ones.");
    private static readonly Option<string?> To = Day("--to", "Only editions of this local day and earlier ones.");
    private static readonly Option<int> Limit = Common.Limit(20);
    private static readonly Option<bool> Markdown = new("--markdown") { Description = "Write Markdown instead." };

    public static Command Command()
    {
        var list = new Command("list", "List the editions that were sent, the newest first.") { Some, Date, From, To, Limit, DigestVerbs.Guild, Common.Json };
        list.SetAction(ListAsync);
        var show = new Command("show", "Show an edition as it stands in its channel.") { Name, When, Markdown, DigestVerbs.Guild, Common.Json };
        show.SetAction(ShowAsync);
        return new Command("archive", "Editions as they were sent.") { list, show, ArchiveExportVerb.Command(Name, From, To) };
    }

    /// <exception cref="VerbException">An option is no day.</exception>
    public static ArchiveDays Days(ParseResult parsed) => new(Day(parsed, From), Day(parsed, To));

    private static async Task<int> ListAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var days = Day(parsed, Date) is { } day ? new ArchiveDays(day, day) : Days(parsed);
        await using var services = await BotServices.OpenAsync(Common.Load(parsed), cancellationToken);
        var digest = parsed.GetValue(Some) is { } name ? await DigestVerbs.FindAsync(services, name, parsed.GetValue(DigestVerbs.Guild), cancellationToken) : null;
        var editions = await services.GetRequiredService<EditionArchive>().ListAsync(digest, days, parsed.GetValue(Limit), cancellationToken);
        if (parsed.GetValue(Common.Json))
        {
            Common.WriteJson(editions.Select(Describe));
            return Exit.Done;
        }

        Listing.Write(["digest", "edition (local)", "stories", "sent (UTC)", "link"], editions.Select(edition => new[]
        {
            edition.Digest,
            edition.DueLocal,
            edition.Message.Stories.Count.ToString(CultureInfo.InvariantCulture),
            Listing.Time(edition.SentAt),
            edition.Link?.AbsoluteUri ?? "",
        }));
        return Exit.Done;
    }

    private static async Task<int> ShowAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var when = parsed.GetValue(When);
        LocalDate? day = when is null ? null : DayOf(when);
        await using var services = await BotServices.OpenAsync(Common.Load(parsed), cancellationToken);
        var digest = await DigestVerbs.FindAsync(services, parsed.GetValue(Name)!, parsed.GetValue(DigestVerbs.Guild), cancellationToken);
        var found = await services.GetRequiredService<EditionArchive>().ListAsync(digest, new ArchiveDays(day, day), when is null ? 1 : int.MaxValue, cancellationToken);
        var editions = found.Where(it => when is null || it.DueLocal.StartsWith(when, StringComparison.Ordinal)).Reverse().ToList();
        if (editions.Count == 0)
        {
            throw new VerbException($"\"{digest.Digest.Name}\" sent nothing{(when is null ? " yet" : $" for {when}")}. See: summarybot archive list \"{digest.Digest.Name}\"");
        }

        editions.ForEach(edition => Show(parsed, services, edition));
        return Exit.Done;
    }

    private static void Show(ParseResult parsed, IServiceProvider services, SentEdition edition)
    {
        if (parsed.GetValue(Common.Json))
        {
            Common.WriteLine(MessageJson.Write(edition.Message));
        }
        else if (parsed.GetValue(Markdown))
        {
            Common.WriteLine(EditionMarkdown.Write(edition.Message));
        }
        else
        {
            services.GetRequiredService<TerminalChat>().Show(edition.Message);
        }
    }

    private static LocalDate DayOf(string when) => ArchiveDays.TryParse(when.Split('T')[0])
        ?? throw new VerbException($"\"{when}\": write a day such as 2026-03-29, or an edition such as 2026-03-29T08:00.") { ExitCode = Exit.WrongUse };

    private static LocalDate? Day(ParseResult parsed, Option<string?> option) => parsed.GetValue(option) is not { } text ? null
        : ArchiveDays.TryParse(text) ?? throw new VerbException($"{option.Name} \"{text}\": write a day such as 2026-03-29.") { ExitCode = Exit.WrongUse };

    private static Option<string?> Day(string name, string description) => new(name) { Description = description, HelpName = "DAY" };

    private static object Describe(SentEdition edition) => new
    {
        edition.Digest,
        edition.DueLocal,
        DueAt = DateTimeOffset.FromUnixTimeMilliseconds(edition.DueAt),
        SentAt = DateTimeOffset.FromUnixTimeMilliseconds(edition.SentAt!.Value),
        Channel = edition.Channel.ToString(),
        edition.Link,
        edition.Message.Title,
        Stories = edition.Message.Stories.Select(story => new { story.Headline, story.Url, Article = story.ArticleId, story.IsUpdate, story.IsWithdrawn }),
    };
}
