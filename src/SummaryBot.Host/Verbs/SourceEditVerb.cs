using System.CommandLine;
using System.Globalization;
using SummaryBot.Articles;
using SummaryBot.Chat;
using SummaryBot.Commands.Shape;
using SummaryBot.Host.Verbs.Twins;
using SummaryBot.Language;
using SummaryBot.Sources;

namespace SummaryBot.Host.Verbs;

internal static class SourceEditVerb
{
    private const string None = "none";

    private static readonly Argument<string> Source = new("NAME") { Description = "The source's name or address." };
    private static readonly Option<string?> Name = new("--name") { Description = $"What it is called, 1 to {NewSubscription.MaxNameLength} characters." };
    private static readonly Option<int?> Interval = new("--interval")
    {
        Description = $"Visit it at least every so many minutes: {SubscriptionChange.LeastInterval} to {SubscriptionChange.MostInterval}.",
        HelpName = "MINUTES",
    };
    private static readonly Option<string?> Trust = new("--trust") { Description = "Rank its stories half a point lower or higher: low, normal or high." };
    private static readonly Option<int?> Most = new("--max-per-digest") { Description = $"Its stories in one edition at most: 1 to {SubscriptionChange.MostPerDigest}.", HelpName = "N" };

    /// <summary>How much of an article of the source one message may show.</summary>
    public static Option<string?> Share { get; } = new("--quote-share")
    {
        Description = $"How much of an article's words one message may show, in percent: {QuoteShare.Least} to {QuoteShare.Most}, or {None}. Whole sentences only.",
        HelpName = "PERCENT",
    };

    private static readonly Option<bool?> FullText = new("--full-text") { Description = "Whether its articles may be shown whole to who reads it: true or false.", HelpName = "true|false" };

    public static Command Command()
    {
        var command = new Command("edit", "Change a source: its name, how often it is visited, how it is ranked and quoted.") { Source, Name, Interval, Trust, Most, Share, FullText, SourceArguments.Guild };
        command.SetAction(EditAsync);
        return command;
    }

    /// <summary>Null where there is no limit.</summary>
    /// <exception cref="VerbException">It is no share; the message says what is.</exception>
    public static int? ShareOf(ParseResult parsed)
    {
        var text = parsed.GetValue(Share);
        return text is null or None ? null
            : int.TryParse(text.TrimEnd('%'), NumberStyles.None, CultureInfo.InvariantCulture, out var percent) && QuoteShare.IsShare(percent) ? percent
            : throw new VerbException($"--quote-share \"{text}\": write a number from {QuoteShare.Least} to {QuoteShare.Most}, or {None}.") { ExitCode = Exit.WrongUse };
    }

    /// <summary>How it is quoted is for the operator alone; the rest is what the command of the chat changes.</summary>
    private static async Task<int> EditAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var call = SourceVerbs.Call(
            parsed,
            ("source", parsed.GetValue(Source)),
            ("name", parsed.GetValue(Name)),
            ("interval", (long?)parsed.GetValue(Interval)),
            ("trust", parsed.GetValue(Trust)),
            ("max_per_digest", (long?)parsed.GetValue(Most)));
        if (parsed.GetValue(Share) is null && parsed.GetValue(FullText) is null && call.Options.Count == 1)
        {
            throw new VerbException("Nothing to change. For example: summarybot source edit NAME --max-per-digest 2") { ExitCode = Exit.WrongUse };
        }

        var share = ShareOf(parsed);
        await using var services = await BotServices.OpenAsync(Common.Load(parsed), cancellationToken);
        var subscriptions = services.GetRequiredService<SubscriptionStore>();
        if (parsed.GetValue(Share) is not null)
        {
            var source = await SourceVerbs.FindAsync(services, call.Guild, parsed.GetValue(Source)!, cancellationToken);
            await subscriptions.SetQuoteShareAsync(source.Id, share, cancellationToken);
            Common.WriteLine(Printable.Of(share is { } percent
                ? $"No message shows more than {percent} % of the words of an article of \"{source.Name}\"."
                : $"Articles of \"{source.Name}\" are quoted without a limit of their own."));
        }

        if (parsed.GetValue(FullText) is { } isAllowed)
        {
            var source = await SourceVerbs.FindAsync(services, call.Guild, parsed.GetValue(Source)!, cancellationToken);
            await subscriptions.SetFullTextAsync(source.Id, isAllowed, cancellationToken);
            Common.WriteLine(Printable.Of($"Articles of \"{source.Name}\" are {(isAllowed ? "shown whole to who asks for that" : "not shown whole")}."));
        }

        var spec = services.GetRequiredService<CommandCatalog>()["source edit"];
        return call.Options.Count == 1 ? Exit.Done
            : await TwinAnswer.WriteAsync(await services.GetRequiredService<CommandRunner>().RunAsync(spec, call, cancellationToken), output: null, Words.English, cancellationToken);
    }
}
