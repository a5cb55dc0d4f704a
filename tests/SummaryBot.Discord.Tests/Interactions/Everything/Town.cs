using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SummaryBot.Chat;
using SummaryBot.Digests;
using SummaryBot.Discord.Gateway;
using SummaryBot.Discord.Interactions;
using SummaryBot.Operations;
using SummaryBot.Sources;
using SummaryBot.Sources.Visits;
using SummaryBot.Storage;
using SummaryBot.TestDiscord;
using SummaryBot.TestDiscord.Gateway;
using SummaryBot.Tests;
using SummaryBot.Tests.Sources;

namespace SummaryBot.Discord.Tests.Interactions.Everything;

/// <summary>A bot in two servers with news, digests and people, to which it can be set back.</summary>
internal sealed class Town : IAsyncDisposable
{
    private const string AdminId = "1100000000000000501";
    private const string ReaderId = "1100000000000000502";

    /// <summary>Of a loaded machine.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly SqliteConnection _seeded = new("Data Source=:memory:");

    private readonly PostgresCopy? _copy;

    private Town(InteractionFixture bot, TownTime time, MadeUpWeb web)
    {
        (Bot, Time, Web) = (bot, time, web);
        _copy = Database.Dialect is PostgresDialect ? new PostgresCopy(Database) : null;
        var world = bot.Server.World;
        var channels = world.Channels.Values.ToList();
        Home = new Place(channels[0].Id, world.GuildId);
        Elsewhere = new Place(channels[1].Id, channels[1].GuildId);
        Forum = world.AddChannel("1100000000000000901", ChannelTypes.Forum, "news").Id;
        Announcements = world.AddChannel("1100000000000000902", ChannelTypes.Announcement).Id;
        world.Channels["1100000000000000903"] = new Channel("1100000000000000903", "thread")
        {
            Type = ChannelTypes.PublicThread,
            GuildId = world.GuildId,
            Thread = new ChannelThread(Home.ChannelId, world.UserId, 1440),
        };
        Thread = new Place("1100000000000000903", world.GuildId);
    }

    public InteractionFixture Bot { get; }

    public TownTime Time { get; }

    public MadeUpWeb Web { get; }

    public Place Home { get; }

    /// <summary>Another server with the bot.</summary>
    public Place Elsewhere { get; }

    public Place Thread { get; }

    public string Forum { get; }

    public string Announcements { get; }

    public Person Admin => Person.Admin(AdminId, Home);

    public Person Reader => Person.Reader(ReaderId, Home);

    /// <summary>The edition that was posted, as everybody sees it.</summary>
    public JsonObject Edition => Bot.Hand.SeenBy(Bot.User)[0];

    public Database Database => Bot.Get<Database>();

    /// <summary>Where somebody is alone with the bot.</summary>
    public Place DirectMessages(string userId)
    {
        lock (Bot.Server.World.Gate)
        {
            return new Place(Bot.Server.World.DirectChannel(userId, Bot.Server.World.ApplicationId).Id, GuildId: null);
        }
    }

    /// <param name="database">Null for SQLite, which alone can be copied whenever somebody wants.</param>
    public static async Task<Town> StartAsync(bool isSeeded = true, TestDatabase? database = null)
    {
        var time = new TownTime(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        var web = new MadeUpWeb(time);
        var discord = new TestDiscordOptions { Channels = 6, SpreadsChannels = true, Gateway = new GatewayOptions { Guilds = 2 } };
        var bot = await InteractionFixture.StartAsync(services => Add(services, web), time, discord, database);
        var town = new Town(bot, time, web);
        town.Introduce();
        TownNews.Answer(web, time.GetUtcNow());
        if (isSeeded)
        {
            await TownNews.SeedAsync(town);
        }

        await bot.Get<ComponentKey>().LoadAsync(InteractionFixture.Token);
        await (town._copy?.KeepAsync() ?? town.KeepAsync(town._seeded));
        bot.TakeLog();
        return town;
    }

    /// <summary>Another process on the same database.</summary>
    public void Restart()
    {
        Bot.Restart();
        Introduce();
    }

    /// <summary>Makes the database what it was at the start.</summary>
    public Task ResetAsync() => _copy?.ResetAsync() ?? ResetAsync(_seeded);

    /// <summary>Makes the database what it was when it was kept.</summary>
    public async Task ResetAsync(SqliteConnection kept)
    {
        await using var connection = (SqliteConnection)await Database.OpenAsync(InteractionFixture.Token);
        kept.BackupDatabase(connection);
        Bot.TakeLog();
    }

    /// <summary>Copies the database.</summary>
    /// <param name="kept">Into which.</param>
    public async Task KeepAsync(SqliteConnection kept)
    {
        await kept.OpenAsync(InteractionFixture.Token);
        await using var connection = (SqliteConnection)await Database.OpenAsync(InteractionFixture.Token);
        connection.BackupDatabase(kept);
    }

    /// <summary>Asks in one moment, a minute after whatever was before, and checks what holds for all answers.</summary>
    public async Task<IReadOnlyList<Answer>> AskAsync(params IReadOnlyList<Question> questions)
    {
        Time.Advance(TimeSpan.FromMinutes(1));
        Bot.TakeLog();
        var known = Bot.Server.Log.Refusals.Count;
        var asked = questions.Select(question => (question, Json: question.Make(this))).ToList();
        await WithinAsync(Task.WhenAll(asked.Select(it => SendAsync(it.Json))), questions);
        await WithinAsync(Bot.Get<InteractionDesk>().WhenIdleAsync(), questions);
        var (log, errors) = Bot.TakeLog();
        var answers = asked.Select(it => new Answer(it.question.Who, it.Json, Bot.Hand.Outcome(it.Json), log, errors)).ToList();
        foreach (var (answer, question) in answers.Zip(questions))
        {
            Assert.True(answer.Fault(question.AsksPublicly) is null, answer.Fault(question.AsksPublicly));
        }

        var refusals = Bot.Server.Log.Refusals.Skip(known).ToList();
        Assert.True(refusals.Count == 0, $"Discord refused {string.Join("; ", refusals.Select(it => $"{it.Request}: {it.Errors.ToJsonString()}"))}\n{string.Join('\n', answers)}");
        return answers;
    }

    /// <summary>Hands an interaction over as it comes from outside, as text that was read, and waits until it is acknowledged.</summary>
    public Task SendAsync(JsonObject interaction)
    {
        var read = JsonNode.Parse(interaction.ToJsonString().Replace(Limits.LoneSurrogate, @"\ud800", StringComparison.Ordinal))!.AsObject();
        return Bot.Get<EventResponder>().HandleAsync(new GatewayEvent("INTERACTION_CREATE", read), InteractionFixture.Token);
    }

    private static async Task WithinAsync(Task work, IReadOnlyList<Question> questions)
    {
        try
        {
            await work.WaitAsync(Patience, TimeProvider.System, InteractionFixture.Token);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"It is not answered after {Patience}: {questions[0].Data.ToJsonString()}");
        }
    }

    public async Task<Answer> AskOneAsync(Question question) => (await AskAsync(question))[0];

    /// <summary>Asks what must be refused, and leave everything as it was.</summary>
    public async Task RefuseAsync(Question question)
    {
        var before = await Tables.ReadAsync(Database);
        var answer = await AskOneAsync(question);
        Assert.True(answer.IsRefused, $"It was not refused.\n{answer}");
        Assert.Empty((await Tables.ReadAsync(Database)).ChangesSince(before));
    }

    public async ValueTask DisposeAsync()
    {
        await _seeded.DisposeAsync();
        await Bot.DisposeAsync();
    }

    /// <summary>What the bot learns from its configuration and when it logs in.</summary>
    private void Introduce()
    {
        Bot.Get<BotIdentity>().ApplicationId = Bot.Server.World.ApplicationId;
        Bot.Get<DiscordOptions>().OwnerGuild = Bot.Server.World.GuildId;
    }

    /// <summary>What the host of a bot adds.</summary>
    public static IServiceCollection Add(IServiceCollection services, MadeUpWeb web) => services
        .AddSingleton(new Secrets([])).AddSingleton(Options.Create(new OutboxOptions())).AddSingleton(Options.Create(new DispatchOptions()))
        .AddSingleton(Options.Create(new SourceOptions()))
        .AddSingleton<Fetch>(web.FetchAsync)
        .AddSingleton<ExtractPage>((body, _, _, _) => Task.FromResult(MadeUpWeb.Extract(body)));
}
