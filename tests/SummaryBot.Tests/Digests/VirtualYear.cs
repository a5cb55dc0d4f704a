using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SummaryBot.Chat;
using SummaryBot.Digests;

namespace SummaryBot.Tests.Digests;

/// <summary>Lets time go from one due time to the next, and now and then something happens.</summary>
internal sealed class VirtualYear : IAsyncDisposable
{
    private static readonly string[] Zones =
    [
        "Australia/Lord_Howe", "Asia/Kathmandu", "Africa/Casablanca", "Asia/Gaza", "Asia/Baku", "America/New_York", "Pacific/Apia", "America/St_Johns",
        "Europe/London", "Pacific/Chatham", "America/Sao_Paulo", "Asia/Tehran",
    ];

    private static readonly LocalTime[] Times = [new(0, 30), new(1, 30), new(2, 30), new(8, 0), new(23, 59)];

    private readonly TestBot _bot;
    private readonly Random _random;
    private readonly Dictionary<string, SlowClock> _clocks;
    private readonly Instant _end;
    private readonly (string Name, int OneIn, Func<Task> Happen)[] _events;
    private ServiceProvider _process;

    private VirtualYear(TestBot bot, Random random, int days)
    {
        (_bot, _random, Days, _process) = (bot, random, days, bot.Services2());
        _end = Now + Duration.FromDays(days);
        _clocks = Zones.ToDictionary(zone => zone, zone => new SlowClock(zone, Now, _end, Times));
        _events =
        [
            ("looks a second before", 10, BeforeAsync),
            ("restarts", 60, RestartAsync),
            ("stops of 25 minutes", 60, () => StopAsync(TimeSpan.FromMinutes(25))),
            ("stops of 13 hours", 300, () => StopAsync(TimeSpan.FromHours(13))),
            ("jumps of the clock forward", 150, () => JumpAsync(TimeSpan.FromHours(2))),
            ("jumps of the clock back", 100, () => JumpAsync(TimeSpan.FromHours(-2))),
            ("changes of a zone", 60, ChangeZoneAsync),
            ("changes of a zone while the bot is stopped", 150, ChangeZoneStoppedAsync),
        ];
        Happened = _events.ToDictionary(it => it.Name, _ => 0);
    }

    public int Days { get; }

    public int Ticks { get; private set; }

    public List<SlowDigest> Digests { get; } = [];

    public Dictionary<string, int> Happened { get; }

    private Instant Now => Instant.FromDateTimeOffset(_bot.Time.GetUtcNow());

    public static async Task<VirtualYear> StartAsync(TestBot bot, Random random, int days)
    {
        var year = new VirtualYear(bot, random, days);
        foreach (var (zone, time) in Zones.SelectMany(zone => Times.Select(time => (zone, time))))
        {
            var stored = await bot.AddDigestAsync(options =>
            {
                (options.Name, options.Channel) = ($"{zone} {time:HH:mm}", $"{1_100_000_000_000_000_000 + year.Digests.Count}");
                (options.Zone, options.Empty) = (zone, "note");
                options.Times.Clear();
                options.Times.Add($"{time:HH:mm}");
            });
            year.Digests.Add(new SlowDigest(stored.Id, year._clocks[zone], time, year.Now));
        }

        return year;
    }

    public async Task RunAsync()
    {
        while (Now < _end)
        {
            foreach (var (name, _, happen) in _events.Where(it => _random.Next(it.OneIn) == 0))
            {
                await happen();
                Happened[name]++;
            }

            MoveTo(Instant.Max(Now, Digests.Min(digest => digest.NextAt)) + Duration.FromMilliseconds(_random.Next(15_000)));
            await TickAsync();
        }
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private void MoveTo(Instant instant) => _bot.Time.AdjustTime(instant.ToDateTimeOffset());

    private async Task TickAsync()
    {
        Ticks++;
        await _process.GetRequiredService<DigestDispatcher>().DispatchDueAsync(TestBot.Token);
        await _process.GetRequiredService<Outbox>().DrainAsync(TestBot.Token);
        Digests.ForEach(digest => digest.Tick(Now));
    }

    private async Task BeforeAsync()
    {
        MoveTo(Instant.Max(Now, Digests.Min(digest => digest.NextAt) - Duration.FromSeconds(1)));
        await TickAsync();
    }

    private async Task RestartAsync()
    {
        await _process.DisposeAsync();
        _process = _bot.Services2();
    }

    private async Task StopAsync(TimeSpan length)
    {
        MoveTo(Now + Duration.FromTimeSpan(length));
        await RestartAsync();
        await TickAsync();
    }

    private async Task JumpAsync(TimeSpan length)
    {
        MoveTo(Now + Duration.FromTimeSpan(length));
        await TickAsync();
    }

    private async Task ChangeZoneAsync()
    {
        MoveTo(Now + ((Instant.Max(Now, Digests.Min(digest => digest.NextAt)) - Now) * _random.NextDouble()));
        var (digest, zone) = (Digests[_random.Next(Digests.Count)], Zones[_random.Next(Zones.Length)]);
        await _bot.Get<DigestStore>().ChangeAsync(
            digest.Id, it => it with { Schedule = it.Schedule with { Zone = DateTimeZoneProviders.Tzdb[zone] } }, TestBot.Token);
        digest.Follow(_clocks[zone], Now);
    }

    private async Task ChangeZoneStoppedAsync()
    {
        MoveTo(Now + Duration.FromMinutes(_random.Next(120)));
        await ChangeZoneAsync();
        await RestartAsync();
    }
}
