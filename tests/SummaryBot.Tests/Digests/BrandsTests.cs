using SummaryBot.Chat;
using SummaryBot.Digests;

namespace SummaryBot.Tests.Digests;

public sealed class BrandsTests
{
    private const string Guild = "1100000000000000001";

    [Fact]
    public void What_a_digest_leaves_open_is_its_servers_and_then_the_default()
    {
        var brands = new Brands(
            new Brand("Default", new Uri("https://example.com/default.png"), 1, "default"),
            new Dictionary<string, Brand>(StringComparer.Ordinal) { [Guild] = new("Server", null, 2) });
        var digest = Read(options => (options.Guild, options.Brand.Name) = (Guild, "Own"));
        Assert.Equal(new Brand("Own", new Uri("https://example.com/default.png"), 2, "default"), brands.For(digest));
        Assert.Equal("Default", brands.For(Read(_ => { })).Name);
        Assert.Null(Brands.None.PostingOf(Read(_ => { })));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task How_a_digest_is_posted_is_kept_and_goes_with_each_edition(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        await bot.AddArticleAsync("One sentence of news.");
        var digest = await bot.AddDigestAsync(options =>
        {
            (options.Guild, options.Mention, options.Thread, options.Crosspost, options.Layout) = (Guild, "1100000000000000002", "story", true, "plain");
            (options.Brand.Name, options.Brand.Avatar, options.Brand.Color, options.Brand.Footer) = ("Own", "https://example.com/a.png", "#00ff00", "foot");
            options.Tags.Add("Economy");
        });
        var stored = (await bot.Get<DigestStore>().FindAsync(Guild, "Morning", TestBot.Token))!.Digest;
        Assert.Equal(digest.Digest.Posting with { Tags = null }, stored.Posting with { Tags = null });
        Assert.Equal(["Economy"], stored.Posting.Tags);
        Assert.Equal(Guild, stored.Guild);
        await bot.Get<DigestDispatcher>().DispatchNowAsync(digest, TestBot.Token);
        await bot.Get<Outbox>().DrainAsync(TestBot.Token);
        var sent = Assert.Single(bot.Chat.Messages).Message.Posting!;
        Assert.Equal((new Brand("Own", new Uri("https://example.com/a.png"), 0x00FF00, "foot"), "1100000000000000002", ThreadMode.Story, true), (sent.Brand, sent.MentionRole, sent.Thread, sent.Crosspost));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_server_of_a_channel_is_the_one_that_Discord_told_unless_the_digest_names_another(string kind)
    {
        await using var bot = await TestBot.StartAsync(kind);
        await bot.AddDigestAsync();
        await bot.AddDigestAsync(options => (options.Name, options.Guild) = ("Evening", "1100000000000000009"));
        var digests = bot.Get<DigestStore>();
        Assert.Null((await digests.FindAsync("", "Morning", TestBot.Token))!.Digest.Guild);
        await bot.Get<OutboxStore>().LearnGuildAsync(Guild, [new ChannelAddress(ChannelAddress.Discord, TestChat.Channel)], TestBot.Token);
        Assert.Equal(Guild, (await digests.FindAsync(Guild, "Morning", TestBot.Token))!.Digest.Guild);
        Assert.Equal("1100000000000000009", (await digests.FindAsync("1100000000000000009", "Evening", TestBot.Token))!.Digest.Guild);
    }

    [Fact]
    public void A_fault_is_named_with_its_remedy()
    {
        var options = new DigestOptions { Name = "News", Channel = "webhook:12345678901234567/short-secret", Times = { "08:00" }, Mention = "everyone", Guild = "x", Thread = "each" };
        (options.Brand.Name, options.Brand.Avatar, options.Brand.Color, options.Brand.Footer) = ("Discord News", "file:///a.png", "green", "a\nb");
        options.Tags.Add("");
        var faults = Assert.IsType<DigestReadResult.Faulty>(DigestReader.Read(options)).Faults;
        Assert.Equal(["avatar", "channel", "color", "footer", "guild", "mention", "name", "tags", "thread"], faults.Select(fault => fault.Split(' ')[0]).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(faults, fault => fault.Contains("short-secret", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://discord.com/api/webhooks/12345678901234567/abcdefghijklmnopqrst-_0123")]
    [InlineData("https://canary.discord.com/api/v10/webhooks/12345678901234567/abcdefghijklmnopqrst-_0123")]
    [InlineData("webhook:12345678901234567/abcdefghijklmnopqrst-_0123")]
    public void A_webhooks_token_is_kept_and_never_shown(string text)
    {
        var address = ChannelAddress.TryParse(text)!;
        Assert.Equal("webhook:12345678901234567", $"{address}");
        Assert.Equal(address, ChannelAddress.TryParse(address.Stored));
        Assert.Equal("webhook:12345678901234567/abcdefghijklmnopqrst-_0123", address.Stored);
    }

    private static Digest Read(Action<DigestOptions> change)
    {
        var options = new DigestOptions { Name = "News", Channel = "console", Times = { "08:00" } };
        change(options);
        return Assert.IsType<DigestReadResult.Read>(DigestReader.Read(options)).Digest;
    }
}
