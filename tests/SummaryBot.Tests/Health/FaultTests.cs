using SummaryBot.Articles;
using SummaryBot.Chat;
using SummaryBot.Commands.Shape;
using SummaryBot.Digests;
using SummaryBot.Health;
using SummaryBot.Sources.Fetching;
using SummaryBot.Storage;
using SummaryBot.Tests.Sources;

namespace SummaryBot.Tests.Health;

/// <summary>Each fault on a bot that is well but for it: it is named, alone; its button repairs it; and all is well.</summary>
public sealed class FaultTests
{
    private const string Elsewhere = "444444444444444444";

    public static TheoryData<string> Kinds => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_healthy_bot_says_so_and_what_it_looked_at(string kind)
    {
        await using var it = await HealthBot.HealthyAsync(kind);
        var reply = await it.AskAsync();
        HealthBot.AssertWell(reply);
        Assert.Contains("1 digest, 1 source", HealthBot.Text(reply), StringComparison.Ordinal);
        Assert.Contains(HealthBot.Feed, HealthBot.Text(await it.AskAsync(detail: "sources")), StringComparison.Ordinal);
        Assert.Contains("Morning: next edition", HealthBot.Text(await it.AskAsync(detail: "deliveries")), StringComparison.Ordinal);
        Assert.Contains("#news: the bot may post (Morning)", HealthBot.Text(await it.AskAsync(detail: "permissions")), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Without_permission_in_a_channel_the_missing_ones_are_named_and_what_waits_goes_out_once_they_are_there(string kind)
    {
        await using var it = await HealthBot.HealthyAsync(kind);
        it.Inspector.Findings[TestChat.Channel] = new ChannelFinding.Lacks("news", HealthBot.Guild, ["Send Messages", "Embed Links"]);
        it.Refuse(new SendOutcome.MissingPermissions(["Send Messages", "Embed Links"], "The bot may not post there."));
        await it.LiveAsync(TimeSpan.FromHours(24));
        var reply = await it.AskAsync();
        HealthBot.AssertOnly(FaultCode.NoPermission, reply);
        Assert.Contains("#news. It lacks there: Send Messages, Embed Links", HealthBot.Text(reply), StringComparison.Ordinal);

        var still = await it.PressAsync(reply, Repair.Again);
        Assert.Contains("did not help yet", HealthBot.Text(still), StringComparison.Ordinal);

        it.Bot.Chat.Answers.Clear();
        var sent = it.Bot.Chat.Messages.Count;
        it.Inspector.Findings.Clear();
        var healed = await it.PressAsync(reply, Repair.Again);
        HealthBot.AssertWell(healed);
        Assert.Equal(sent + 1, it.Bot.Chat.Messages.Count);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_channel_that_is_gone_is_replaced_and_the_editions_that_wait_go_to_the_new_one(string kind)
    {
        await using var it = await HealthBot.HealthyAsync(kind);
        it.Inspector.Findings[TestChat.Channel] = new ChannelFinding.Gone();
        it.Inspector.Findings["555555555555555555"] = new ChannelFinding.Open("theirs", HealthBot.Other);
        it.Refuse(new SendOutcome.Gone("The channel does not exist any more."));
        await it.LiveAsync(TimeSpan.FromHours(24));
        Assert.Equal(1, await it.ScalarAsync<long>("SELECT count(*) FROM deliveries WHERE state = 'blocked'"));
        var reply = await it.AskAsync();
        HealthBot.AssertOnly(FaultCode.ChannelGone, reply);

        var menu = Assert.Single((await it.PressAsync(reply, Repair.Pick)).Menus);
        Assert.Contains(ChannelType.Text, menu.ChannelTypes);
        Assert.Equal(ErrorCode.NotThatChannel, (await it.UseAsync(menu.Kind, menu.Payload, HealthBot.Guild, "555555555555555555")).Error);
        Assert.Equal(ErrorCode.FaultGone, (await it.UseAsync(menu.Kind, menu.Payload, HealthBot.Other, Elsewhere)).Error);
        it.Bot.Chat.Answers.Clear();
        var moved = await it.UseAsync(menu.Kind, menu.Payload, HealthBot.Guild, Elsewhere);
        HealthBot.AssertWell(moved);
        Assert.Contains("Messages sent there: 1", HealthBot.Text(moved), StringComparison.Ordinal);
        Assert.Equal(Elsewhere, it.Bot.Chat.Messages[^1].Channel.Target);

        await it.UndoAsync(moved);
        HealthBot.AssertOnly(FaultCode.ChannelGone, await it.AskAsync());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_feed_that_fails_for_a_day_is_read_again_or_paused(string kind)
    {
        await using var it = await HealthBot.HealthyAsync(kind);
        const string Second = "https://other.example/feed.xml";
        await it.SubscribeAsync(Second, name: "Other feed");
        await it.LiveAsync(TimeSpan.FromDays(1));
        it.Stop(Second);
        it.Bot.Web.Answer(Second, new FetchOutcome.Failed("It answered 500.", 500));
        await it.LiveAsync(TimeSpan.FromHours(12));
        HealthBot.AssertWell(await it.AskAsync()); // an outage of hours is nothing to tell
        await it.LiveAsync(TimeSpan.FromDays(2));
        var reply = await it.AskAsync();
        HealthBot.AssertOnly(FaultCode.FeedDead, reply);
        Assert.Contains("It answered 500.", HealthBot.Text(reply), StringComparison.Ordinal);
        Assert.DoesNotContain("It answered", HealthBot.Text(await it.AskAsync(language: "de")), StringComparison.Ordinal);
        Assert.Contains("Since 2026-03-", HealthBot.Text(reply), StringComparison.Ordinal);

        var still = await it.PressAsync(reply, Repair.Retry);
        Assert.Contains("did not help yet", HealthBot.Text(still), StringComparison.Ordinal);
        var paused = await it.PressAsync(still, Repair.Pause);
        HealthBot.AssertWell(paused);
        Assert.Null((await it.UndoAsync(paused)).Error);

        it.Write(Second);
        it.Bot.Web.Feed(Second, new MadeUpWeb.Item("back", "Back again", it.Bot.Time.GetUtcNow()));
        var healed = await it.PressAsync(await it.AskAsync(), Repair.Retry);
        HealthBot.AssertWell(healed);
        Assert.Contains("can be read again", HealthBot.Text(healed), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_feed_that_moved_is_read_at_the_address_that_its_site_names_and_no_other_server_is_moved(string kind)
    {
        await using var it = await HealthBot.HealthyAsync(kind);
        const string Old = "https://old.example/feed.xml", New = "https://old.example/new.xml";
        await it.SubscribeAsync(Old, name: "Mover");
        await it.SubscribeAsync(Old, HealthBot.Other, "Theirs");
        await it.LiveAsync(TimeSpan.FromDays(1));
        it.Stop(Old);
        it.Bot.Web.Answer(Old, new FetchOutcome.Gone(410));
        it.Bot.Web.Answer("https://news.example/", MadeUpWeb.Html("https://news.example/", "<p>Nothing</p>"));
        it.Bot.Web.Answer("https://old.example/", MadeUpWeb.Html("https://old.example/", $"<head><link rel=alternate type=application/rss+xml href={New}></head>"));
        it.Write(New);
        await it.LiveAsync(TimeSpan.FromDays(1));
        var reply = await it.AskAsync();
        HealthBot.AssertOnly(FaultCode.FeedMoved, reply);
        Assert.Contains(New, HealthBot.Text(reply), StringComparison.Ordinal);

        var moved = await it.PressAsync(reply, Repair.Use);
        HealthBot.AssertWell(moved);
        Assert.Equal(New, (await it.Bot.SourceAsync(New, HealthBot.Guild)).Address);
        Assert.Equal(Old, (await it.Bot.SourceAsync(Old, HealthBot.Other)).Address);
        await it.UndoAsync(moved);
        Assert.Equal("Mover", (await it.Bot.SourceAsync(Old, HealthBot.Guild)).Name);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_feed_that_brings_nothing_is_replaced_by_another_of_its_site(string kind)
    {
        await using var it = await HealthBot.HealthyAsync(kind);
        const string Empty = "https://empty.example/comments.xml", Full = "https://empty.example/news.xml";
        await it.Bot.SubscribeAsync(Empty, HealthBot.Guild, name: "Comments");
        it.Bot.Web.Feed(Empty);
        await it.LiveAsync(TimeSpan.FromDays(6));
        HealthBot.AssertWell(await it.AskAsync());
        await it.LiveAsync(TimeSpan.FromDays(2));
        var reply = await it.AskAsync();
        HealthBot.AssertOnly(FaultCode.FeedEmpty, reply);

        Assert.Contains("No other feed was found", HealthBot.Text(await it.PressAsync(reply, Repair.Look)), StringComparison.Ordinal);
        it.Bot.Web.Answer("https://empty.example/", MadeUpWeb.Html("https://empty.example/", $"<head><link rel=alternate type=application/rss+xml href={Full}></head>"));
        it.Bot.Web.Feed(Full, new MadeUpWeb.Item("one", "One thing", it.Bot.Time.GetUtcNow()));
        var found = await it.PressAsync(reply, Repair.Look);
        Assert.Contains(Full, HealthBot.Text(found), StringComparison.Ordinal);
        HealthBot.AssertWell(await it.PressAsync(found, Repair.Use));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_clock_that_is_off_is_named_until_it_is_set(string kind)
    {
        await using var it = await HealthBot.HealthyAsync(kind);
        it.DatabaseBehind = TimeSpan.FromSeconds(20);
        HealthBot.AssertWell(await it.AskAsync());
        it.DatabaseBehind = TimeSpan.FromSeconds(95);
        var reply = await it.AskAsync();
        HealthBot.AssertOnly(FaultCode.ClockSkew, reply);
        Assert.Contains("by 95 seconds", HealthBot.Text(reply), StringComparison.Ordinal);
        HealthBot.AssertOnly(FaultCode.ClockSkew, await it.PressAsync(reply, Repair.Check));
        it.DatabaseBehind = TimeSpan.Zero;
        var healed = await it.PressAsync(reply, Repair.Check);
        HealthBot.AssertWell(healed);
        Assert.Contains("Repaired: the clock", HealthBot.Text(healed), StringComparison.Ordinal);

        it.Bot.Get<ClockWatch>().Heard(it.Bot.Time.GetUtcNow().AddSeconds(40));
        HealthBot.AssertOnly(FaultCode.ClockSkew, await it.AskAsync());
        it.Bot.Time.Advance(ClockWatch.Fresh); // what was heard long ago says nothing of now
        HealthBot.AssertWell(await it.AskAsync());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_digest_that_is_quiet_all_week_is_loosened(string kind)
    {
        await using var it = await HealthBot.StartAsync(kind);
        it.Tells = Retold;
        await it.SubscribeAsync(HealthBot.Feed);
        await it.DigestAsync("Morning", options => options.Editing = new EditorialOptions { RepeatDays = 30 });
        await it.LiveAsync(TimeSpan.FromDays(6));
        HealthBot.AssertWell(await it.AskAsync());
        await it.LiveAsync(TimeSpan.FromDays(4));
        var reply = await it.AskAsync();
        HealthBot.AssertOnly(FaultCode.QuietWeek, reply);
        Assert.NotNull((await it.PressAsync(reply, Repair.Preview)).Message);

        var shown = it.Bot.Chat.Messages.Count(message => message.Message.Stories.Count > 0);
        HealthBot.AssertWell(await it.PressAsync(reply, Repair.Loosen));
        await it.LiveAsync(TimeSpan.FromDays(2));
        Assert.True(it.Bot.Chat.Messages.Count(message => message.Message.Stories.Count > 0) > shown, "Nothing came after it was loosened.");
        HealthBot.AssertWell(await it.AskAsync());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_filter_that_drops_everything_is_removed_and_comes_back_when_that_is_undone(string kind)
    {
        await using var it = await HealthBot.HealthyAsync(kind, options => options.Editing = new EditorialOptions
        {
            Filters = { new FilterOptions { Id = 1, Field = "title", Op = "has word", Value = "unheard" } },
        });
        await it.LiveAsync(TimeSpan.FromDays(1));
        var reply = await it.AskAsync();
        HealthBot.AssertOnly(FaultCode.FilterDropsAll, reply);
        Assert.Contains("Filter 1 (title has word unheard)", HealthBot.Text(reply), StringComparison.Ordinal);
        var removed = await it.PressAsync(reply, Repair.Unfilter);
        HealthBot.AssertWell(removed);
        await it.UndoAsync(removed);
        HealthBot.AssertOnly(FaultCode.FilterDropsAll, await it.AskAsync());
        HealthBot.AssertWell(await it.PressAsync(await it.AskAsync(), Repair.Keep)); // it may be meant
        await it.LiveAsync(TimeSpan.FromDays(1));
        HealthBot.AssertWell(await it.AskAsync());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Messages_that_wait_too_long_are_sent_at_once(string kind)
    {
        await using var it = await HealthBot.HealthyAsync(kind);
        it.Bot.Chat.Answers.Enqueue(new TestChat.Answer(Takes: false, new SendOutcome.AskedToWait(TimeSpan.FromHours(5), "Discord asked this route to wait.")));
        await it.LiveAsync(TimeSpan.FromHours(3)); // 10:00
        HealthBot.AssertWell(await it.AskAsync());
        it.Bot.Time.Advance(TimeSpan.FromMinutes(30));
        var reply = await it.AskAsync();
        HealthBot.AssertOnly(FaultCode.QueueBehind, reply);
        Assert.Contains("Discord asked this route to wait.", HealthBot.Text(reply), StringComparison.Ordinal);
        var sent = await it.PressAsync(reply, Repair.Send);
        HealthBot.AssertWell(sent);
        Assert.Contains("1 message was sent", HealthBot.Text(sent), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_database_that_is_nearly_full_forgets_what_is_old(string kind)
    {
        await using var it = await HealthBot.StartAsync(kind);
        var random = new Random(7);
        foreach (var i in Enumerable.Range(0, 60))
        {
#pragma warning disable CA5394 // texts that do not get smaller when packed
            var text = string.Join(' ', Enumerable.Range(0, 6000).Select(_ => random.Next(1_000_000_000).ToString("x", System.Globalization.CultureInfo.InvariantCulture)));
#pragma warning restore CA5394
            await it.Bot.Get<ArticleStore>().AddAsync(new Article($"Old {i}", "Archive", null, "en", it.Bot.Time.GetUtcNow(), $"{text}."), HealthBot.Token);
        }

        it.Bot.Time.Advance(TimeSpan.FromDays(100));
        await it.SubscribeAsync(HealthBot.Feed);
        await it.DigestAsync("Morning");
        await it.LiveAsync(TimeSpan.FromDays(1));
        HealthBot.AssertWell(await it.AskAsync());
        await using (var connection = await it.Bot.Get<Database>().OpenAsync(HealthBot.Token))
        {
            it.Limit = (long)((await it.Bot.Get<Database>().Dialect.MeasureAsync(connection, HealthBot.Token)).Used / 0.95);
        }

        var reply = await it.AskAsync();
        HealthBot.AssertOnly(FaultCode.DatabaseFull, reply);
        var forgot = await it.PressAsync(reply, Repair.Forget);
        HealthBot.AssertWell(forgot);
        Assert.Contains("60 old articles were forgotten", HealthBot.Text(forgot), StringComparison.Ordinal);

        it.FreeBytes = 100L << 20;
        HealthBot.AssertOnly(FaultCode.DatabaseFull, await it.AskAsync());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Refused_commands_and_connections_are_tried_again(string kind)
    {
        await using var it = await HealthBot.HealthyAsync(kind);
        var connection = it.Bot.Get<ChatConnection>();
        connection.Commands = new ConnectionTrouble(50001, "Missing Access", it.Bot.Time.GetUtcNow());
        connection.RegisterAgainAsync = _ =>
        {
            connection.Commands = null;
            return Task.CompletedTask;
        };
        it.Bot.Get<BotIdentity>().ApplicationId = "666666666666666666";
        var reply = await it.AskAsync();
        HealthBot.AssertOnly(FaultCode.WrongScope, reply);
        Assert.Contains(reply.Buttons, button => button.Address?.Query.Contains("applications.commands", StringComparison.Ordinal) == true);
        HealthBot.AssertWell(await it.PressAsync(reply, Repair.Register));

        connection.Gateway = new ConnectionTrouble(4014, "disallowed", it.Bot.Time.GetUtcNow());
        connection.ConnectAgainAsync = _ => Task.CompletedTask; // nobody changed anything
        reply = await it.AskAsync();
        HealthBot.AssertOnly(FaultCode.WrongScope, reply);
        Assert.Contains("(4014)", HealthBot.Text(reply), StringComparison.Ordinal);
        Assert.Contains("did not help yet", HealthBot.Text(await it.PressAsync(reply, Repair.Connect)), StringComparison.Ordinal);
        connection.ConnectAgainAsync = _ =>
        {
            connection.Gateway = null;
            return Task.CompletedTask;
        };
        HealthBot.AssertWell(await it.PressAsync(reply, Repair.Connect));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_is_paused_and_forgotten_is_resumed_or_kept(string kind)
    {
        await using var it = await HealthBot.HealthyAsync(kind);
        var digest = await it.DigestAsync("Evening", options => options.Times.Add("19:00"));
        const string Second = "https://other.example/feed.xml";
        await it.SubscribeAsync(Second, name: "Other feed");
        await it.Bot.Get<DigestBreaks>().PauseAsync(digest.Id, NodaTime.Instant.MaxValue, HealthBot.Token);
        await it.LiveAsync(TimeSpan.FromDays(13));
        HealthBot.AssertWell(await it.AskAsync());
        await it.LiveAsync(TimeSpan.FromDays(2));
        var reply = await it.AskAsync();
        HealthBot.AssertOnly(FaultCode.PausedForgotten, reply);
        var resumed = await it.PressAsync(reply, Repair.Resume);
        HealthBot.AssertWell(resumed);
        await it.UndoAsync(resumed);
        HealthBot.AssertWell(await it.PressAsync(await it.AskAsync(), Repair.Keep));
        HealthBot.AssertWell(await it.AskAsync());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Nobody_hears_of_or_repairs_what_is_wrong_with_another_server(string kind)
    {
        await using var it = await HealthBot.HealthyAsync(kind);
        const string Theirs = "https://theirs.example/feed.xml", TheirChannel = "888888888888888888";
        await it.SubscribeAsync(Theirs, HealthBot.Other, "Theirs");
        var digest = await it.DigestAsync("Their digest", options => options.Channel = TheirChannel, HealthBot.Other);
        it.Stop(Theirs);
        it.Bot.Web.Answer(Theirs, new FetchOutcome.Gone(410));
        it.Inspector.Findings[TheirChannel] = new ChannelFinding.Gone();
        await it.LiveAsync(TimeSpan.FromDays(2));
        HealthBot.AssertWell(await it.AskAsync());
        Assert.Equal([FaultCode.ChannelGone, FaultCode.FeedDead], HealthBot.Faults(await it.AskAsync(HealthBot.Other)).Order());
        var source = (await it.Bot.SourceAsync(Theirs, HealthBot.Other)).Id;
        Assert.Equal(ErrorCode.FaultGone, (await it.UseAsync("hfix", $"Pause FeedDead s{source}")).Error);
        Assert.Equal(ErrorCode.FaultGone, (await it.UseAsync("hchan", $"Pick ChannelGone c{digest.Id}", HealthBot.Guild, Elsewhere)).Error);
        Assert.Equal(0, (await it.Bot.SourceAsync(Theirs, HealthBot.Other)).Paused);
        Assert.Equal(TheirChannel, (await it.Bot.Get<DigestStore>().FindAsync(digest.Id, HealthBot.Token))!.Digest.Channel.Target);
    }

    /// <summary>One story, each time with some of its sentences.</summary>
    private static string Retold(int told) => string.Join(' ', Sentences.Where((_, i) => i < 6 || (told >> (i - 6)) % 2 == 0));

    private static readonly string[] Sentences =
    [
        "Cranes at the harbor of Elmouth stood still on Monday after lightning had struck the power station behind the customs house.",
        "Eleven freighters with grain, timber and copper anchor outside the breakwater, the harbor master Ingrid Vale told the council.",
        "Dockers played cards for oranges in the canteen while electricians from Larch looked for a transformer that would fit.",
        "The council pays for lamps along the old quay, because pilots complained of darkness during the night tide.",
        "Fishermen landed their herring at Rowanham instead, where the price of a crate fell by a third before noon.",
        "Insurers sent two inspectors, who photographed scorched cables and measured the depth of water in the cellar.",
        "Children watched the silent cranes from the wall of the fish market.",
        "A brass band that was to play for a launch went home by bus.",
        "The ferry to Hazel Island kept its timetable with a diesel generator.",
        "Bakers near the quay gave away bread that they could not store.",
        "The museum of navigation opened its doors to stranded sailors.",
        "A choir of dockers sang in the evening at the foot of the tallest crane.",
        "Gulls took over the idle conveyor belts.",
        "The lighthouse was not affected, its keeper said by radio.",
    ];
}
