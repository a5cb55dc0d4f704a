using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using SummaryBot.Commands.Shape;
using SummaryBot.Discord.Interactions;
using SummaryBot.Language;
using SummaryBot.Settings;

namespace SummaryBot.Discord.Tests.Interactions;

/// <summary>Whatever goes wrong, people are told in their language, and nothing is left thinking.</summary>
public sealed class InteractionErrorsTests : IAsyncLifetime
{
    private readonly Behavior _behavior = new();
    private InteractionFixture _bot = null!;

    /// <summary>Discord takes no two buttons that remember the same.</summary>
    private static readonly IReadOnlyList<ReplyButton> Twins = [new("A", "again", ""), new("B", "again", "")];

    public static TheoryData<string> Languages => [.. UiLanguage.All.Select(language => language.Code)];

    public async ValueTask InitializeAsync() => _bot = await InteractionFixture.StartAsync(services => services.AddSingleton<ICommandModule>(_behavior));

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Every_refusal_is_said_in_the_language_of_the_server_else_of_the_person(string language)
    {
        var guild = _bot.Server.World.GuildId;
        await _bot.CommandAsync("gone", it => it["locale"] = language);
        Assert.Equal(Said(ErrorCode.UnknownCommand, language), Text(_bot.Last()));
        await _bot.Get<GuildSettingsStore>().WriteAsync(new GuildSettings(guild) { Language = UiLanguage.Find(language) }, InteractionFixture.Token);
        await _bot.CommandAsync("gone", it => it["locale"] = "fr");
        Assert.Equal(Said(ErrorCode.UnknownCommand, language), Text(_bot.Last()));
        await _bot.CommandAsync("try", it => it["guild_id"] = "1100000000009999999");
        Assert.Equal(Said(ErrorCode.Unreadable, language), Text(_bot.Last()));
        await _bot.CommandAsync("guarded", it => it["member"]!["permissions"] = "0");
        Assert.Equal(Said(ErrorCode.NeedsManageGuild, language), Text(_bot.Last()));
        await _bot.CommandAsync("try");
        await ClickAsync("x1");
        Assert.Equal(Said(ErrorCode.StaleButton, language), Text(_bot.Last()));
        await _bot.UseAsync(_bot.Hand.SeenBy(_bot.User)[^1], await IdAsync("again", ""), userId: "1100000000009999999");
        Assert.Equal(Said(ErrorCode.NotYours, language), Text(_bot.Last("1100000000009999999")));
        await ClickAsync(await IdAsync("ashow", ""), it => it["member"]!["permissions"] = "0");
        Assert.Equal(Said(ErrorCode.MayNotShare, language), Text(_bot.Last()));
    }

    [Theory]
    [InlineData(null, 2, ErrorCode.MayNotShare)]
    [InlineData(1, 2, ErrorCode.NobodyToShareWith)]
    [InlineData(2, 2, null)]
    public void Sharing_is_refused_with_the_reason(int? context, int permissions, ErrorCode? refusal)
    {
        var place = new InteractionPlace((InteractionContext)(context ?? 0), "1", "1", "2", 0, (ulong)permissions, 0, null);
        Assert.Equal(refusal, InteractionAccess.Share(place));
    }

    [Fact]
    public async Task A_failure_is_told_in_the_language_of_the_person()
    {
        _behavior.Answer = (_, _) => throw new InvalidOperationException("a defect");
        await _bot.CommandAsync("try", it => it["locale"] = "de");
        Assert.Contains("Hier ist etwas schiefgegangen", Shown(_bot.Last()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_discord_refuses_ends_in_a_plain_error()
    {
        _behavior.Answer = (_, _) => Task.FromResult(Reply.Say("Well.") with { Buttons = Twins });
        await _bot.CommandAsync("try", it => it["locale"] = "de");
        Assert.Contains("Discord hat die Antwort darauf nicht angenommen", Text(_bot.Last()), StringComparison.Ordinal);
        Assert.Matches(@"did not take the answer to interaction [0-9]+ \(error [0-9a-f]{8}\)", _bot.Log);
    }

    [Fact]
    public async Task What_goes_wrong_with_a_button_is_said_beside_the_message()
    {
        await _bot.CommandAsync("try");
        var before = Shown(_bot.Last());
        _behavior.Answer = (call, _) => Task.FromResult(Reply.Fail(call.Words, ErrorCode.NothingToUndo));
        await ClickAsync(await IdAsync("again", ""));
        Assert.Contains("nothing to undo", Shown(_bot.Last()), StringComparison.Ordinal);
        Assert.Equal(before, Shown(_bot.Hand.SeenBy(_bot.User)[^2]));
    }

    [Fact]
    public async Task A_later_part_that_fails_leaves_the_first_one_standing()
    {
        _behavior.Answer = (_, _) => Task.FromResult(Reply.Say("First.") with { More = [Reply.Say("Second.") with { Buttons = Twins }] });
        await _bot.CommandAsync("try");
        var seen = _bot.Hand.SeenBy(_bot.User);
        Assert.Contains("First.", Shown(seen[^2]), StringComparison.Ordinal);
        Assert.Contains("did not take the answer", Shown(seen[^1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asking_too_often_is_answered_with_the_time_to_wait()
    {
        for (var i = 0; i < 30; i++)
        {
            await _bot.CommandAsync("try");
        }

        Assert.DoesNotContain("<t:", Shown(_bot.Last()), StringComparison.Ordinal);
        await _bot.CommandAsync("try");
        Assert.Matches("Ask again <t:[0-9]+:R>", Shown(_bot.Last()));
    }

    /// <summary>Sentences for people come from the texts; those in the code are for the log. The files named are not asked yet.</summary>
    [Fact]
    public void The_edge_says_no_english_of_its_own()
    {
        var folder = Path.Combine(Root(AppContext.BaseDirectory), "src/SummaryBot.Discord/Interactions");
        var sentences = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => File.ReadLines(file).Where(line => !line.Contains("LoggerMessage", StringComparison.Ordinal) && !line.Contains("Exception(", StringComparison.Ordinal) && !line.TrimStart().StartsWith("//", StringComparison.Ordinal))
                .SelectMany(line => Regex.Matches(line, "\"(?<text>[^\"]*)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Select(match => $"{Path.GetFileName(file)}: {match.Groups["text"].Value}")));
        Assert.DoesNotContain(sentences, it => Regex.IsMatch(it, @": [A-Z][a-z]+( [a-z]+)+.*[.?!]$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)));
    }

    private static string Root(string folder) => File.Exists(Path.Combine(folder, "SummaryBot.sln")) ? folder : Root(Path.GetDirectoryName(folder)!);

    private static string Said(ErrorCode code, string language)
    {
        var reply = Reply.Fail(new Words(UiLanguage.Find(language)!), code);
        return string.Join(' ', reply.Lines);
    }

    private static string Text(JsonObject message) => message["content"]!.GetValue<string>().Replace("\\", "", StringComparison.Ordinal);

    private static string Shown(JsonObject message) => message["content"] is JsonValue content && content.GetValue<string>() is { Length: > 0 } text
        ? text : string.Join('\n', message["components"]![0]!["components"]!.AsArray().Select(it => it!["content"]?.GetValue<string>()));

    private async Task<string> IdAsync(string kind, string payload) =>
        (await _bot.Get<ComponentKey>().LoadAsync(InteractionFixture.Token)).Write(new ComponentId(kind, _bot.User, payload));

    private Task<JsonObject> ClickAsync(string customId, Action<JsonObject>? change = null) => _bot.UseAsync(_bot.Hand.SeenBy(_bot.User)[^1], customId, change);

    private sealed class Behavior : ICommandModule
    {
        public Func<CommandCall, CancellationToken, Task<Reply>> Answer { get; set; } = (_, _) => Task.FromResult(Reply.Say("Done."));

        public IEnumerable<CommandSpec> Commands =>
        [
            new("try", CommandAudience.Reader, [], (call, token) => Answer(call, token)), new("guarded", CommandAudience.Admin, [], (call, token) => Answer(call, token)),
        ];

        public IEnumerable<ActionSpec> Actions =>
        [
            new("again", ActionAnswer.Update, (call, _, token) => Answer(call, token)), new("ashow", ActionAnswer.Public, (call, _, token) => Answer(call, token)),
        ];
    }
}
