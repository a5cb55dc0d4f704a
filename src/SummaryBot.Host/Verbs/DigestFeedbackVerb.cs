using System.CommandLine;
using System.Globalization;
using SummaryBot.Digests;
using SummaryBot.Digests.Feedback;

namespace SummaryBot.Host.Verbs;

/// <summary><c>summarybot digest feedback NAME</c>: what readers make of each outlet, what that changes, and how it is undone.</summary>
internal static class DigestFeedbackVerb
{
    private static readonly Argument<string> Name = new("NAME") { Description = "The digest's name." };

    private static readonly Option<string?> Reset = new("--reset")
    {
        Description = "Forget what readers said: of one outlet, or of all where none is named. Needs --yes.",
        HelpName = "OUTLET",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<bool> Yes = new("--yes") { Description = "Do it." };

    public static Command Command()
    {
        var verb = new Command("feedback", "Show what readers found useful, by outlet, and how that changes the ranks.") { Name, Reset, Yes, DigestVerbs.Guild, Common.Json };
        verb.SetAction(RunAsync);
        return verb;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var services = await BotServices.OpenAsync(Common.Load(parsed), cancellationToken);
        var digest = await DigestVerbs.FindAsync(services, parsed.GetValue(Name)!, parsed.GetValue(DigestVerbs.Guild), cancellationToken);
        var feedback = services.GetRequiredService<FeedbackStore>();
        if (parsed.GetResult(Reset) is not null)
        {
            await ResetAsync(parsed, feedback, digest, cancellationToken);
        }
        else
        {
            Show(parsed, await feedback.ListAsync(digest.Id, cancellationToken));
        }

        return Exit.Done;
    }

    private static void Show(ParseResult parsed, IReadOnlyList<OutletPoints> outlets)
    {
        if (parsed.GetValue(Common.Json))
        {
            Common.WriteJson(outlets);
            return;
        }

        Listing.Write(["outlet", "useful", "not useful", "points"], outlets.Select(it => new[]
        {
            it.Outlet, $"{it.Useful}", $"{it.NotUseful}", it.Points.ToString("+0.0;-0.0;0", CultureInfo.InvariantCulture),
        }));
    }

    private static async Task ResetAsync(ParseResult parsed, FeedbackStore feedback, StoredDigest digest, CancellationToken cancellationToken)
    {
        var outlet = parsed.GetValue(Reset);
        var what = $"what readers of \"{digest.Digest.Name}\" said of {(outlet is null ? "every outlet" : $"\"{outlet}\"")}";
        if (!parsed.GetValue(Yes))
        {
            throw new VerbException($"This forgets {what}, and cannot be undone. Add --yes to do it.") { ExitCode = Exit.WrongUse };
        }

        var forgotten = await feedback.ResetAsync(digest.Id, outlet, cancellationToken);
        if (parsed.GetValue(Common.Json))
        {
            Common.WriteJson(new { forgotten });
            return;
        }

        Common.WriteLine($"Forgot {what}: {(forgotten == 1 ? "1 opinion" : $"{forgotten} opinions")}.");
    }
}
