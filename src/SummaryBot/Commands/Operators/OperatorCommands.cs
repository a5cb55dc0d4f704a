using System.Globalization;
using Dapper;
using Microsoft.Extensions.Options;
using SummaryBot.Chat;
using SummaryBot.Commands.Shape;
using SummaryBot.Digests;
using SummaryBot.Language;
using SummaryBot.Operations;
using SummaryBot.Retention;
using SummaryBot.Settings;
using SummaryBot.Sources;
using SummaryBot.Storage;

namespace SummaryBot.Commands.Operators;

/// <summary><c>/operator</c>: for whoever runs the bot, in his own server and at the command line alone.</summary>
public sealed class OperatorCommands(
    Database database,
    BotStats stats,
    DrainSwitch drain,
    DeliveryLog log,
    SubscriptionStore subscriptions,
    GuildSettingsStore settings,
    AdminChannels admins,
    NoteOutbox notes,
    IOptions<RetentionOptions> retention) : ICommandModule
{
    public const int MaxText = 1500;
    private const int MostNames = 20;

    public IEnumerable<CommandSpec> Commands =>
    [
        new("operator stats", CommandAudience.Operator, [], StatsAsync),
        new("operator drain", CommandAudience.Operator, [new OptionSpec("off", OptionType.Truth)], DrainAsync) { Example = "--off" },
        new("operator guild", CommandAudience.Operator, [new OptionSpec("id", OptionType.Text) { IsRequired = true, Min = 17, Max = 20 }], GuildAsync) { Example = "123456789012345678" },
        new("operator announce", CommandAudience.Operator, [new OptionSpec("text", OptionType.Text) { IsRequired = true, Min = 1, Max = MaxText }], AnnounceAsync) { Example = "\"The bot restarts at noon UTC.\"" },
    ];

    private async Task<Reply> StatsAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var (words, counts) = (call.Words, await stats.CountAsync(cancellationToken));
        var lines = new List<ReplyText>
        {
            words.Of("operator.stats.guilds", ("count", counts.Guilds), ("left", counts.LeftGuilds)),
            words.Of("operator.stats.digests", ("count", counts.Digests), ("paused", counts.Paused), ("personal", counts.Personal)),
            words.Of("operator.stats.sources", ("count", counts.Sources), ("failing", counts.Failing), ("ended", counts.Ended)),
            words.Of("operator.stats.queue", ("waiting", counts.Waiting), ("stuck", counts.Stuck)),
            Late(words, await stats.LatenessAsync(cancellationToken)),
        };
        if (await drain.SinceAsync(cancellationToken) is { } since)
        {
            lines.Add(words.Of("operator.stats.draining", ("time", since)));
        }

        return new Reply { Title = words.Of("operator.stats.title"), Lines = lines };
    }

    private static ReplyText Late(Words words, IReadOnlyList<TimeSpan> lateness) => lateness.Count == 0
        ? words.Of("operator.stats.quiet")
        : words.Of("operator.stats.late", ("median", Seconds(lateness, .5)), ("most", Seconds(lateness, .95)), ("count", lateness.Count));

    private static string Seconds(IReadOnlyList<TimeSpan> sorted, double share) =>
        Math.Max(0, sorted[(int)Math.Ceiling(share * sorted.Count) - 1].TotalSeconds).ToString("0.0", CultureInfo.InvariantCulture);

    private async Task<Reply> DrainAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var isOn = call.Truth("off") is not true;
        await drain.SetAsync(isOn, cancellationToken);
        return Reply.Say(isOn
            ? call.Words.Of("operator.drain.on", ("waiting", (await stats.CountAsync(cancellationToken)).Waiting))
            : call.Words.Of("operator.drain.off"));
    }

    private async Task<Reply> GuildAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var (words, id) = (call.Words, call.Text("id")!);
        var counts = await stats.OfAsync(id, cancellationToken);
        var digests = await log.DigestsAsync(id, cancellationToken);
        var sources = await subscriptions.ListAsync(id, cancellationToken);
        if (!ChannelAddress.IsSnowflake(id) || (counts is { Channels: 0, LeftAt: null } && digests.Count + sources.Count == 0))
        {
            return Reply.Fail(words, ErrorCode.NoSuchGuild, ("id", id));
        }

        var lines = new List<ReplyText>
        {
            words.Of("operator.guild.digests", ("count", digests.Count), ("names", NameList.Of(words, digests.Select(it => it.Name), MostNames))),
            words.Of("operator.guild.sources", ("count", sources.Count), ("names", NameList.Of(words, sources.Select(it => $"{it.Name} ({it.State})"), MostNames))),
            words.Of("operator.guild.waiting", ("waiting", counts.Waiting), ("stuck", counts.Stuck)),
        };
        if (counts.LeftAt is { } left)
        {
            var at = DateTimeOffset.FromUnixTimeMilliseconds(left);
            var kept = (await settings.ReadAsync(id, cancellationToken)).RetentionDays is { } days ? TimeSpan.FromDays(days) : retention.Value.Guild;
            lines.Add(words.Of("operator.guild.left", ("time", at), ("end", at + kept)));
        }

        return new Reply { Title = words.Of("operator.guild.title", ("id", id)), Lines = lines };
    }

    private async Task<Reply> AnnounceAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var places = await PlacesAsync(cancellationToken);
        await database.WriteAsync(
            async transaction =>
            {
                foreach (var place in places)
                {
                    var message = new ChatMessage(place.Words.Plain("operator.announce.title"), [call.Text("text")!], [], [], MessageLayout.Compact);
                    await notes.AddAsync(transaction, place, message, cancellationToken);
                }

                return true;
            },
            cancellationToken);
        return Reply.Say(places.Count == 0 ? call.Words.Of("operator.announce.none") : call.Words.Of("operator.announce.done", ("count", places.Count)));
    }

    /// <summary>Every admin channel once, those of servers that the bot has left aside.</summary>
    private async Task<IReadOnlyList<AdminPlace>> PlacesAsync(CancellationToken cancellationToken)
    {
        const string Sql = "SELECT guild FROM guild_settings WHERE admin_channel IS NOT NULL AND guild NOT IN (SELECT guild FROM left_guilds) ORDER BY guild";
        await using var connection = await database.OpenAsync(cancellationToken);
        var guilds = await connection.QueryAsync<string>(new CommandDefinition(Sql, cancellationToken: cancellationToken));
        var places = await admins.GroupAsync(guilds.Append(""), guild => guild, cancellationToken);
        return [.. places.Select(it => it.Key).DistinctBy(it => it.Channel)];
    }
}
