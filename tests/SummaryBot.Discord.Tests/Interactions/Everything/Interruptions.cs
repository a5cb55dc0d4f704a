using Dapper;
using Microsoft.Data.Sqlite;
using SummaryBot.Commands.Shape;

namespace SummaryBot.Discord.Tests.Interactions.Everything;

/// <summary>
/// What somebody else does between two steps of the work on something that was asked: before each step once. Whatever it is, what was asked is answered by the rules of
/// <see cref="Answer.Fault"/>: no step may take for granted what a step before has seen.
/// </summary>
/// <param name="others">How many other commands are tried on each, chosen at random.</param>
internal sealed class Interruptions(Town town, int others)
{
    /// <summary>Where the work that is interrupted holds the database, what comes between ends after it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(30);

    private static readonly string[] Kept = ["bot_state", "story_state", "schemaversions"];

    private IReadOnlyList<CommandSpec>? _changing;

    /// <summary>How often something was asked and interrupted.</summary>
    public int Count { get; private set; }

    /// <summary>Asks again and again, each time with something else that happens; leaves everything as it was.</summary>
    /// <returns>What was wrong with the answers.</returns>
    public async Task<IReadOnlyList<string>> TryAsync(Question question)
    {
        await using var kept = new SqliteConnection("Data Source=:memory:");
        await town.KeepAsync(kept);
        var now = town.Time.GetUtcNow(); // what ends after some minutes has not ended
        var faults = new List<string>();
        await TryAsync("everything was deleted", DeleteAsync);
        foreach (var spec in (others == 0 ? [] : _changing ??= await ChangingAsync()).Shuffle().Take(others))
        {
            await ResetAsync();
            var other = await QuestionAsync(spec);
            await TryAsync($"somebody asked for /{spec.Path}", () => town.SendAsync(other.Make(town)));
        }

        await ResetAsync();
        return faults;

        async Task ResetAsync()
        {
            town.Time.Set(now);
            await town.ResetAsync(kept);
        }

        async Task TryAsync(string what, Func<Task> work)
        {
            var isOver = false;
            for (var step = 1; !isOver; step++)
            {
                await ResetAsync();
                isOver = await AskAsync(question, step, work, fault => faults.Add($"Before step {step} {what}. {fault}"));
            }
        }
    }

    /// <returns>Whether the work had fewer steps.</returns>
    private async Task<bool> AskAsync(Question question, int step, Func<Task> work, Action<string> note)
    {
        var between = Task.CompletedTask;
        town.Bot.Dialect.Interrupt(step, () =>
        {
            between = Task.Run(work, InteractionFixture.Token);
            between.Wait(Patience, InteractionFixture.Token);
        });
        if (await Record.ExceptionAsync(() => town.AskAsync(question)) is { } fault)
        {
            note(fault.Message);
        }

        await between;
        Count++;
        return town.Bot.Dialect.Cancel();
    }

    /// <summary>As whoever runs the bot can, or time.</summary>
    private async Task DeleteAsync()
    {
        await using var connection = await town.Database.OpenAsync(InteractionFixture.Token);
        await using var transaction = await connection.BeginTransactionAsync(InteractionFixture.Token);
        await connection.ExecuteAsync("PRAGMA defer_foreign_keys = 1");
        var tables = await connection.QueryAsync<string>("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'article_search%'");
        foreach (var table in tables.Except(Kept, StringComparer.OrdinalIgnoreCase))
        {
            await connection.ExecuteAsync($"DELETE FROM {table}");
        }

        await transaction.CommitAsync(InteractionFixture.Token);
    }

    /// <summary>The commands that leave something other than it was.</summary>
    private async Task<IReadOnlyList<CommandSpec>> ChangingAsync()
    {
        var changing = new List<CommandSpec>();
        foreach (var spec in Declared.Catalog.Commands.Where(spec => !spec.IsOnMessage))
        {
            await town.ResetAsync();
            var question = await QuestionAsync(spec);
            var before = await Tables.ReadAsync(town.Database);
            await town.AskAsync(question);
            if ((await Tables.ReadAsync(town.Database)).ChangesSince(before).Count > 0)
            {
                changing.Add(spec);
            }
        }

        return changing;
    }

    private async Task<Question> QuestionAsync(CommandSpec spec)
    {
        var who = spec.Audience == CommandAudience.Reader ? town.Reader : town.Admin;
        return Question.Command(town, who, spec, await new Samples(town).ForAsync(spec, who));
    }
}
