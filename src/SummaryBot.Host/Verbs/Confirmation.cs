using System.CommandLine;

namespace SummaryBot.Host.Verbs;

/// <summary>Asks before something that cannot be taken back.</summary>
internal static class Confirmation
{
    public static Option<bool> Yes { get; } = new("--yes") { Description = "Do not ask." };

    /// <param name="question">Ends with a question mark.</param>
    /// <param name="command">What asks for it, to be written again with --yes where nobody can answer.</param>
    /// <exception cref="VerbException">The answer is no, or nobody can answer.</exception>
    public static void Ask(ParseResult parsed, string question, string command)
    {
        if (parsed.GetValue(Yes))
        {
            return;
        }

        if (Console.IsInputRedirected)
        {
            throw new VerbException($"{question} Nobody can answer here. To do it: summarybot {command} --yes") { ExitCode = Exit.WrongUse };
        }

        Console.Error.Write($"{Notes.Secrets.Redact(question)} [y/N] ");
        if (Console.In.ReadLine()?.Trim() is not ("y" or "Y" or "yes"))
        {
            throw new VerbException("Nothing was done.");
        }
    }
}
