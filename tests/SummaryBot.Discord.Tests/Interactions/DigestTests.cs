using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SummaryBot.Chat;
using SummaryBot.Digests;
using SummaryBot.Discord.Interactions;
using SummaryBot.TestDiscord.Interactions;

namespace SummaryBot.Discord.Tests.Interactions;

/// <summary><c>/digest</c>, <c>/filter</c> and <c>/follow</c> in Discord.</summary>
public sealed class DigestTests
{
    private const int Text = 3;
    private const int Integer = 4;
    private const int Channel = 7;
    private const string Elsewhere = "1100000000000777777";
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task An_admin_sets_a_digest_up_sees_it_changes_deletes_it_and_has_it_back_after_a_restart()
    {
        await using var bot = await InteractionFixture.StartAsync();
        await bot.AddArticleAsync("Harbor opens", "https://example.com/harbor");
        var channel = bot.Server.ChannelIds[0];
        await CreateAsync(bot, channel);
        Assert.Contains($"Set up \\\"Morning\\\" for <#{channel}>; next due <t:", Last(bot), StringComparison.Ordinal);
        var stored = (await bot.Get<DigestStore>().FindAsync(bot.Server.World.GuildId, "Morning", InteractionFixture.Token))!;
        Assert.Equal(("Asia/Baku", bot.Server.World.GuildId), (stored.Digest.Schedule.Zone.Id, stored.Digest.Guild));

        await RunAsync(bot, "digest preview", ("name", Text, "Morning"));
        Assert.Contains(bot.Hand.SeenBy(bot.User), message => message.ToJsonString(Plain).Contains("harbor", StringComparison.Ordinal)); // the real message, and then what is said of it
        Assert.Contains("Nothing was posted", Last(bot), StringComparison.Ordinal);

        await RunAsync(bot, "digest edit", ("name", Text, "Morning"), ("max_stories", Integer, 3L));
        await RunAsync(bot, "filter add", ("digest", Text, "Morning"), ("value", Text, "*harbor* <@1>"));
        Assert.Contains(@"\\*harbor\\* \\<\\@1\\>", Last(bot), StringComparison.Ordinal);
        await RunAsync(bot, "digest delete", ("name", Text, "Morning"));
        bot.Restart();
        await bot.UseAsync(bot.Last(), InteractionFixture.IdOf(bot.Last(), "Undo (10 min)")!);
        var again = (await bot.Get<DigestStore>().FindAsync(bot.Server.World.GuildId, "Morning", InteractionFixture.Token))!;
        Assert.Equal((stored.Id, 3, 1), (again.Id, again.Digest.MaxStories, again.Digest.Editing.Filters.Count));
        Assert.Empty(bot.Hand.SeenBy("1100000000009999999")); // nobody else sees any of it
        Assert.Empty(bot.Server.Log.Refusals);
    }

    [Fact]
    public async Task Another_servers_digest_is_not_there_and_whoever_may_not_manage_the_server_is_refused()
    {
        await using var bot = await InteractionFixture.StartAsync();
        await CreateAsync(bot, bot.Server.ChannelIds[0]);
        await RunAsync(bot, "digest show", InOtherServer, ("name", Text, "Morning"));
        Assert.Contains("There is no digest “Morning” here", Last(bot), StringComparison.Ordinal);
        await RunAsync(bot, "digest list", InOtherServer);
        Assert.DoesNotContain("Morning", Last(bot), StringComparison.Ordinal);
        var typed = await TypeAsync(bot, "digest show", "name", "mor", InOtherServer);
        Assert.Empty(typed);
        Assert.Equal(["Morning"], await TypeAsync(bot, "digest show", "name", "mor"));

        await RunAsync(bot, "digest delete", it => it["member"]!["permissions"] = "0", ("name", Text, "Morning"));
        Assert.NotNull(await bot.Get<DigestStore>().FindAsync(bot.Server.World.GuildId, "Morning", InteractionFixture.Token));
        Assert.Empty(bot.Server.Log.Refusals);
    }

    [Fact]
    public async Task A_channel_that_the_bot_may_not_post_in_is_refused_with_what_is_missing_and_the_invitation_that_gives_it()
    {
        var inspector = new Inspector();
        await using var bot = await InteractionFixture.StartAsync(services => services.RemoveAll<IChannelInspector>().AddSingleton<IChannelInspector>(inspector));
        bot.Get<BotIdentity>().ApplicationId = "1100000000000000007";
        (string, ChannelFinding)[] findings =
        [
            ("Send Messages, Embed Links", new ChannelFinding.Lacks("news", bot.Server.World.GuildId, ["Send Messages", "Embed Links"])),
            ("does not see", new ChannelFinding.Gone()),
            ("does not see", new ChannelFinding.Open("news", Elsewhere)),
            ("takes no digests", new ChannelFinding.WrongKind("voice")),
        ];
        foreach (var (said, finding) in findings)
        {
            inspector.Finding = finding;
            await CreateAsync(bot, bot.Server.ChannelIds[0]);
            Assert.Contains(said, Last(bot), StringComparison.Ordinal);
            Assert.Equal(finding is ChannelFinding.Lacks, Last(bot).Contains("client_id=1100000000000000007", StringComparison.Ordinal));
            Assert.Empty(await bot.Get<DigestStore>().ListAsync(InteractionFixture.Token));
        }

        inspector.Finding = new ChannelFinding.Open("news", bot.Server.World.GuildId);
        await CreateAsync(bot, bot.Server.ChannelIds[0]);
        Assert.Single(await bot.Get<DigestStore>().ListAsync(InteractionFixture.Token));
        Assert.Empty(bot.Server.Log.Refusals);
    }

    [Fact]
    public async Task What_went_out_already_is_asked_about_with_a_button()
    {
        await using var bot = await InteractionFixture.StartAsync();
        await CreateAsync(bot, bot.Server.ChannelIds[0]);
        await RunAsync(bot, "digest pause", ("name", Text, "Morning"));
        await bot.AddArticleAsync("Harbor opens", "https://example.com/harbor");
        await RunAsync(bot, "digest send-now", ("name", Text, "Morning"));
        Assert.Contains("Post an edition all the same?", Last(bot), StringComparison.Ordinal);
        await bot.UseAsync(bot.Last(), InteractionFixture.IdOf(bot.Last(), "Post it")!);
        Assert.Contains("is on its way to <#", Last(bot), StringComparison.Ordinal);
        Assert.Empty(bot.Server.Log.Refusals);
    }

    [Fact]
    public async Task A_reader_without_any_right_follows_and_undoes_it()
    {
        await using var bot = await InteractionFixture.StartAsync();
        static void Reader(JsonObject it) => it["member"]!["permissions"] = "0";
        await RunAsync(bot, "follow add", Reader, ("topic", Text, "ships"), ("timezone", Text, "Europe/London"));
        Assert.Contains("You follow \\\"ships\\\"", Last(bot), StringComparison.Ordinal);
        await bot.UseAsync(bot.Last(), InteractionFixture.IdOf(bot.Last(), "Undo (10 min)")!, Reader);
        Assert.Contains("Undone", Last(bot), StringComparison.Ordinal);
        Assert.Empty(await bot.Get<DigestStore>().ListAsync(InteractionFixture.Token));
        Assert.Contains("Europe/London", await TypeAsync(bot, "follow add", "timezone", "lond", Reader));
        Assert.Empty(bot.Server.Log.Refusals);
    }

    [Fact]
    public async Task The_commands_are_registered_within_Discords_limits()
    {
        await using var bot = await InteractionFixture.StartAsync();
        await bot.Get<CommandRegistration>().EnsureAsync(bot.Server.World.ApplicationId, InteractionFixture.Token);
        Assert.Empty(bot.Server.Log.Refusals);
        Assert.Superset(new HashSet<string> { "digest", "filter", "follow" }, bot.Server.World.Commands.Select(it => it!["name"]!.GetValue<string>()).ToHashSet());
    }

    private static Task<JsonObject> CreateAsync(InteractionFixture bot, string channel) => RunAsync(
        bot, "digest create", ("name", Text, "Morning"), ("channel", Channel, channel), ("time", Text, "08:00"), ("timezone", Text, "Asia/Baku"), ("days", Text, "weekdays"));

    private static void InOtherServer(JsonObject interaction)
    {
        (interaction["guild_id"], interaction["authorizing_integration_owners"]) = (Elsewhere, new JsonObject { ["0"] = Elsewhere });
        interaction["guild"]!["id"] = Elsewhere;
        interaction["channel"]!["guild_id"] = Elsewhere;
    }

    private static Task<JsonObject> RunAsync(InteractionFixture bot, string path, params (string Name, int Type, JsonNode Value)[] options) => RunAsync(bot, path, _ => { }, options);

    private static Task<JsonObject> RunAsync(InteractionFixture bot, string path, Action<JsonObject> change, params (string Name, int Type, JsonNode Value)[] options) =>
        bot.TakeAsync(bot.Hand.Make(HandMade.Command, Data(path, [.. options.Select(option => new JsonObject { ["name"] = option.Name, ["type"] = option.Type, ["value"] = option.Value })]), change));

    private static async Task<IReadOnlyList<string>> TypeAsync(InteractionFixture bot, string path, string option, string typed, Action<JsonObject>? change = null)
    {
        var interaction = await bot.TakeAsync(bot.Hand.Make(
            HandMade.Autocomplete, Data(path, [new JsonObject { ["name"] = option, ["type"] = Text, ["value"] = typed, ["focused"] = true }]), change));
        Assert.True(bot.Hand.Choices(interaction) is not null, bot.Log);
        return [.. bot.Hand.Choices(interaction)!.Select(it => it!["value"]!.GetValue<string>())];
    }

    private static JsonObject Data(string path, JsonArray options)
    {
        var names = path.Split(' ');
        var data = new JsonObject
        {
            ["id"] = "1",
            ["name"] = names[0],
            ["type"] = 1,
            ["options"] = new JsonArray(new JsonObject { ["name"] = names[1], ["type"] = 1, ["options"] = options }),
        };
        if (options.FirstOrDefault(it => it!["type"]!.GetValue<int>() == Channel) is { } channel)
        {
            var id = channel["value"]!.GetValue<string>();
            data["resolved"] = new JsonObject { ["channels"] = new JsonObject { [id] = new JsonObject { ["id"] = id, ["name"] = "news", ["type"] = 0, ["permissions"] = "0" } } };
        }

        return data;
    }

    private static string Last(InteractionFixture bot) => bot.Last().ToJsonString(Plain);

    private sealed class Inspector : IChannelInspector
    {
        public string Scheme => ChannelAddress.Discord;

        public ChannelFinding Finding { get; set; } = new ChannelFinding.Gone();

        public Task<ChannelFinding> LookAsync(ChannelAddress channel, CancellationToken cancellationToken) => Task.FromResult(Finding);
    }
}
