using System.CommandLine;
using SummaryBot.Commands.Shape;
using SummaryBot.Language;
using SummaryBot.Operations;
using SummaryBot.Storage;

namespace SummaryBot.Host.Verbs.Twins;

/// <summary>The verbs that are made from the commands of the chat: <c>/source show</c> is <c>summarybot source show</c>. Verbs written by hand stay as they are.</summary>
internal static class TwinVerbs
{
    /// <summary>What was declared; nothing of it runs.</summary>
    public static IReadOnlyList<CommandSpec> Declared()
    {
        using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddSingleton(new Secrets([]))
            .AddSingleton<SqlDialect>(new SqliteDialect(":memory:")).AddSummaryBot().BuildServiceProvider();
        return services.GetRequiredService<CommandCatalog>().Commands;
    }

    public static void AddTo(RootCommand root, IEnumerable<CommandSpec> commands, Words words)
    {
        foreach (var command in commands.Where(it => !it.IsOnMessage && !it.HasOwnVerb && it.OpenAsync is null))
        {
            var parent = Parent(root, command.Path.Split(' ')[..^1], words);
            var verb = new TwinVerb(command, words).Command();
            if (parent.Subcommands.All(it => !string.Equals(it.Name, verb.Name, StringComparison.Ordinal)))
            {
                parent.Add(verb);
            }
        }
    }

    private static Command Parent(Command root, IReadOnlyList<string> path, Words words)
    {
        var at = root;
        foreach (var (name, depth) in path.Select((name, i) => (name, i + 1)))
        {
            var next = at.Subcommands.FirstOrDefault(it => string.Equals(it.Name, name, StringComparison.Ordinal));
            if (next is null)
            {
                next = new Command(name, words.Plain($"{string.Join('.', path.Take(depth))}.description"));
                at.Add(next);
            }

            at = next;
        }

        return at;
    }
}
