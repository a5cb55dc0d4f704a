using CsCheck;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SummaryBot.Commands.Shape;
using SummaryBot.Language;

namespace SummaryBot.Tests.Commands.Shape;

/// <summary>What every command gets from the runner: rights, limits, cooldowns, an answer whatever happens.</summary>
public sealed class CommandRunnerTests
{
    private static readonly ActionInput Nothing = new("", [], new Dictionary<string, IReadOnlyList<string>>());

    private readonly FakeTimeProvider _time = new(TestBot.Start);
    private readonly ListLogger _log = new();
    private readonly CommandRunner _runner;

    public CommandRunnerTests() => _runner = new CommandRunner(_time, _log);

    [Fact]
    public async Task The_eleventh_use_in_a_minute_waits_for_as_long_as_it_says()
    {
        var spec = Spec() with { Cooldown = new Cooldown(10, 100, TimeSpan.FromMinutes(1)) };
        for (var i = 0; i < 10; i++)
        {
            Assert.Null((await AskAsync(spec, "1")).Error);
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        var refused = await AskAsync(spec, "1");
        Assert.Equal(ErrorCode.Cooldown, refused.Error);
        Assert.Equal(TestBot.Start + TimeSpan.FromMinutes(1), TimeIn(refused));
        Assert.Null((await AskAsync(spec, "2")).Error);
        _time.Advance(TimeSpan.FromSeconds(49));
        Assert.Equal(ErrorCode.Cooldown, (await AskAsync(spec, "1")).Error); // a refusal does not count as a use, and does not shorten the wait
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null((await AskAsync(spec, "1")).Error);
        Assert.Equal(ErrorCode.Cooldown, (await AskAsync(spec, "1")).Error);
    }

    [Fact]
    public async Task People_of_one_server_share_what_it_may()
    {
        var spec = Spec() with { Cooldown = new Cooldown(10, 3, TimeSpan.FromMinutes(1)) };
        for (var i = 0; i < 3; i++)
        {
            Assert.Null((await AskAsync(spec, $"{i}")).Error);
        }

        Assert.Equal(ErrorCode.Cooldown, (await AskAsync(spec, "9")).Error);
        Assert.Null((await _runner.RunAsync(spec, Call("9") with { Guild = "2" }, TestBot.Token)).Error);
        Assert.Null((await _runner.RunAsync(spec, Call("9") with { Guild = "" }, TestBot.Token)).Error);
    }

    [Fact]
    public async Task All_commands_and_buttons_together_are_counted_too_but_not_the_operators()
    {
        var action = new ActionSpec("x", ActionAnswer.Update, (_, _, _) => Task.FromResult(new Reply()));
        for (var i = 0; i < 15; i++)
        {
            Assert.Null((await AskAsync(Spec($"one{i}"), "1")).Error);
            Assert.Null((await _runner.RunAsync(action, Call("1"), Nothing, TestBot.Token)).Error);
        }

        Assert.Equal(ErrorCode.Cooldown, (await AskAsync(Spec("other"), "1")).Error);
        Assert.Equal(ErrorCode.Cooldown, (await _runner.RunAsync(action, Call("1"), Nothing, TestBot.Token)).Error);
        Assert.Equal(ErrorCode.Cooldown, (await _runner.OpenAsync(Spec() with { OpenAsync = (_, _) => throw new InvalidOperationException() }, Call("1"), TestBot.Token)).Refusal!.Error);
        Assert.Null((await _runner.RunAsync(Spec(), Call("1") with { IsOperator = true }, TestBot.Token)).Error);
    }

    [Fact]
    public async Task What_a_cooldown_does_not_apply_to_is_not_counted_by_it()
    {
        var spec = Spec() with { Cooldown = new Cooldown(1, 1, TimeSpan.FromMinutes(1), call => call.Text("text") == "url") };
        Assert.Null((await _runner.RunAsync(spec, With("text", "id"), TestBot.Token)).Error);
        Assert.Null((await _runner.RunAsync(spec, With("text", "url"), TestBot.Token)).Error);
        Assert.Null((await _runner.RunAsync(spec, With("text", "id"), TestBot.Token)).Error);
        Assert.Equal(ErrorCode.Cooldown, (await _runner.RunAsync(spec, With("text", "url"), TestBot.Token)).Error);
    }

    /// <summary>Against a list of all uses.</summary>
    [Fact]
    public void Windows_slide_as_a_list_of_all_uses_says() => Gen.Select(Gen.Int[0, 2], Gen.Int[0, 30]).Array[1, 200].Sample(steps =>
    {
        var time = new FakeTimeProvider(TestBot.Start);
        var (windows, uses) = (new CooldownWindows(time), new List<(int Who, DateTimeOffset At)>());
        foreach (var (who, seconds) in steps)
        {
            time.Advance(TimeSpan.FromSeconds(seconds));
            var lately = uses.Where(use => use.Who == who && time.GetUtcNow() - use.At < TimeSpan.FromMinutes(1)).ToList();
            var wait = windows.TryTake([new CooldownWindow("x", $"{who}", 4, TimeSpan.FromMinutes(1))]);
            Assert.Equal(lately.Count < 4 ? null : lately[^4].At + TimeSpan.FromMinutes(1) - time.GetUtcNow(), wait);
            if (wait is null)
            {
                uses.Add((who, time.GetUtcNow()));
            }
        }
    });

    [Fact]
    public void Memory_is_bounded_however_many_people_ask()
    {
        var windows = new CooldownWindows(_time);
        for (var i = 0; i < 120_000; i++)
        {
            Assert.Null(windows.TryTake([new CooldownWindow("x", $"{i}", 4, TimeSpan.FromMinutes(1))]));
        }

        Assert.InRange(windows.Count, 1, 50_000);
    }

    [Theory]
    [InlineData(CommandAudience.Reader, "", false, false, null)]
    [InlineData(CommandAudience.Admin, "1", true, false, null)]
    [InlineData(CommandAudience.Admin, "1", false, true, ErrorCode.NeedsManageGuild)]
    [InlineData(CommandAudience.Admin, "", true, false, ErrorCode.NotInGuild)]
    [InlineData(CommandAudience.Operator, "1", true, false, ErrorCode.OperatorOnly)]
    [InlineData(CommandAudience.Operator, "1", false, true, ErrorCode.NeedsManageGuild)]
    [InlineData(CommandAudience.Operator, "1", true, true, null)]
    public async Task Rights_are_checked_again(CommandAudience audience, string guild, bool mayManage, bool isOperatorGuild, ErrorCode? refusal)
    {
        var call = Call("1") with { Guild = guild, MayManage = mayManage, IsInOperatorGuild = isOperatorGuild };
        var spec = Spec() with { Audience = audience };
        var action = new ActionSpec("x", ActionAnswer.Update, (_, _, _) => Task.FromResult(new Reply())) { Audience = audience };
        Assert.Equal(refusal, (await _runner.RunAsync(spec, call, TestBot.Token)).Error);
        Assert.Equal(refusal, (await _runner.RunAsync(action, call, Nothing, TestBot.Token)).Error);
        Assert.Null((await _runner.RunAsync(spec, new CommandCall(Words.English, "", "") { IsOperator = true }, TestBot.Token)).Error);
        var suggesting = spec with { SuggestAsync = (_, _, _) => Task.FromResult<IReadOnlyList<Choice>>([new Choice("a", "a")]) };
        Assert.Equal(refusal is null ? 1 : 0, (await CommandRunner.SuggestAsync(suggesting, call, new TypedOption("text", ""), TestBot.Token)).Count);
    }

    [Theory]
    [InlineData("defect", ErrorCode.Defect)]
    [InlineData("database", ErrorCode.Database)]
    [InlineData("timeout", ErrorCode.TooLong)]
    [InlineData("cancelled", ErrorCode.TooLong)]
    public async Task What_fails_ends_in_an_answer_with_the_id_of_the_log_line(string how, ErrorCode code)
    {
        var spec = Spec() with { AnswerAsync = (_, _) => throw Thrown(how), OpenAsync = (_, _) => throw Thrown(how) };
        var reply = await _runner.RunAsync(spec, Call("1"), TestBot.Token);
        Assert.Equal(code, reply.Error);
        var id = reply.Lines[0].ToString().Split(' ', '(', ')').Single(word => word.Length == 8 && word.All(char.IsAsciiHexDigitLower));
        Assert.Contains(id, Assert.Single(_log.Lines), StringComparison.Ordinal);
        Assert.Equal(code, (await _runner.OpenAsync(spec, Call("1"), TestBot.Token)).Refusal!.Error);
    }

    [Fact]
    public async Task Whoever_stops_waiting_is_not_told_that_it_took_too_long()
    {
        using var stop = new CancellationTokenSource();
        var spec = Spec() with
        {
            AnswerAsync = async (_, token) =>
            {
                await stop.CancelAsync();
                token.ThrowIfCancellationRequested();
                return new Reply();
            },
        };
        await Assert.ThrowsAsync<OperationCanceledException>(() => _runner.RunAsync(spec, Call("1"), stop.Token));
    }

    [Theory]
    [InlineData("text", 6001)]
    [InlineData("who", 101)]
    public async Task Values_are_bounded(string option, int length)
    {
        var reply = await _runner.RunAsync(Spec(), With(option, new string('x', length)), TestBot.Token);
        Assert.Equal(ErrorCode.BadOption, reply.Error);
        Assert.InRange(reply.Lines.Sum(line => line.ToString().Length), 1, 500);
        Assert.Null((await _runner.RunAsync(Spec(), With(option, new string('x', length - 1)), TestBot.Token)).Error);
    }

    [Theory]
    [InlineData("text", 5L)]
    [InlineData("count", "five")]
    [InlineData("truth", "yes")]
    [InlineData("where", "1")]
    [InlineData("file", true)]
    public async Task A_value_of_another_type_is_refused(string option, object value) =>
        Assert.Equal(ErrorCode.BadOption, (await _runner.RunAsync(Spec(), With(option, value), TestBot.Token)).Error);

    [Theory]
    [InlineData(65, 0, 0, 0)]
    [InlineData(0, 26, 0, 0)]
    [InlineData(0, 0, 26, 0)]
    [InlineData(0, 0, 1, 4001)]
    public async Task What_a_button_brings_is_bounded(int payload, int values, int fields, int text)
    {
        var action = new ActionSpec("x", ActionAnswer.Update, (_, _, _) => Task.FromResult(new Reply()));
        var input = new ActionInput(
            new string('x', payload), [.. Enumerable.Repeat("x", values)], Enumerable.Range(0, fields).ToDictionary(i => $"{i}", _ => (IReadOnlyList<string>)[new string('x', text)]));
        Assert.Equal(ErrorCode.Unreadable, (await _runner.RunAsync(action, Call("1"), input, TestBot.Token)).Error);
    }

    private static Exception Thrown(string how) => how switch
    {
        "database" => new SqliteException("database is locked", 5),
        "timeout" => new TimeoutException(),
        "cancelled" => new OperationCanceledException(),
        _ => new InvalidOperationException("a defect"),
    };

    private static DateTimeOffset TimeIn(Reply reply) => reply.Lines.SelectMany(line => line.Parts).OfType<ReplyPart.Time>().Single().At;

    private static CommandSpec Spec(string name = "about") => new(
        name,
        CommandAudience.Reader,
        [
            new OptionSpec("text", OptionType.Text), new OptionSpec("who", OptionType.User), new OptionSpec("count", OptionType.Integer), new OptionSpec("truth", OptionType.Truth),
            new OptionSpec("where", OptionType.Channel), new OptionSpec("file", OptionType.File),
        ],
        (_, _) => Task.FromResult(new Reply()));

    private static CommandCall Call(string user) => new(Words.English, user, "1");

    private static CommandCall With(string option, object value) => Call("1") with { Options = new Dictionary<string, object> { [option] = value } };

    private Task<Reply> AskAsync(CommandSpec spec, string user) => _runner.RunAsync(spec, Call(user), TestBot.Token);

    private sealed class ListLogger : ILogger<CommandRunner>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (Lines.Count == 0)
            {
                Lines.Add(formatter(state, exception));
            }
        }
    }
}
