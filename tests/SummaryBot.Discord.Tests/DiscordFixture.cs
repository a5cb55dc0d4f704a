using Microsoft.Extensions.DependencyInjection;
using SummaryBot.Chat;
using SummaryBot.Discord.Rest;
using SummaryBot.Storage;
#if DISCORDNET
using SummaryBot.DiscordNet;
#endif
using SummaryBot.TestDiscord;

namespace SummaryBot.Discord.Tests;

/// <summary>TestDiscord and the bot's client of it (Discord.Net's where the build has it), in one process over real HTTP.</summary>
internal sealed class DiscordFixture : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private DiscordFixture(TestDiscordServer server, string token, TimeProvider time)
    {
        Server = server;
        _services = new ServiceCollection().AddSingleton(time)
            .AddSingleton<SqlDialect>(new SqliteDialect("unused.db")).AddSingleton<Database>().AddSingleton<BotStateStore>() // no message here names an edition, so nothing opens it
            .AddDiscord(new DiscordOptions { Token = token, ApiBaseAddress = server.ApiBaseAddress })
#if DISCORDNET
            .UseDiscordNetRest()
#endif
            .BuildServiceProvider();
    }

    public TestDiscordServer Server { get; }

    public DiscordRest Rest => _services.GetRequiredService<DiscordRest>();

    public SummaryBot.Discord.Rest.RateLimits.InvalidRequests Invalid => _services.GetRequiredService<SummaryBot.Discord.Rest.RateLimits.InvalidRequests>();

    public DiscordChat Chat => _services.GetRequiredService<DiscordChat>();

    public IChat Webhooks => _services.GetServices<IChat>().Single(chat => string.Equals(chat.Scheme, ChannelAddress.Webhook, StringComparison.Ordinal));

    public IChat Direct => _services.GetServices<IChat>().Single(chat => string.Equals(chat.Scheme, ChannelAddress.Direct, StringComparison.Ordinal));

    public string Channel => Server.ChannelIds[0];

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<DiscordFixture> StartAsync(TestDiscordOptions? options = null, string? token = null, TimeProvider? time = null)
    {
        var server = await TestDiscordServer.StartAsync(options ?? new TestDiscordOptions(), Token);
        return new DiscordFixture(server, token ?? server.Token, time ?? TimeProvider.System);
    }

    public Delivery Delivery(ChatMessage? message = null, string nonce = "nonce-1", string? channel = null) => new(
        new ChannelAddress(ChannelAddress.Discord, channel ?? Channel), message ?? Message("Morning"), nonce, 0, TimeProvider.System.GetUtcNow(), MayHaveArrived: false);

    public static ChatMessage Message(string title, MessageLayout layout = MessageLayout.Cards) => new(
        title,
        ["1 story · 1 source"],
        [new StoryBlock("Harbor opens", new Uri("https://example.com/harbor"), [new Quote("The harbor opened.", AfterGap: false), new Quote("Ships came.", AfterGap: true)], "Example News", DateTimeOffset.UnixEpoch, 2, "newest from Example News")],
        ["Sentences are quoted word for word."],
        layout);

    /// <summary>A client without limits of its own.</summary>
    public HttpClient PlainClient()
    {
        var http = new HttpClient(new SocketsHttpHandler()) { BaseAddress = Server.ApiBaseAddress };
        http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bot {Server.Token}");
        http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "DiscordBot (https://example.com, 1)");
        return http;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Server.DisposeAsync();
    }
}
