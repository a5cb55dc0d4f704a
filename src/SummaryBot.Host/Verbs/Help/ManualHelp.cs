using System.CommandLine;
using System.CommandLine.Invocation;

namespace SummaryBot.Host.Verbs.Help;

/// <summary><c>--help</c> as a page of a manual: name, synopsis, description, arguments, options, commands, examples.</summary>
/// <param name="examples">What follows <c>summarybot</c>, by the verb's path.</param>
internal sealed class ManualHelp(IReadOnlyDictionary<string, IReadOnlyList<string>> examples) : SynchronousCommandLineAction
{
    private const string Program = "summarybot";
    private const string Indent = "    ";

    /// <summary>Help for a command of wrong use is help all the same.</summary>
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var verb = parseResult.CommandResult.Command;
        foreach (var (heading, lines) in Sections(verb))
        {
            if (lines.Count > 0)
            {
                Common.WriteLine(heading);
                lines.ForEach(line => Common.WriteLine($"{Indent}{line}"));
                Common.WriteLine("");
            }
        }

        return Exit.Done;
    }

    /// <summary>The names of a verb and of those that it is under, without the program's: <c>digest create</c>.</summary>
    public static string PathOf(Command verb) => verb is RootCommand ? "" : $"{PathOf(verb.Parents.OfType<Command>().First())} {verb.Name}".TrimStart();

    private IEnumerable<(string Heading, List<string> Lines)> Sections(Command verb)
    {
        var path = PathOf(verb);
        var name = $"{Program} {path}".TrimEnd();
        var description = verb.Description ?? "";
        var options = Options(verb).Where(option => !option.Hidden).ToList();
        yield return ("NAME", [$"{name} - {FirstSentence(description)}"]);
        yield return ("SYNOPSIS", [.. Synopsis(verb, name, options.Count > 0)]);
        yield return ("DESCRIPTION", [description]);
        yield return ("ARGUMENTS", [.. verb.Arguments.Where(it => !it.Hidden).SelectMany(it => Entry(it.Name, it.Description))]);
        yield return ("COMMANDS", [.. verb.Subcommands.Where(it => !it.Hidden).SelectMany(it => Entry(it.Name, it.Description))]);
        yield return ("OPTIONS", [.. options.SelectMany(it => Entry(Label(it), it.Description))]);
        yield return ("EXAMPLE", [.. examples.GetValueOrDefault(path, []).Select(example => $"{Program} {example}".TrimEnd())]);
    }

    private static IEnumerable<string> Synopsis(Command verb, string name, bool hasOptions)
    {
        var arguments = verb.Arguments.Where(it => !it.Hidden).Select(it =>
            it.Arity.MinimumNumberOfValues == 0 ? $"[{it.Name}]" : it.Arity.MaximumNumberOfValues > 1 ? $"{it.Name}…" : it.Name);
        if (verb.Action is not null)
        {
            yield return string.Join(' ', new[] { name }.Concat(arguments).Append(hasOptions ? "[OPTIONS]" : "").Where(word => word.Length > 0));
        }

        if (verb.Subcommands.Any(it => !it.Hidden))
        {
            yield return $"{name} COMMAND …";
        }
    }

    /// <summary>Its own, and those that hold for every verb.</summary>
    private static IEnumerable<Option> Options(Command verb) =>
        verb.Options.Concat(verb.Parents.OfType<Command>().SelectMany(Options).Where(option => option.Recursive)).DistinctBy(option => option.Name, StringComparer.Ordinal);

    private static string Label(Option option)
    {
        var names = string.Join(", ", option.Aliases.Where(it => it.StartsWith('-')).Order(StringComparer.Ordinal).Append(option.Name));
        return option.ValueType == typeof(bool) || option.Arity.MaximumNumberOfValues == 0 ? names : $"{names} {option.HelpName ?? option.Name.TrimStart('-').ToUpperInvariant()}";
    }

    private static IEnumerable<string> Entry(string label, string? description) => [label, $"{Indent}{description}"];

    private static string FirstSentence(string text) => text.Split(". ")[0].TrimEnd('.');
}
