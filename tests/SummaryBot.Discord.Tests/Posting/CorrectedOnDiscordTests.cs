using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SummaryBot.Articles;
using SummaryBot.Chat;
using SummaryBot.Digests;
using SummaryBot.Digests.Corrections;
using SummaryBot.Operations;
using SummaryBot.Sources;
using SummaryBot.Storage;
using SummaryBot.TestDiscord;

namespace SummaryBot.Discord.Tests.Posting;

/// <summary>From a changed article to the edited message in Discord.</summary>
public sealed class CorrectedOnDiscordTests : IAsyncDisposable
{
    private const string News =
        "The harbor of Elmouth opened its second terminal on Monday. The terminal cost 210 million and took four years to build. "
        + "Ships had waited for up to three days in January. The mayor of Elmouth thanked the workers of the terminal. A band played at the opening.";

    private readonly string _folder = Directory.CreateTempSubdirectory("summarybot-test-").FullName;
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero));
    private readonly TestDiscordServer _discord;
    private readonly ServiceProvider _services;

    public CorrectedOnDiscordTests()
    {
        _discord = TestDiscordServer.StartAsync(new TestDiscordOptions { OldEditsPerHour = 1, Time = _time }, DiscordFixture.Token).GetAwaiter().GetResult();
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(_time)
            .AddSingleton<SqlDialect>(new SqliteDialect(Path.Combine(_folder, "test.db")))
            .AddSingleton(new Secrets([]))
            .AddSingleton(Options.Create(new OutboxOptions())).AddSingleton(Options.Create(new DispatchOptions())).AddSingleton(Options.Create(new SourceOptions()))
            .AddSummaryBot()
            .AddDiscord(new DiscordOptions { Token = _discord.Token, ApiBaseAddress = _discord.ApiBaseAddress })
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .BuildServiceProvider();
    }

    [Fact]
    public async Task A_changed_and_a_withdrawn_article_edit_the_message_after_a_day_and_over_the_limit_too()
    {
        await SendAsync();
        Assert.Contains("210 million", Shown(), StringComparison.Ordinal);
        _time.Advance(TimeSpan.FromMinutes(10));
        await ChangeAsync("210", "220");
        Assert.Equal(1, await CorrectAsync());
        Assert.Contains("220 million", Shown(), StringComparison.Ordinal);
        Assert.Contains("corrected 08:10: story 1", Shown(), StringComparison.Ordinal);

        _time.Advance(TimeSpan.FromHours(25));
        await ChangeAsync("220", "230");
        Assert.Equal(1, await CorrectAsync());
        Assert.Contains("corrected 09:10: story 1 (2 March)", Shown(), StringComparison.Ordinal);
        await ExecuteAsync($"UPDATE articles SET gone_at = {_time.GetUtcNow().AddMinutes(1).ToUnixTimeMilliseconds()}");
        _time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(0, await CorrectAsync()); // the second edit of an old message within the hour
        Assert.Contains("230 million", Shown(), StringComparison.Ordinal);
        var listed = Assert.Single(await _services.GetRequiredService<OutboxStore>().ListAsync(10, DiscordFixture.Token));
        Assert.True(listed.IsToBeChanged);
        Assert.NotNull(listed.ChangeReason);
        _time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, await CorrectAsync());
        Assert.Contains("~~Harbor opens~~", Shown(), StringComparison.Ordinal);
        Assert.Contains("withdrawn by its publisher", Shown(), StringComparison.Ordinal);
        Assert.DoesNotContain("million", Shown(), StringComparison.Ordinal);
        Assert.DoesNotContain("example.com", Shown(), StringComparison.Ordinal);
        Assert.Empty(_discord.World.Pings);
    }

    [Fact]
    public async Task A_lost_permission_is_listed_and_a_deleted_message_is_not_posted_again()
    {
        await SendAsync();
        await ChangeAsync("210", "220");
        _discord.Deny(_discord.ChannelIds[0], "VIEW_CHANNEL");
        Assert.Equal(0, await CorrectAsync());
        Assert.Contains("View Channel", Assert.Single(await _services.GetRequiredService<OutboxStore>().ListAsync(10, DiscordFixture.Token)).ChangeReason, StringComparison.Ordinal);
        _discord.Deny(_discord.ChannelIds[0]);
        _time.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal(1, await CorrectAsync());
        Assert.Contains("220 million", Shown(), StringComparison.Ordinal);

        _discord.World.Channels[_discord.ChannelIds[0]].Messages.ToList().ForEach(message => message.IsDeleted = true);
        await ChangeAsync("220", "230");
        Assert.Equal(1, await CorrectAsync());
        Assert.Equal(0, await _services.GetRequiredService<Outbox>().DrainAsync(DiscordFixture.Token));
        Assert.Empty(_discord.Messages(_discord.ChannelIds[0]));
        var listed = Assert.Single(await _services.GetRequiredService<OutboxStore>().ListAsync(10, DiscordFixture.Token));
        Assert.Equal(("It was deleted in its channel, and is not posted again.", false), (listed.Reason, listed.IsToBeChanged));
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _discord.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private string Shown() =>
        Assert.Single(_discord.Messages(_discord.ChannelIds[0]))["components"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }).Replace("\\", "", StringComparison.Ordinal);

    private async Task SendAsync()
    {
        await _services.GetRequiredService<Database>().MigrateAsync(DiscordFixture.Token);
        var article = new Article("Harbor opens", "Harbor Post", new Uri("https://example.com/harbor"), "en", _time.GetUtcNow().AddHours(-1), News);
        await _services.GetRequiredService<ArticleStore>().AddAsync(article, DiscordFixture.Token);
        var options = new DigestOptions { Name = "Morning", Channel = _discord.ChannelIds[0], Zone = "UTC", Times = { "08:00" }, Length = "long" };
        var digest = await _services.GetRequiredService<DigestStore>().AddAsync(Assert.IsType<DigestReadResult.Read>(DigestReader.Read(options)).Digest, DiscordFixture.Token);
        Assert.NotNull(await _services.GetRequiredService<DigestDispatcher>().DispatchNowAsync(digest!, DiscordFixture.Token));
        Assert.Equal(1, await _services.GetRequiredService<Outbox>().DrainAsync(DiscordFixture.Token));
    }

    private async Task ChangeAsync(string before, string after)
    {
        await ExecuteAsync("INSERT INTO article_versions (article_id, version, text, seen_at) SELECT id, version, text, first_seen_at FROM articles");
        await ExecuteAsync($"UPDATE articles SET version = version + 1, text = replace(text, '{before}', '{after}'), changed_at = {_time.GetUtcNow().ToUnixTimeMilliseconds()}");
    }

    private async Task<int> CorrectAsync()
    {
        await _services.GetRequiredService<Corrector>().CheckAsync(DiscordFixture.Token);
        return await _services.GetRequiredService<ChangeOutbox>().DrainAsync(DiscordFixture.Token);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = await _services.GetRequiredService<Database>().OpenAsync(DiscordFixture.Token);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // of numbers alone
        command.CommandText = sql;
#pragma warning restore CA2100
        Assert.Equal(1, await command.ExecuteNonQueryAsync(DiscordFixture.Token));
    }
}
