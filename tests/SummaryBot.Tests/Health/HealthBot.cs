using Microsoft.Extensions.DependencyInjection;
using SummaryBot.Chat;
using SummaryBot.Commands.Shape;
using SummaryBot.Digests;
using SummaryBot.Health;
using SummaryBot.Language;
using SummaryBot.Storage;
using SummaryBot.Tests.Sources;

namespace SummaryBot.Tests.Health;

/// <summary>A bot that lives through days of made-up news, and an admin who asks for its health and presses buttons.</summary>
internal sealed class HealthBot : IAsyncDisposable
{
    public const string Guild = "111111111111111111";
    public const string Other = "222222222222222222";
    public const string Feed = "https://feeds.example/news.xml";
    public const string Site = "https://news.example/";

    private const string Syllables = "ba de fi go hu ka le mi no pu ra se ti vo zu";
    private static readonly TimeSpan Step = TimeSpan.FromHours(3);

    private readonly Dictionary<string, List<MadeUpWeb.Item>> _feeds = new(StringComparer.Ordinal);
    private int _told;

    private HealthBot(TestInspector inspector) => Inspector = inspector;

    public TestBot Bot { get; private set; } = null!;

    public TestInspector Inspector { get; }

    /// <summary>How far the database's clock is behind; null where it has none.</summary>
    public TimeSpan? DatabaseBehind { get; set; }

    /// <summary>Bytes that the database may have.</summary>
    public long? Limit { get; set; }

    /// <summary>Of a disk of 1 TB.</summary>
    public long FreeBytes { get; set; } = 900L << 30;

    public static CancellationToken Token => TestBot.Token;

    public static async Task<HealthBot> StartAsync(string kind)
    {
        var it = new HealthBot(new TestInspector());
        it.Bot = await TestBot.StartAsync(kind, services => services.AddSingleton<IChannelInspector>(it.Inspector)
            .AddSingleton<ReadDatabaseClock>(_ => Task.FromResult(it.DatabaseBehind is { } behind ? it.Bot.Time.GetUtcNow() - behind : (DateTimeOffset?)null))
            .AddSingleton<MeasureDatabase>(it.MeasureAsync));
        return it;
    }

    /// <summary>A server with a digest at 08:00 and a feed with news, as it is after its first days.</summary>
    public static async Task<HealthBot> HealthyAsync(string kind, Action<DigestOptions>? change = null)
    {
        var it = await StartAsync(kind);
        await it.SubscribeAsync(Feed);
        await it.DigestAsync("Morning", change);
        await it.LiveAsync(TimeSpan.FromDays(1));
        return it;
    }

    public async Task SubscribeAsync(string url, string guild = Guild, string? name = null)
    {
        _feeds.TryAdd(url, []);
        Publish(url);
        await Bot.SubscribeAsync(url, guild, name: name);
    }

    public Task<StoredDigest> DigestAsync(string name, Action<DigestOptions>? change = null, string guild = Guild) => Bot.AddDigestAsync(options =>
    {
        (options.Name, options.Guild) = (name, guild);
        change?.Invoke(options);
    });

    /// <summary>What a feed brings from now on; null for made-up news.</summary>
    public Func<int, string>? Tells { get; set; }

    /// <summary>Stops a feed from being written.</summary>
    public void Stop(string url) => _feeds.Remove(url);

    public void Write(string url) => _feeds.TryAdd(url, []);

    /// <summary>The chat answers so until its answers are cleared.</summary>
    public void Refuse(SendOutcome outcome)
    {
        for (var i = 0; i < 100; i++)
        {
            Bot.Chat.Answers.Enqueue(new TestChat.Answer(Takes: false, outcome));
        }
    }

    /// <summary>Lets time pass: feeds bring news three times a day, and all that the bot does of itself is done.</summary>
    public async Task LiveAsync(TimeSpan time, Func<Task>? daily = null)
    {
        for (var (end, i) = (Bot.Time.GetUtcNow() + time, 0); Bot.Time.GetUtcNow() < end; i++)
        {
            Bot.Time.Advance(Step);
            foreach (var url in i % 3 == 0 ? _feeds.Keys.ToList() : [])
            {
                Publish(url);
            }

            await Bot.VisitAsync();
            await Bot.Get<DigestDispatcher>().DispatchDueAsync(Token);
            await Bot.Get<Outbox>().DrainAsync(Token);
            await Bot.Get<HealthMemory>().NotePausesAsync(Token);
            if (daily is not null && i % 8 == 5)
            {
                await daily();
            }
        }
    }

    public Task<Reply> AskAsync(string guild = Guild, string? detail = null, string language = "en")
    {
        var spec = Bot.Get<CommandCatalog>()["health"];
        var options = detail is null ? [] : new Dictionary<string, object>(StringComparer.Ordinal) { ["detail"] = detail };
        return PumpAsync(Bot.Get<CommandRunner>().RunAsync(spec, Call(guild) with { Options = options, Words = new Words(UiLanguage.Find(language)!) }, Token));
    }

    /// <summary>Presses the button of a repair.</summary>
    public Task<Reply> PressAsync(Reply reply, Repair repair)
    {
        var button = reply.Buttons.First(it => it.Payload.StartsWith($"{repair} ", StringComparison.Ordinal));
        return UseAsync(button.Kind!, button.Payload);
    }

    public Task<Reply> UndoAsync(Reply reply) => UseAsync("undo", reply.Buttons.Single(it => it.Kind == "undo").Payload);

    public Task<Reply> UseAsync(string kind, string payload, string guild = Guild, params string[] values)
    {
        var action = Bot.Get<CommandCatalog>().Actions.Single(it => it.Kind == kind);
        return PumpAsync(Bot.Get<CommandRunner>().RunAsync(action, Call(guild), new ActionInput(payload, values, new Dictionary<string, IReadOnlyList<string>>()), Token));
    }

    /// <summary>The faults that an answer offers to repair, in their order.</summary>
    public static IReadOnlyList<FaultCode> Faults(Reply reply) =>
        [.. reply.Buttons.Where(it => it.Kind is "hfix" or "hview").Select(it => Enum.Parse<FaultCode>(it.Payload.Split(' ')[1])).Distinct()];

    public static string Text(Reply reply) => string.Join('\n', reply.Lines.Prepend(reply.Title).Append(reply.Note).OfType<ReplyText>());

    public static void AssertWell(Reply reply)
    {
        Assert.Null(reply.Error);
        Assert.Equal("All is well", reply.Title?.ToString());
        Assert.Empty(Faults(reply));
    }

    public static void AssertOnly(FaultCode fault, Reply reply)
    {
        Assert.True(Faults(reply) is [var only] && only == fault, Text(reply));
        Assert.Equal("1 thing needs attention", reply.Title?.ToString());
    }

    public Task<T> ScalarAsync<T>(string sql) => Digests.Kinds.KindNews.ScalarAsync<T>(Bot, sql);

    public ValueTask DisposeAsync() => Bot.DisposeAsync();

    private static CommandCall Call(string guild) => new(Words.English, "333333333333333333", guild) { MayManage = true };

    /// <summary>Repairs wait for nothing but the clock.</summary>
    private async Task<Reply> PumpAsync(Task<Reply> work)
    {
        while (!work.IsCompleted)
        {
            await Task.WhenAny(work, Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, Token));
            if (!work.IsCompleted)
            {
                Bot.Time.Advance(TimeSpan.FromMilliseconds(100));
            }
        }

        return await work;
    }

    private async Task<DatabaseSpace> MeasureAsync(CancellationToken cancellationToken)
    {
        await using var connection = await Bot.Get<Database>().OpenAsync(cancellationToken);
        return await Bot.Get<Database>().Dialect.MeasureAsync(connection, cancellationToken) with { Limit = Limit, Free = FreeBytes, Disk = 1L << 40 };
    }

    private void Publish(string url)
    {
        var items = _feeds[url];
        for (var i = 0; i < 2; i++)
        {
            var told = _told++;
            items.Insert(0, new MadeUpWeb.Item($"item-{told}", Tells is null ? $"{Word(told, 0)} {Word(told, 1)} {Word(told, 2)}" : "Cranes of Elmouth stand still", Bot.Time.GetUtcNow()) { Text = Tells?.Invoke(told) ?? Story(told) });
        }

        Bot.Web.Feed(url, [.. items.Take(10)]);
    }

    /// <summary>An article of words that no other has.</summary>
    private static string Story(int told) => string.Join(
        ' ', Enumerable.Range(1, 12).Select(i => $"The {Word(told, i)} {Word(told, i + 20)} of {Word(told, 0)} gave the {Word(told, i + 40)} a {Word(told, i + 60)} and {told + i} {Word(told, i + 80)}."));

    private static string Word(int told, int word)
    {
        var syllables = Syllables.Split(' ');
        var number = (uint)(((told * 131L) + word) * 2654435761L % 4294967291L);
        return string.Concat(Enumerable.Range(0, 4).Select(k => syllables[(number >> (5 * k)) % syllables.Length]));
    }
}

/// <summary>Looks into channels as the test says; all others are open, and of the server.</summary>
internal sealed class TestInspector : IChannelInspector
{
    public Dictionary<string, ChannelFinding> Findings { get; } = new(StringComparer.Ordinal);

    public string Scheme => ChannelAddress.Discord;

    public Task<ChannelFinding> LookAsync(ChannelAddress channel, CancellationToken cancellationToken) =>
        Task.FromResult(Findings.GetValueOrDefault(channel.Target) ?? new ChannelFinding.Open("news", HealthBot.Guild));
}
