using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SummaryBot.Chat;
using SummaryBot.Digests;
using SummaryBot.Discord.Interactions;
using SummaryBot.Operations;
using SummaryBot.TestDiscord.Faults;
using SummaryBot.TestDiscord.Interactions;

namespace SummaryBot.Discord.Tests.Interactions;

/// <summary>What Discord itself does wrong, or is denied: /health names it, and its button repairs it.</summary>
public sealed class HealthTests : IAsyncLifetime
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly OffsetTime _time = new();
    private readonly Scopes _scopes = new();
    private InteractionFixture _bot = null!;

    /// <summary>The second channel; the first is where people ask.</summary>
    private string Channel => _bot.Server.ChannelIds[1];

    private static CancellationToken Token => InteractionFixture.Token;

    public async ValueTask InitializeAsync()
    {
        _bot = await InteractionFixture.StartAsync(
            services =>
            {
                services.AddSingleton(new Secrets([])).AddSingleton(Options.Create(new OutboxOptions())).AddSingleton(Options.Create(new DispatchOptions()));
                services.AddHttpClient("discord").ConfigurePrimaryHttpMessageHandler(() => _scopes);
                services.AddSingleton<Health.MeasureDatabase>(_ => Task.FromResult(new Health.DatabaseSpace(1, null, null)));
            },
            _time);
        _bot.Get<BotIdentity>().ApplicationId = _bot.Server.World.ApplicationId;
        await _bot.AddArticleAsync("Harbor news", "https://news.example/harbor");
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        _scopes.Dispose();
    }

    [Fact]
    public async Task All_is_well_and_said_in_the_language_of_the_person()
    {
        await DigestAsync();
        Assert.Contains("All is well", await AskAsync(), StringComparison.Ordinal);
        await AskAsync("tr");
        Assert.Contains("Her şey yolunda", Said(), StringComparison.Ordinal);
        Assert.Empty(_bot.Server.Log.Refusals);
    }

    [Fact]
    public async Task A_missing_permission_is_named_with_the_invitation_and_what_waits_is_sent_once_it_is_there()
    {
        var digest = await DigestAsync();
        _bot.Server.Deny(Channel, "SEND_MESSAGES");
        await SendAsync(digest);
        Assert.Empty(_bot.Server.Messages(Channel));
        var said = await AskAsync();
        Assert.Contains("1 thing needs attention", said, StringComparison.Ordinal);
        Assert.Contains("It lacks there: Send Messages", said, StringComparison.Ordinal);
        Assert.Contains("oauth2/authorize", said, StringComparison.Ordinal);
        await PressAsync("1 · Try again");
        Assert.Contains("did not help yet", Said(), StringComparison.Ordinal);
        _bot.Server.Deny(Channel);
        await PressAsync("1 · Try again");
        Assert.Contains("All is well", Said(), StringComparison.Ordinal);
        Assert.Single(_bot.Server.Messages(Channel));
    }

    [Fact]
    public async Task Another_channel_is_picked_for_one_that_is_gone()
    {
        var digest = await DigestAsync();
        var gone = Channel;
        lock (_bot.Server.World.Gate)
        {
            _bot.Server.World.Channels.Remove(gone);
        }

        await SendAsync(digest);
        Assert.Contains("channel gone", await AskAsync(), StringComparison.Ordinal);
        await PressAsync("1 · Pick other channel");
        var to = _bot.Server.ChannelIds[1];
        var menu = InteractionFixture.IdOf(_bot.Last(), "Pick a channel")!;
        var chosen = new JsonObject { ["custom_id"] = menu, ["component_type"] = 8, ["values"] = new JsonArray(to) };
        await _bot.TakeAsync(_bot.Hand.Make(HandMade.Component, chosen, Manages, source: _bot.Last()["id"]!.GetValue<string>()));
        Assert.Contains("All is well", Said(), StringComparison.Ordinal);
        Assert.Contains("Messages sent there: 1", Said(), StringComparison.Ordinal);
        Assert.Single(_bot.Server.Messages(to));
        Assert.Equal(to, (await _bot.Get<DigestStore>().FindAsync(digest.Id, Token))!.Digest.Channel.Target);
    }

    [Fact]
    public async Task A_clock_that_differs_from_Discords_is_named_until_it_is_set()
    {
        _time.Offset = TimeSpan.FromSeconds(100);
        Assert.Contains("the clock of the bot is wrong", await AskAsync(), StringComparison.Ordinal);
        Assert.Contains("1 thing needs attention", Said(), StringComparison.Ordinal);
        _time.Offset = TimeSpan.Zero;
        await PressAsync("1 · Check again");
        Assert.Contains("All is well", Said(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Messages_that_wait_because_Discord_failed_are_sent_at_once()
    {
        _time.Offset = TimeSpan.FromMinutes(-20);
        var digest = await DigestAsync();
        _bot.Server.Faults.Add(new FaultRule("POST /channels/*/messages", "503"));
        await _bot.Get<DigestDispatcher>().DispatchNowAsync(digest, Token);
        await _bot.Get<Outbox>().DrainAsync(Token);
        _time.Offset = TimeSpan.Zero;
        var said = await AskAsync();
        Assert.Contains("messages are late", said, StringComparison.Ordinal);
        Assert.Contains("1 thing needs attention", said, StringComparison.Ordinal);
        _bot.Server.Faults.Clear();
        await PressAsync("1 · Send now");
        Assert.Contains("All is well", Said(), StringComparison.Ordinal);
        Assert.Single(_bot.Server.Messages(Channel));
    }

    [Fact]
    public async Task Commands_that_are_refused_for_want_of_a_scope_are_registered_again()
    {
        _scopes.AreMissing = true;
        await _bot.Get<CommandRegistration>().EnsureAsync(_bot.Server.World.ApplicationId, Token);
        var said = await AskAsync();
        Assert.Contains("without the scope applications.commands", said, StringComparison.Ordinal);
        Assert.Contains("1 thing needs attention", said, StringComparison.Ordinal);
        await PressAsync("1 · Register again");
        Assert.Contains("did not help yet", Said(), StringComparison.Ordinal);
        _scopes.AreMissing = false;
        await PressAsync("1 · Register again");
        Assert.Contains("All is well", Said(), StringComparison.Ordinal);
        Assert.Equal(1, _bot.Server.World.Registrations);
    }

    [Fact]
    public async Task Whoever_lacks_Manage_Server_learns_nothing()
    {
        await _bot.CommandAsync("health", it => it["member"]!["permissions"] = "2048");
        Assert.DoesNotContain("well", Said(), StringComparison.Ordinal);
        Assert.Contains("Manage Server", Said(), StringComparison.Ordinal);
    }

    private static void Manages(JsonObject interaction) => interaction["member"]!["permissions"] = ((1L << 5) | (1L << 10) | (1L << 11)).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private async Task<string> AskAsync(string locale = "en-US")
    {
        await _bot.CommandAsync("health", it =>
        {
            Manages(it);
            it["locale"] = locale;
        });
        return Said();
    }

    private async Task PressAsync(string label)
    {
        var message = _bot.Last();
        await _bot.UseAsync(message, InteractionFixture.IdOf(message, label) ?? throw new InvalidOperationException($"No {label} in {Said()}"), Manages);
    }

    /// <summary>What the person sees last, without what keeps markup out.</summary>
    private string Said() => _bot.Last().ToJsonString(Readable).Replace("\\\\", "", StringComparison.Ordinal);

    private async Task<StoredDigest> DigestAsync()
    {
        var options = new DigestOptions { Name = "Morning", Channel = Channel, Guild = _bot.Server.World.GuildId, Times = { "08:00" } };
        return (await _bot.Get<DigestStore>().AddAsync(((DigestReadResult.Read)DigestReader.Read(options)).Digest, Token))!;
    }

    private async Task SendAsync(StoredDigest digest)
    {
        Assert.NotNull(await _bot.Get<DigestDispatcher>().DispatchNowAsync(digest, Token));
        await _bot.Get<Outbox>().DrainAsync(Token);
    }

    /// <summary>This machine's clock, set wrong.</summary>
    private sealed class OffsetTime : TimeProvider
    {
        public TimeSpan Offset { get; set; }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Offset;
    }

    /// <summary>Discord, which may refuse commands.</summary>
    private sealed class Scopes() : DelegatingHandler(new SocketsHttpHandler())
    {
        public bool AreMissing { get; set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => AreMissing && request.Method == HttpMethod.Put
            ? Task.FromResult(new HttpResponseMessage(HttpStatusCode.Forbidden) { Content = new StringContent("""{"message": "Missing Access", "code": 50001}""", Encoding.UTF8, "application/json") })
            : base.SendAsync(request, cancellationToken);
    }
}
