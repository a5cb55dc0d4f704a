using System.CommandLine;
using SummaryBot.Digests;

namespace SummaryBot.Host.Verbs;

/// <summary>The verbs of digests, and what they share.</summary>
internal static class DigestVerbs
{
    public static Argument<string> Name { get; } = new("NAME") { Description = "The digest's name." };

    public static Command Command() => new("digest", "Digests: what is posted where, and when.")
    {
        DigestSetupVerbs.Create(),
        DigestSetupVerbs.Edit(),
        DigestSetupVerbs.Quiet(),
        DigestSetupVerbs.Delete(),
        DigestListVerbs.List(),
        DigestListVerbs.History(),
        DigestSendVerbs.Preview(),
        DigestSendVerbs.SendNow(),
        DigestBreakVerbs.SkipNext(),
        DigestBreakVerbs.Pause(),
        DigestBreakVerbs.Resume(),
    };

    public static Command Verb(
        string name, string description, Func<ParseResult, CancellationToken, Task<int>> action, params Symbol[] symbols)
    {
        var command = new Command(name, description);
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument)
            {
                command.Add(argument);
            }
            else
            {
                command.Add((Option)symbol);
            }
        }

        command.SetAction(action);
        return command;
    }

    /// <exception cref="VerbException">There is none.</exception>
    public static async Task<StoredDigest> FindAsync(IServiceProvider services, ParseResult parsed, CancellationToken cancellationToken)
    {
        var name = parsed.GetValue(Name)!;
        return await services.GetRequiredService<DigestStore>().FindAsync(name, cancellationToken) ?? throw Missing(name);
    }

    public static VerbException Missing(string name) => new($"There is no digest \"{name}\". See: summarybot digest list");

    public static VerbException WrongUse(params IEnumerable<string> faults) =>
        new(string.Join($"{Environment.NewLine}summarybot: ", faults)) { ExitCode = Exit.WrongUse };
}
