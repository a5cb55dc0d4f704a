using SummaryBot.Discord.Interactions;

namespace SummaryBot.Discord.Tests.Interactions.Everything.Model;

/// <summary>Asks the bot and the model the same.</summary>
internal sealed class Player(Town town)
{
    private static readonly string[] UndoKinds = ["undo", "fundo"];

    private readonly Steps _steps = new(town);

    public int Calls { get; private set; }

    public int Refused { get; private set; }

    public int Undone { get; private set; }

    private string[] Servers => [town.Home.GuildId!, town.Elsewhere.GuildId!];

    public async Task PlayAsync(IReadOnlyList<Draw> draws)
    {
        await town.ResetAsync();
        WaitForMorning();
        var world = await RealWorld.ReadAsync(town, Servers);
        foreach (var draw in draws)
        {
            world = await PlayAsync(_steps.Of(draw), world);
        }
    }

    private async Task<WorldModel> PlayAsync(Step step, WorldModel world)
    {
        var before = step.IsUndone ? await Tables.ReadAsync(town.Database, "undo", "sources") : null;
        var answer = await town.AskOneAsync(Question.Command(town, step.Who, Declared.Catalog[step.Path], await step.Options()));
        var expected = step.Apply(world);
        Calls++;
        Refused += answer.IsRefused ? 1 : 0;
        Assert.True(step.IsOpen || answer.IsRefused == expected is null, $"It should {(expected is null ? "" : "not ")}be refused.\n{answer}\n{string.Join('\n', world.Lines)}");
        var now = expected ?? world;
        await CompareAsync(now, answer);
        return before is not null && await UndoAsync(step.Who, answer, before) ? await CompareAsync(world, answer) : now;
    }

    private async Task<WorldModel> CompareAsync(WorldModel expected, Answer after)
    {
        var real = (await RealWorld.ReadAsync(town, Servers)).Lines;
        Assert.True(expected.Lines.SequenceEqual(real, StringComparer.Ordinal), $"Expected {string.Join('\n', expected.Lines.Except(real))}\nbut there is {string.Join('\n', real.Except(expected.Lines))}\nafter {after}");
        return expected;
    }

    /// <returns>False where the answer offers no undoing.</returns>
    private async Task<bool> UndoAsync(Person who, Answer answer, Tables before)
    {
        var ids = await town.Bot.Get<ComponentKey>().LoadAsync(InteractionFixture.Token);
        var button = answer.Messages.SelectMany(message => Crawler.Components(message.Json).Select(it => (message.Json, Id: it["custom_id"]!.GetValue<string>())))
            .FirstOrDefault(it => UndoKinds.Contains(ids.Read(it.Id)?.Kind, StringComparer.Ordinal));
        if (button.Id is null)
        {
            return false;
        }

        var undone = await town.AskOneAsync(Question.Click(who, button.Json["id"]!.GetValue<string>(), button.Id));
        Assert.False(undone.IsRefused, $"It was not undone.\n{answer}\n{undone}");
        Assert.True((await Tables.ReadAsync(town.Database, "undo", "sources")).ChangesSince(before) is { Count: 0 }, $"{answer}\n{string.Join('\n', (await Tables.ReadAsync(town.Database, "undo", "sources")).ChangesSince(before))}");
        (Calls, Undone) = (Calls + 1, Undone + 1);
        return true;
    }

    /// <summary>A sequence lasts less than three hours, and none of its digests is due in it.</summary>
    private void WaitForMorning()
    {
        var now = town.Time.GetUtcNow();
        if (now.Hour is < 9 or > 19)
        {
            town.Time.Advance(now.Date.AddDays(now.Hour < 9 ? 0 : 1).AddHours(9) - now.DateTime);
        }
    }
}
