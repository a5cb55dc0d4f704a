using System.CommandLine;
using System.CommandLine.Help;
using System.Data.Common;
using SummaryBot.Host.Verbs.Completion;
using SummaryBot.Host.Verbs.Help;
using SummaryBot.Host.Verbs.Twins;
using SummaryBot.Language;
using SummaryBot.Storage;

namespace SummaryBot.Host.Verbs;

/// <summary>All verbs. <c>summarybot</c> alone is <c>summarybot run</c>.</summary>
internal static class CommandLine
{
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(10);

    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = Build(LanguageOf(args)).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                Notes.Write($"{error.Message} See: summarybot {string.Join(' ', VerbPath(parsed.CommandResult))} --help");
            }

            return Exit.WrongUse;
        }

        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = StopWithin });
        }
        catch (VerbException e)
        {
            Notes.Write(e.Message);
            return e.ExitCode;
        }
        catch (OperationCanceledException)
        {
            Notes.Write("Stopped before it was done.");
            return Exit.Failed;
        }
        catch (Exception e) when (e is DatabaseTooNewException or DbException or IOException or UnauthorizedAccessException)
        {
            Notes.Write(e.Message);
            return Exit.Failed;
        }
#pragma warning disable CA1031 // the runtime would print it with the secrets it may hold
        catch (Exception e)
#pragma warning restore CA1031
        {
            Notes.Write($"This is a defect of the program; please report it. {e}");
            return Exit.Failed;
        }
    }

    /// <param name="words">For what generated verbs say of themselves.</param>
    public static RootCommand Build(Words words)
    {
        var root = new RootCommand("SummaryBot posts news digests: whole sentences of the articles, word for word.")
        {
            SummarizeVerb.Command(),
            SentencesVerb.Command(),
            ArticleVerbs.Command(),
            FeedVerb.Command(),
            SourceVerbs.Command(),
            StoryVerbs.Command(),
            StoriesVerb.Command(),
            DigestVerbs.Command(),
            ArchiveVerbs.Command(),
            WhyVerb.Command(),
            FilterVerbs.Command(),
            FollowVerbs.Command(),
            ExtractVerb.Command(),
            ExtractWorkerVerb.Command(),
            SimulateVerb.Command(),
            OutboxVerb.Command(),
            DoctorVerb.Command(),
            HealthVerb.Command(),
            UndoVerb.Command(),
            CompletionVerb.Command(),
            SettingsVerbs.Command(),
            DatabaseVerbs.Backup(),
            DatabaseVerbs.Restore(),
            SetupVerb.Command(),
        };
        var commands = TwinVerbs.Declared();
        TwinVerbs.AddTo(root, commands, words);
        root.Add(Common.Config);
        RunVerb.AddTo(root);
        ValueSuggestions.AddTo(root, commands);
        root.Options.OfType<HelpOption>().Single().Action = new ManualHelp(VerbExamples.Of(root, commands));
        return root;
    }

    /// <summary>Help is written before anything is parsed.</summary>
    private static Words LanguageOf(string[] args)
    {
        var at = Array.FindIndex(args, arg => arg.StartsWith(TwinVerb.LanguageName, StringComparison.Ordinal));
        var code = at < 0 ? null : args[at].Split('=') is [_, var joined] ? joined : args.ElementAtOrDefault(at + 1);
        return new Words(UiLanguage.Find(code) ?? UiLanguage.English);
    }

    private static Stack<string> VerbPath(System.CommandLine.Parsing.CommandResult result)
    {
        var names = new Stack<string>();
        for (var at = result; at.Command is not RootCommand; at = (System.CommandLine.Parsing.CommandResult)at.Parent!)
        {
            names.Push(at.Command.Name);
        }

        return names;
    }
}
