using System.CommandLine;
using System.Globalization;
using SummaryBot.Articles;
using SummaryBot.Chat;
using SummaryBot.Sources;

namespace SummaryBot.Host.Verbs;

internal static class SourceEditVerb
{
    private const string None = "none";

    private static readonly Argument<string> Name = new("NAME") { Description = "The source's name or address." };

    /// <summary>How much of an article of the source one message may show.</summary>
    public static Option<string?> Share { get; } = new("--quote-share")
    {
        Description = $"How much of an article's words one message may show, in percent: {QuoteShare.Least} to {QuoteShare.Most}, or {None}. Whole sentences only.",
        HelpName = "PERCENT",
    };

    private static readonly Option<bool?> FullText = new("--full-text") { Description = "Whether its articles may be shown whole to who reads it: true or false.", HelpName = "true|false" };

    public static Command Command()
    {
        var command = new Command("edit", "Change how a source is quoted.") { Name, Share, FullText, SourceArguments.Guild };
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

    private static async Task<int> EditAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(Share) is null && parsed.GetValue(FullText) is null)
        {
            throw new VerbException("Nothing to change. For example: summarybot source edit NAME --quote-share 20") { ExitCode = Exit.WrongUse };
        }

        var (guild, share) = (SourceArguments.GuildOf(parsed), ShareOf(parsed));
        await using var services = await BotServices.OpenAsync(Common.Load(parsed), cancellationToken);
        var source = await SourceVerbs.FindAsync(services, guild, parsed.GetValue(Name)!, cancellationToken);
        var subscriptions = services.GetRequiredService<SubscriptionStore>();
        if (parsed.GetValue(Share) is not null)
        {
            await subscriptions.SetQuoteShareAsync(source.Id, share, cancellationToken);
            Common.WriteLine(Printable.Of(share is { } percent
                ? $"No message shows more than {percent} % of the words of an article of \"{source.Name}\"."
                : $"Articles of \"{source.Name}\" are quoted without a limit of their own."));
        }

        if (parsed.GetValue(FullText) is { } isAllowed)
        {
            await subscriptions.SetFullTextAsync(source.Id, isAllowed, cancellationToken);
            Common.WriteLine(Printable.Of($"Articles of \"{source.Name}\" are {(isAllowed ? "shown whole to who asks for that" : "not shown whole")}."));
        }

        return Exit.Done;
    }
}
