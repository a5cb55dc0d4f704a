using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using SummaryBot.TestDiscord;
using SummaryBot.TestDiscord.Interactions;

namespace SummaryBot.Benchmarks.Answers;

/// <summary>How soon summarybot, a process of its own, answers 20 people who ask at once while 20 others wait for pages of a site that takes connections and never answers.</summary>
internal sealed class AnswersBenchmark : IAsyncDisposable
{
    private const int People = 20;
    private const int Rounds = 5;

    /// <summary>Discord gives up after three seconds.</summary>
    private static readonly TimeSpan Goal = TimeSpan.FromSeconds(1);

    private readonly string _folder = Directory.CreateTempSubdirectory("summarybot-answers-").FullName;
    private readonly TcpListener _silent = new(IPAddress.Loopback, 0);
    private readonly ConcurrentBag<TcpClient> _waiting = [];
    private TestDiscordServer? _discord;

    public static async Task<int> RunAsync()
    {
        await using var benchmark = new AnswersBenchmark();
        return await benchmark.MeasureAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _silent.Dispose();
        foreach (var client in _waiting)
        {
            client.Dispose();
        }

        if (_discord is not null)
        {
            await _discord.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private async Task<int> MeasureAsync()
    {
        _silent.Start();
        _ = AcceptAsync();
        _discord = await TestDiscordServer.StartAsync(new TestDiscordOptions { Channels = 1 }, CancellationToken.None);
        using var bot = Start();
        try
        {
            while (_discord.World.Registrations == 0) // the bot registers its commands when it has started
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);
            }

            var slow = Enumerable.Range(0, People).Select(i => AskAsync(i, "summary", ("article", $"http://{_silent.LocalEndpoint}/{i}"))).ToList();
            var (first, final) = await QuickAsync();
            var others = await Task.WhenAll(slow);
            var isSoon = Print("pages that never come, acknowledged", others.Select(it => it.FirstResponseMs));
            isSoon &= Print("lists asked for meanwhile, acknowledged", first);
            Print("the same, answered in full", final);
            return isSoon ? 0 : 1;
        }
        finally
        {
            bot.Kill();
            await bot.WaitForExitAsync();
        }
    }

    private async Task<(IReadOnlyList<double?> First, IReadOnlyList<double?> Final)> QuickAsync()
    {
        var all = new List<InteractionOutcome>();
        for (var round = 0; round < Rounds; round++)
        {
            all.AddRange(await Task.WhenAll(Enumerable.Range(People, People).Select(i => AskAsync(i, "news latest"))));
        }

        return ([.. all.Select(it => it.FirstResponseMs)], [.. all.Select(it => it.Error is null ? it.FinalMs : null)]);
    }

    private Task<InteractionOutcome> AskAsync(int person, string command, params (string Name, object Value)[] options)
    {
        var userId = $"{1_100_000_000_000_100_000 + person}";
        lock (_discord!.World.Gate)
        {
            _discord.World.Guild.Join(userId);
        }

        return _discord.User.InvokeAsync(command, options.ToDictionary(it => it.Name, it => it.Value, StringComparer.Ordinal), userId: userId);
    }

    /// <returns>Whether every one came within a second.</returns>
    private static bool Print(string what, IEnumerable<double?> times)
    {
        var all = times.ToList();
        var sorted = all.OfType<double>().Order().ToList();
        Console.WriteLine($"{what,-42} p50 {At(.5),6:F0} ms, p95 {At(.95),6:F0} ms, most {At(1),6:F0} ms ({all.Count} asked, {all.Count - sorted.Count} never)");
        return sorted.Count == all.Count && At(1) < Goal.TotalMilliseconds;

        double At(double share) => sorted.Count == 0 ? double.NaN : sorted[Math.Min(sorted.Count - 1, (int)(share * sorted.Count))];
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _waiting.Add(await _silent.AcceptTcpClientAsync());
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // it was stopped
        }
    }

    private Process Start()
    {
        var program = Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd('/')))!, "SummaryBot.Host", "release", "summarybot.dll");
        return Process.Start(new ProcessStartInfo("dotnet", [program])
        {
            WorkingDirectory = _folder,
            UseShellExecute = false,
            Environment =
            {
                ["SUMMARYBOT__DISCORD__TOKEN"] = _discord!.Token,
                ["SUMMARYBOT__DISCORD__APIBASEADDRESS"] = _discord.ApiBaseAddress.ToString(),
                ["SUMMARYBOT__FETCHING__ALLOWEDHOSTS"] = $"{_silent.LocalEndpoint}",
                ["SUMMARYBOT__HEALTH__ADDRESS"] = "http://127.0.0.1:0",
                ["SUMMARYBOT__LOGS__LEVEL"] = "error",
            },
        })!;
    }
}
