using System.Net.Http.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SummaryBot.Articles;
using SummaryBot.Chat;
using SummaryBot.Digests;
using SummaryBot.Operations;
using SummaryBot.Storage;
using SummaryBot.TestDiscord;
using SummaryBot.TestDiscord.Access;

namespace SummaryBot.Discord.Tests.Posting;

/// <summary>The urgent lane from the article to Discord's own list of pings.</summary>
public sealed class UrgentPingTests
{
    private static readonly string[] Stories =
    [
        "Books of the library at Elmouth got wet on Monday after an earthquake. Librarians dry 4,100 volumes with hay.",
        "Cranes at Larch stood still after an earthquake on Sunday. Eleven freighters anchor outside.",
        "The opera of Harrow sang in a park, since an earthquake had closed its stage. Tickets cost 12 crowns.",
        "Passengers between Pinefield and Oakton ride in buses until Friday; an earthquake bent the rails.",
        "Growers in Birchley lost 90 tons of apples to an earthquake. Goats eat what rolls into the valley.",
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Five_urgent_stories_of_a_day_are_five_messages_and_three_pings()
    {
        await using var discord = await TestDiscordServer.StartAsync(new TestDiscordOptions(), Token);
        var role = new Role(discord.World.NewId(), "urgent news", 0, true);
        discord.World.Guild.Roles.Add(role);
        var folder = Directory.CreateTempSubdirectory("summarybot-urgent-").FullName;
        var dialect = new SqliteDialect(Path.Combine(folder, "test.db"));
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero));
        await using (var bot = Bot(discord, dialect, time))
        {
            await bot.GetRequiredService<Database>().MigrateAsync(Token);
            await AddDigestAsync(bot, discord.ChannelIds[0], role.Id);
            foreach (var (text, i) in Stories.Select((text, i) => (text, i)))
            {
                time.Advance(TimeSpan.FromMinutes(2));
                await bot.GetRequiredService<ArticleStore>().AddAsync(new Article($"Story {i}", "Harbor Post", null, "en", time.GetUtcNow(), text), Token);
                Assert.Equal(1, await bot.GetRequiredService<DigestDispatcher>().DispatchDueAsync(Token));
                Assert.Equal(1, await bot.GetRequiredService<Outbox>().DrainAsync(Token));
            }
        }

        Assert.Equal(5, discord.Messages(discord.ChannelIds[0]).Count);
        using var http = new HttpClient(new SocketsHttpHandler());
        Assert.Equal(Enumerable.Repeat($"<@&{role.Id}>", 3), await http.GetFromJsonAsync<string[]>(new Uri(discord.ApiBaseAddress, "/_test/pings"), Token));
        using (var connection = (SqliteConnection)dialect.Connect())
        {
            SqliteConnection.ClearPool(connection);
        }

        Directory.Delete(folder, recursive: true);
    }

    private static Task<StoredDigest?> AddDigestAsync(ServiceProvider bot, string channel, string role)
    {
        var options = new DigestOptions { Name = "Urgent", Channel = channel, Mention = role, Editing = new EditorialOptions { Kind = "urgent", Filters = { new FilterOptions { Value = "earthquake" } } } };
        return bot.GetRequiredService<DigestStore>().AddAsync(Assert.IsType<DigestReadResult.Read>(DigestReader.Read(options)).Digest, Token);
    }

    private static ServiceProvider Bot(TestDiscordServer discord, SqlDialect dialect, TimeProvider time) => new ServiceCollection()
        .AddSingleton(dialect)
        .AddSingleton(time)
        .AddSingleton(new Secrets([]))
        .AddSingleton(Options.Create(new OutboxOptions()))
        .AddSingleton(Options.Create(new DispatchOptions()))
        .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
        .AddDiscord(new DiscordOptions { Token = discord.Token, ApiBaseAddress = discord.ApiBaseAddress })
        .AddSummaryBot()
        .BuildServiceProvider();
}
