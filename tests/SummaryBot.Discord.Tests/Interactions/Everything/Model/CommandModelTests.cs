using System.Diagnostics;
using System.Globalization;
using CsCheck;
using SummaryBot.Tests;

namespace SummaryBot.Discord.Tests.Interactions.Everything.Model;

/// <summary>Random calls of several people in two servers, against a model of what there should be. SUMMARYBOT_COMMANDS says how many calls; 1,500 unless told.</summary>
public sealed class CommandModelTests(ITestOutputHelper output)
{
    private const int MostInARow = 75;

    private static readonly Gen<Draw[]> Sequences = Gen.Select(Gen.Int[0, Steps.Kinds - 1], Gen.Int[0, 11], Gen.Int[0, 3], Gen.Int[0, 999], Gen.Int[0, 999], Gen.Int[0, 3])
        .Select((kind, who, a, b, c, undo) => new Draw(kind, who, a, b, c, IsUndone: undo == 0)).Array[MostInARow];

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Whatever_people_ask_in_whatever_order_there_is_what_should_be(string kind)
    {
        var wanted = int.Parse(Environment.GetEnvironmentVariable("SUMMARYBOT_COMMANDS") ?? "1500", CultureInfo.InvariantCulture);
        await using var town = await Town.StartAsync(database: kind == "SQLite" ? null : await TestDatabase.CreateAsync(kind));
        var (player, watch) = (new Player(town), Stopwatch.StartNew());
        await Sequences.SampleAsync(player.PlayAsync, iter: Math.Max(1, wanted / MostInARow), threads: 1);
        output.WriteLine($"{player.Calls} calls, {player.Undone} undone, {player.Refused} refused: {player.Calls / watch.Elapsed.TotalSeconds:0} a second.");
        Assert.InRange(player.Refused, 1, player.Calls * 3 / 4);
        Assert.InRange(player.Undone, player.Calls / 100, player.Calls);
    }
}
