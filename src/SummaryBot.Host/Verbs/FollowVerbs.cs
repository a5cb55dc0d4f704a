using System.CommandLine;
using System.Globalization;
using NodaTime;
using SummaryBot.Digests.Kinds;

namespace SummaryBot.Host.Verbs;

/// <summary>What people follow, for the operator.</summary>
internal static class FollowVerbs
{
    private const int MaxPauseDays = 60;

    private static readonly Argument<string> User = new("USER") { Description = "The id of a Discord user." };
    private static readonly Argument<string[]> Topics = new("TOPIC") { Description = "A word, or several words in quotation marks.", Arity = ArgumentArity.OneOrMore };
    private static readonly Argument<string> Topic = new("TOPIC") { Description = "A topic as listed." };
    private static readonly Option<string?> Time = new("--time") { Description = "A local time such as 08:00, which it is at first." };
    private static readonly Option<string?> Zone = new("--zone") { Description = "An IANA time zone such as Europe/London; UTC at first." };
    private static readonly Option<string?> Guild = new("--guild") { Description = "The id of a Discord server whose sources the person sees, too." };
    private static readonly Option<int?> Days = new("--days") { Description = $"For how many days, 1 to {MaxPauseDays}; until the person follows again unless told." };

    public static Command Command()
    {
        Days.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var days) || days is < 1 or > MaxPauseDays))
            {
                result.AddError($"--days {result.Tokens[0].Value}: write a whole number from 1 to {MaxPauseDays}.");
            }
        });
        return new Command("follow", "Personal digests in direct messages: what somebody follows.")
        {
            Verb("add", "Follow topics, and resume what is paused.", AddAsync, Topics, Time, Zone, Guild),
            Verb("list", "List what somebody follows.", ListAsync),
            Verb("remove", "Follow a topic no more.", RemoveAsync, Topic),
            Verb("pause", "Send nothing for a while.", PauseAsync, Days),
            Verb("stop", "Follow nothing any more, and delete all of it.", StopAsync),
        };
    }

    private static Command Verb(string name, string description, Func<ParseResult, Following, CancellationToken, Task<Followed?>> action, params Symbol[] symbols)
    {
        var command = new Command(name, description) { User, Common.Json };
        symbols.OfType<Argument>().ToList().ForEach(command.Add);
        symbols.OfType<Option>().ToList().ForEach(command.Add);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = await BotServices.OpenAsync(Common.Load(parsed), cancellationToken);
            Show(await action(parsed, services.GetRequiredService<Following>(), cancellationToken), parsed.GetValue(Common.Json));
            return Exit.Done;
        });
        return command;
    }

    private static async Task<Followed?> AddAsync(ParseResult parsed, Following following, CancellationToken cancellationToken)
    {
        var request = new FollowRequest(parsed.GetValue(User)!, parsed.GetValue(Topics)!) { Time = parsed.GetValue(Time), Zone = parsed.GetValue(Zone), Guild = parsed.GetValue(Guild) };
        return await following.AddAsync(request, cancellationToken) switch
        {
            FollowResult.Done done => done.Followed,
            FollowResult.TooMany(var topics) => throw new VerbException($"topics: {topics} are too many; {Following.MaxTopics} can be followed. Remove one first.") { ExitCode = Exit.WrongUse },
            FollowResult.Faulty faulty => throw new VerbException(string.Join($"{Environment.NewLine}summarybot: ", faulty.Faults)) { ExitCode = Exit.WrongUse },
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static Task<Followed?> ListAsync(ParseResult parsed, Following following, CancellationToken cancellationToken) => following.FindAsync(parsed.GetValue(User)!, cancellationToken);

    private static async Task<Followed?> RemoveAsync(ParseResult parsed, Following following, CancellationToken cancellationToken)
    {
        var (user, topic) = (parsed.GetValue(User)!, parsed.GetValue(Topic)!);
        Check(await following.RemoveAsync(user, topic, cancellationToken), $"{user} does not follow \"{topic}\". See: summarybot follow list {user}");
        return await following.FindAsync(user, cancellationToken);
    }

    private static async Task<Followed?> PauseAsync(ParseResult parsed, Following following, CancellationToken cancellationToken)
    {
        var user = parsed.GetValue(User)!;
        Check(await following.PauseAsync(user, parsed.GetValue(Days), cancellationToken), $"{user} follows nothing. See: summarybot follow add --help");
        return await following.FindAsync(user, cancellationToken);
    }

    private static async Task<Followed?> StopAsync(ParseResult parsed, Following following, CancellationToken cancellationToken)
    {
        var user = parsed.GetValue(User)!;
        Check(await following.StopAsync(user, cancellationToken), $"{user} follows nothing.");
        return null;
    }

    private static void Check(bool isDone, string problem)
    {
        if (!isDone)
        {
            throw new VerbException(problem);
        }
    }

    private static void Show(Followed? followed, bool json)
    {
        var until = followed?.PausedUntil is { } at && at != Instant.MaxValue ? at.ToDateTimeOffset() : (DateTimeOffset?)null;
        if (json)
        {
            Common.WriteJson(new
            {
                Topics = followed?.Topics ?? [],
                Times = followed?.Digest.Digest.Schedule.TimesText.Split(' '),
                Zone = followed?.Digest.Digest.Schedule.Zone.Id,
                followed?.Digest.Digest.Guild,
                NextDueLocal = followed?.Digest.NextText,
                IsPaused = followed?.PausedUntil is not null,
                PausedUntil = until,
                followed?.PausedReason,
            });
            return;
        }

        if (followed is null)
        {
            Common.WriteLine("Follows nothing.");
            return;
        }

        var schedule = followed.Digest.Digest.Schedule;
        Common.WriteLine($"Follows {string.Join(", ", followed.Topics)}; {schedule.TimesText} ({schedule.Zone.Id}).");
        Common.WriteLine(followed.PausedUntil is null ? $"Next due {followed.Digest.NextText}."
            : $"Paused until {(until is null ? "they follow again" : Listing.Time(until.Value.ToUnixTimeMilliseconds()) + " (UTC)")}{(followed.PausedReason is { } reason ? $": {reason}" : ".")}");
    }
}
