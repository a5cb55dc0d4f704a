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

    public static Command Command()
    {
        var command = new Command("edit", "Change how a source is quoted.") { Name, Share, SourceArguments.Guild };
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
        if (parsed.GetValue(Share) is null)
        {
            throw new VerbException("Nothing to change. For example: summarybot source edit NAME --quote-share 20") { ExitCode = Exit.WrongUse };
        }

        var (guild, share) = (SourceArguments.GuildOf(parsed), ShareOf(parsed));
        await using var services = await BotServices.OpenAsync(Common.Load(parsed), cancellationToken);
        var source = await SourceVerbs.FindAsync(services, guild, parsed.GetValue(Name)!, cancellationToken);
        await services.GetRequiredService<SubscriptionStore>().SetQuoteShareAsync(source.Id, share, cancellationToken);
        Common.WriteLine(Printable.Of(share is { } percent
            ? $"No message shows more than {percent} % of the words of an article of \"{source.Name}\"."
            : $"Articles of \"{source.Name}\" are quoted without a limit of their own."));
        return Exit.Done;
    }
}
