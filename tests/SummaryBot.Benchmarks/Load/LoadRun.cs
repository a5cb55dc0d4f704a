using System.Diagnostics;
using System.Globalization;
using SummaryBot.Articles;
using SummaryBot.Digests;
using SummaryBot.Digests.Selection;
using SummaryBot.Storage;
using SummaryBot.TestDiscord;
using SummaryBot.TestDiscord.Faults;
using SummaryBot.TestDiscord.Gateway;

namespace SummaryBot.Benchmarks.Load;

/// <summary>Many channels have an edition due in the same minute, and summarybot, a process of its own, sends them all to TestDiscord.</summary>
/// <remarks>Every hundredth channel of a large run has a second edition a minute later, which has to come after the first.</remarks>
internal sealed class LoadRun(string program, int channels, bool withFaults) : IAsyncDisposable
{
    private const string Posting = "POST /channels/*/messages";
    private const int Large = 5000;
    private const int Articles = 10;
    private const int Shards = 16;

    private static readonly TimeSpan FaultsLast = TimeSpan.FromMinutes(10);

    private readonly string _folder = Directory.CreateTempSubdirectory("summarybot-load-").FullName;
    private TestDiscordServer? _discord;

    /// <param name="patience">How long to wait for the last message after all are due.</param>
    public async Task<LoadResult> RunAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        var gateway = new GatewayOptions { Guilds = Shards, Shards = Shards, MaxConcurrency = Shards }; // a server on each shard
        _discord = await TestDiscordServer.StartAsync(new TestDiscordOptions { Channels = channels, SpreadsChannels = true, Gateway = gateway }, cancellationToken);
        var due = Minute(TimeProvider.System.GetUtcNow() + TimeSpan.FromSeconds(15 + (channels * 0.004)));
        await FillAsync(due, cancellationToken);
        AddFaults();
        using var bot = Start();
        try
        {
            var expected = channels + (channels >= Large ? channels / 100 : 0);
            await Task.Delay(due - TimeProvider.System.GetUtcNow(), TimeProvider.System, cancellationToken);
            while (!bot.HasExited && Arrivals().Count < expected && TimeProvider.System.GetUtcNow() - due < patience)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(250), TimeProvider.System, cancellationToken);
            }

            await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, cancellationToken); // a second message would come now
            return Result(due, expected, bot.HasExited ? 0 : PeakMegabytes(bot.Id));
        }
        finally
        {
            bot.Kill();
            await bot.WaitForExitAsync(CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_discord is not null)
        {
            await _discord.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The next full minute.</summary>
    private static DateTimeOffset Minute(DateTimeOffset after) => after.AddTicks(-(after.Ticks % TimeSpan.TicksPerMinute)).AddMinutes(1);

    private async Task FillAsync(DateTimeOffset due, CancellationToken cancellationToken)
    {
        var database = new Database(new SqliteDialect(Path.Combine(_folder, "load.db")));
        await database.MigrateAsync(cancellationToken);
        var articles = new ArticleStore(database, TimeProvider.System);
        for (var i = 0; i < Articles; i++)
        {
            await articles.AddAsync(LoadNews.Article(i, TimeProvider.System.GetUtcNow().AddHours(-1)), cancellationToken);
        }

        var digests = new DigestStore(database, new EditionStore(database, new SelectionStore(database, TimeProvider.System), TimeProvider.System), TimeProvider.System);
        foreach (var (channel, i) in _discord!.ChannelIds.Select((channel, i) => (channel, i)))
        {
            await digests.AddAsync(Digest($"First {i}", channel, due), cancellationToken);
            if (channels >= Large && i % 100 == 0)
            {
                await digests.AddAsync(Digest($"Second {i}", channel, due.AddMinutes(1)), cancellationToken);
            }
        }
    }

    private static Digest Digest(string name, string channel, DateTimeOffset due)
    {
        var options = new DigestOptions { Name = name, Channel = channel, Zone = "UTC", Times = { due.ToString("HH:mm", CultureInfo.InvariantCulture) } };
        return ((DigestReadResult.Read)DigestReader.Read(options)).Digest;
    }

    /// <summary>A fifth is asked to wait and a tenth fails; one in a hundred stands in the channel all the same.</summary>
    private void AddFaults()
    {
        if (withFaults)
        {
            var seconds = FaultsLast.TotalSeconds;
            _discord!.Faults.Add(
                new FaultRule(Posting, "429", Probability: 0.1, RetryAfter: 1.5, ForSeconds: seconds),
                new FaultRule(Posting, "429-user", Probability: 0.1 / 0.9, RetryAfter: 2.5, ForSeconds: seconds),
                new FaultRule(Posting, "502", Probability: 0.05 / 0.8, ForSeconds: seconds),
                new FaultRule(Posting, "503", Probability: 0.04 / 0.75, ForSeconds: seconds),
                new FaultRule(Posting, "drop-after-accept", Probability: 0.01 / 0.71, ForSeconds: seconds));
        }
    }

    private Process Start()
    {
        var start = new ProcessStartInfo("dotnet", [program])
        {
            WorkingDirectory = _folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["SUMMARYBOT__STORAGE__SQLITEPATH"] = "load.db",
                ["SUMMARYBOT__DISCORD__TOKEN"] = _discord!.Token,
                ["SUMMARYBOT__DISCORD__APIBASEADDRESS"] = _discord.ApiBaseAddress.ToString(),
                ["SUMMARYBOT__HEALTH__ADDRESS"] = "http://127.0.0.1:0",
                ["SUMMARYBOT__LOGS__LEVEL"] = "error",
            },
        };
        var bot = Process.Start(start)!;
        bot.OutputDataReceived += (_, _) => { };
        bot.ErrorDataReceived += (_, line) =>
        {
            if (line.Data?.Contains("error", StringComparison.OrdinalIgnoreCase) == true)
            {
                Console.Error.WriteLine(line.Data);
            }
        };
        bot.BeginOutputReadLine();
        bot.BeginErrorReadLine();
        return bot;
    }

    private List<(string Channel, DateTimeOffset At, string Text)> Arrivals()
    {
        lock (_discord!.World.Gate)
        {
            return [.. _discord.World.Channels.Values.SelectMany(channel => channel.Messages.Select(
                message => (channel.Id, message.At, message.Body.ToJsonString())))];
        }
    }

    private LoadResult Result(DateTimeOffset due, int expected, long peakMegabytes)
    {
        var arrived = Arrivals();
        var firsts = arrived.Where(it => it.Text.Contains("First", StringComparison.Ordinal)).ToList();
        var lateness = firsts.Select(it => it.At - due).Order().ToList();
        var byChannel = arrived.GroupBy(it => it.Channel, StringComparer.Ordinal).ToList();
        return new LoadResult(
            Expected: expected,
            Lost: expected - arrived.DistinctBy(it => (it.Channel, it.Text)).Count(),
            Doubles: arrived.Count - arrived.DistinctBy(it => (it.Channel, it.Text)).Count(),
            OutOfOrder: byChannel.Count(messages => messages.OrderBy(it => it.At).First().Text.Contains("Second", StringComparison.Ordinal)),
            Taken: firsts.Count == 0 ? TimeSpan.Zero : firsts.Max(it => it.At) - firsts.Min(it => it.At),
            LateP50: At(lateness, 0.5),
            LateP99: At(lateness, 0.99),
            LateMost: At(lateness, 1),
            GlobalLimitsExceeded: _discord!.GlobalLimitsExceeded,
            LimitsExceeded: _discord.LimitsExceeded,
            Requests: _discord.Log.Entries.Count,
            Faults: _discord.Log.Entries.Count(entry => entry.Fault is not null),
            PeakMegabytes: peakMegabytes,
            Shards: _discord.Gateway.Connected);
    }

    private static TimeSpan At(List<TimeSpan> sorted, double part) =>
        sorted.Count == 0 ? TimeSpan.Zero : sorted[(int)Math.Ceiling(part * (sorted.Count - 1))];

    /// <summary>VmHWM of /proc: the most that was ever resident, in MB. 0 where there is no /proc.</summary>
    private static long PeakMegabytes(int id) => !File.Exists($"/proc/{id}/status") ? 0 : long.Parse(
        File.ReadLines($"/proc/{id}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)).Split(
            ' ', StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture) / 1024;
}
