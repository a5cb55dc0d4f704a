using System.CommandLine.Parsing;
using SummaryBot.Host.Verbs;
using SummaryBot.Host.Verbs.Help;
using SummaryBot.Host.Verbs.Twins;
using SummaryBot.Language;

namespace SummaryBot.EndToEnd.Tests;

/// <summary>Every verb explains itself as a page of a manual does, with an example that is right.</summary>
public sealed class HelpTests : IDisposable
{
    private readonly BotFolder _folder = new();

    public static TheoryData<string> Verbs => [.. VerbExamples.All(CommandLine.Build(Words.English)).Select(ManualHelp.PathOf)];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Every_verb_has_an_example_that_it_takes(string verb)
    {
        var root = CommandLine.Build(Words.English);
        var examples = VerbExamples.Of(root, TwinVerbs.Declared())[verb];
        Assert.NotEmpty(examples);
        Assert.All(examples, example =>
        {
            var parsed = root.Parse(CommandLineParser.SplitCommandLine(example).ToArray());
            Assert.Empty(parsed.Errors.Select(error => error.Message));
            Assert.Equal(verb, ManualHelp.PathOf(parsed.CommandResult.Command));
        });
    }

    [Theory]
    [InlineData("digest create", "OPTIONS")]
    [InlineData("digest", "COMMANDS")]
    public async Task Help_is_a_page_of_a_manual(string verb, string more)
    {
        var (code, output, _) = await BotProcess.RunAsync(_folder, [.. verb.Split(' '), "--help"]);
        Assert.Equal(0, code);
        var headings = output.Split('\n').Where(line => line.Length > 0 && char.IsAsciiLetterUpper(line[0])).ToList();
        Assert.Equal(["NAME", "SYNOPSIS", "DESCRIPTION"], headings.Take(3));
        Assert.Contains(more, headings);
        Assert.Contains($"    summarybot {verb} - ", output, StringComparison.Ordinal);
        Assert.Contains("    --config FILE", output, StringComparison.Ordinal);
        Assert.Equal(verb == "digest create", output.Contains("EXAMPLE\n    summarybot digest create \"Morning digest\"", StringComparison.Ordinal));
        Assert.Equal(verb == "digest create", output.Contains("    summarybot digest create NAME [OPTIONS]\n", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("undo")]
    public async Task Answers_speak_the_language_that_is_asked_for_or_configured(string verb)
    {
        Assert.Contains("nichts rückgängig", (await BotProcess.RunAsync(_folder, verb, "--language", "de")).Notes, StringComparison.Ordinal);
        Assert.Contains("nothing to undo", (await BotProcess.RunAsync(_folder, verb)).Notes, StringComparison.Ordinal);
        _folder.Environment["SUMMARYBOT__LANGUAGE"] = "tr";
        Assert.Contains("geri alınacak bir şey yok", (await BotProcess.RunAsync(_folder, verb)).Notes, StringComparison.Ordinal);
        Assert.Equal(2, (await BotProcess.RunAsync(_folder, verb, "--language", "xx")).Code);
    }
}
