using Microsoft.Extensions.DependencyInjection;
using SummaryBot.Chat;
using SummaryBot.Discord;
#if DISCORDNET
using SummaryBot.DiscordNet;
#endif
using SummaryBot.Host.ConsoleChat;
using SummaryBot.Storage;
using SummaryBot.TestDiscord;

namespace SummaryBot.EndToEnd.Tests;

/// <summary>What every chat promises the outbox; built with -p:DiscordClient=DiscordNet, also on its clients.</summary>
public sealed class ChatContractTests : IAsyncLifetime
{
    private static readonly ChatMessage Message = new("Morning · 26 November", ["No news since yesterday."], [], [], MessageLayout.Cards);

    private readonly string _file = Path.Combine(Directory.CreateTempSubdirectory("summarybot-test-").FullName, "out.jsonl");
    private TestDiscordServer _discord = null!;
    private ServiceProvider _services = null!;

    public static TheoryData<string> Schemes => [ChannelAddress.Console, ChannelAddress.File, ChannelAddress.Discord];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _discord = await TestDiscordServer.StartAsync(new TestDiscordOptions(), Token);
        _services = new ServiceCollection().AddSingleton(TimeProvider.System).AddSingleton<IChat, TerminalChat>().AddSingleton<IChat, FileChat>()
            .AddSingleton<SqlDialect>(new SqliteDialect("unused.db")).AddSingleton<Database>().AddSingleton<BotStateStore>() // the message names no edition, so nothing opens it
            .AddDiscord(new DiscordOptions { Token = _discord.Token, ApiBaseAddress = _discord.ApiBaseAddress })
#if DISCORDNET
            .UseDiscordNetRest()
#endif
            .BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _discord.DisposeAsync();
        Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public async Task A_message_is_sent_and_named(string scheme)
    {
        var sent = Assert.IsType<SendOutcome.Sent>(await Chat(scheme).SendAsync(Delivery(scheme), Token));
        Assert.NotEmpty(sent.MessageId);
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public async Task What_was_never_sent_is_not_found_and_what_was_is_where_the_chat_can_be_read(string scheme)
    {
        Assert.IsType<FindOutcome.Missing>(await Chat(scheme).FindAsync(Delivery(scheme), Token));
        var sent = Assert.IsType<SendOutcome.Sent>(await Chat(scheme).SendAsync(Delivery(scheme), Token));
        var found = await Chat(scheme).FindAsync(Delivery(scheme), Token);
        Assert.Equal(scheme == ChannelAddress.Console ? new FindOutcome.Missing() : new FindOutcome.Found(sent.MessageId), found);
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public async Task A_sent_message_is_changed_and_taken_back_any_number_of_times(string scheme)
    {
        var outcome = Assert.IsType<SendOutcome.Sent>(await Chat(scheme).SendAsync(Delivery(scheme), Token));
        var sent = new SentMessage(Address(scheme), outcome.MessageId);
        for (var i = 0; i < 2; i++)
        {
            Assert.IsType<ChangeOutcome.Done>(await Chat(scheme).EditAsync(sent, Message with { Title = "Corrected" }, Token));
        }

        for (var i = 0; i < 2; i++)
        {
            var deleted = await Chat(scheme).DeleteAsync(sent, Token);
            Assert.Equal(scheme == ChannelAddress.Console, deleted is ChangeOutcome.Refused);
            Assert.Equal(scheme != ChannelAddress.Console, deleted is ChangeOutcome.Done);
        }
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public async Task A_place_that_does_not_exist_is_refused_with_a_reason_and_throws_nothing(string scheme)
    {
        var nowhere = scheme switch
        {
            ChannelAddress.File => new ChannelAddress(scheme, Path.Combine(Path.GetDirectoryName(_file)!, "no", "such", "folder.jsonl")),
            ChannelAddress.Discord => new ChannelAddress(scheme, "100000000000000000"),
            _ => Address(scheme),
        };
        var outcome = await Chat(scheme).SendAsync(Delivery(scheme) with { Channel = nowhere }, Token);
        var reason = (outcome as SendOutcome.Refused)?.Reason ?? (outcome as SendOutcome.Blocked)?.Reason;
        Assert.Equal(scheme == ChannelAddress.Console, reason is null);
    }

    private IChat Chat(string scheme) => _services.GetServices<IChat>().Single(chat => chat.Scheme == scheme);

    private ChannelAddress Address(string scheme) => new(scheme, scheme switch
    {
        ChannelAddress.File => _file,
        ChannelAddress.Discord => _discord.ChannelIds[0],
        _ => "",
    });

    private Delivery Delivery(string scheme) => new(
        Address(scheme), Message, "nonce-1", Attempts: 0, TimeProvider.System.GetUtcNow(), MayHaveArrived: false);
}
