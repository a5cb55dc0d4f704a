using System.Globalization;
using Dapper;
using SummaryBot.Articles;
using SummaryBot.Chat;
using SummaryBot.Commands.Shape;
using SummaryBot.Digests;
using SummaryBot.Language;
using SummaryBot.Storage;

namespace SummaryBot.Tests.Commands.News;

/// <summary>Two servers and the operator, each with a source of its own, and people who ask.</summary>
internal sealed class NewsWorld : IAsyncDisposable
{
    public const string Harbor = "100000000000000007";
    public const string Valley = "100000000000000008";
    public const string Reader = "1100000000000000031";

    private NewsWorld(TestBot bot) => Bot = bot;

    public TestBot Bot { get; }

    public static async Task<NewsWorld> StartAsync(string kind)
    {
        var world = new NewsWorld(await TestBot.StartAsync(kind));
        var sources = new[] { ("", "Everybody"), (Harbor, "Harbor Post"), (Valley, "Valley Courier") };
        foreach (var ((guild, name), id) in sources.Select((it, i) => (it, i + 1)))
        {
            await world.ExecuteAsync(
                """
                INSERT INTO sources (kind, url, host, added_at, next_visit_at, interval_seconds, leased_until, failures) VALUES ('feed', @url, 'example.com', 0, 0, 900, 0, 0);
                INSERT INTO subscriptions (guild, source_id, name, backfill, paused, added_at, news_from) SELECT @guild, id, @name, 'none', 0, 0, 0 FROM sources WHERE url = @url
                """,
                new { guild, name, url = $"https://example.com/feed{id}?key=secret" });
        }

        return world;
    }

    public ValueTask DisposeAsync() => Bot.DisposeAsync();

    /// <param name="source">1 is the operator's, 2 of the harbor, 3 of the valley.</param>
    public async Task<string> AddAsync(long source, string headline, string? text = null, TimeSpan age = default)
    {
        var names = new[] { "", "Everybody", "Harbor Post", "Valley Courier" };
        var body = text ?? $"{headline} is told here. {Tests.Digests.Kinds.KindNews.Story(headline[0] % 9, headline)}";
        var article = new Article(headline, names[source], new Uri($"https://example.com/{ArticleId.Of(headline)}"), "en", Bot.Time.GetUtcNow() - age, body);
        await Bot.Get<ArticleIntake>().TakeAsync([new IncomingArticle(source, headline, article)], TestBot.Token);
        return (await Bot.Get<ArticleStore>().AtAsync([article.Url!], TestBot.Token))[0].Article.Id;
    }

    /// <summary>A digest of a server that has just sent an edition.</summary>
    public async Task<StoredDigest> PostAsync(string guild, string name, string channel)
    {
        var digest = await Bot.AddDigestAsync(options => (options.Name, options.Guild, options.Channel, options.Mention) = (name, guild, channel, channel.Contains(':', StringComparison.Ordinal) ? "" : "777777777777777777"));
        Assert.NotNull(await Bot.Get<DigestDispatcher>().DispatchNowAsync(digest, TestBot.Token));
        await Bot.Get<Outbox>().DrainAsync(TestBot.Token);
        return digest;
    }

    public static CommandCall Call(string guild, params (string Name, object Value)[] options) => new(Words.English, Reader, guild)
    {
        Channel = "123456789012345678",
        Options = options.ToDictionary(it => it.Name, it => it.Value),
    };

    public Task<Reply> AskAsync(string command, CommandCall call) =>
        Bot.Get<CommandRunner>().RunAsync(Bot.Get<CommandCatalog>()[$"news {command}"], call, TestBot.Token);

    public Task<Reply> AskAsync(string command, string guild, params (string Name, object Value)[] options) => AskAsync(command, Call(guild, options));

    public async Task<IReadOnlyList<Choice>> SuggestAsync(string command, string option, string typed, CommandCall call) =>
        await Bot.Get<CommandCatalog>()[$"news {command}"].SuggestAsync!(call, new TypedOption(option, typed), TestBot.Token);

    /// <summary>Presses a button, or chooses in a menu.</summary>
    public Task<Reply> ActAsync(string kind, string payload, CommandCall call, params string[] values) => Bot.Get<CommandRunner>().RunAsync(
        Bot.Get<CommandCatalog>().Actions.Single(it => it.Kind == kind), call, new ActionInput(payload, values, new Dictionary<string, IReadOnlyList<string>>()), TestBot.Token);

    public async Task ExecuteAsync(string sql, object? values = null)
    {
        await using var connection = await Bot.Get<Database>().OpenAsync(TestBot.Token);
        await connection.ExecuteAsync(sql, values);
    }

    /// <summary>The lines of an answer that is no error.</summary>
    public static List<string> Lines(Reply reply)
    {
        Assert.True(reply.Error is null, string.Create(CultureInfo.InvariantCulture, $"{reply.Error}"));
        return [.. reply.Lines.Select(line => line.ToString())];
    }
}
