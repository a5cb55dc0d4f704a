using System.CommandLine;
using SummaryBot.Digests;

namespace SummaryBot.Host.Verbs;

/// <summary>The verbs of digests, and what they share.</summary>
internal static class DigestVerbs
{
    public static Argument<string> Name { get; } = new("NAME") { Description = "The digest's name." };

    /// <summary>Servers name their digests as they like.</summary>
    public static Option<string?> Guild { get; } = new("--guild")
    {
        Description = "The id of the Discord server whose digest it is, where several have one of that name; \"\" for one of no server.",
        HelpName = "ID",
    };

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
        DigestFeedbackVerb.Command(),
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

    /// <exception cref="VerbException">There is none, or there are several.</exception>
    public static Task<StoredDigest> FindAsync(IServiceProvider services, ParseResult parsed, CancellationToken cancellationToken) =>
        FindAsync(services, parsed.GetValue(Name)!, parsed.GetValue(Guild), cancellationToken);

    /// <param name="guild">The server whose digest it is; null where only one has that name.</param>
    /// <exception cref="VerbException">There is none, or there are several.</exception>
    public static async Task<StoredDigest> FindAsync(IServiceProvider services, string name, string? guild, CancellationToken cancellationToken)
    {
        var named = await services.GetRequiredService<DigestStore>().NamedAsync(name, cancellationToken);
        var found = guild is null ? named : [.. named.Where(it => string.Equals(it.Digest.Guild ?? "", guild, StringComparison.Ordinal))];
        return found.Count switch
        {
            0 => throw Missing(name),
            1 => found[0],
            _ => throw WrongUse($"Digests of several servers are called \"{name}\". Say which with --guild and one of these: {string.Join(", ", found.Select(it => $"\"{it.Digest.Guild}\""))}"),
        };
    }

    public static VerbException Missing(string name) => new($"There is no digest \"{name}\". See: summarybot digest list");

    public static VerbException WrongUse(params IEnumerable<string> faults) =>
        new(string.Join($"{Environment.NewLine}summarybot: ", faults)) { ExitCode = Exit.WrongUse };
}
