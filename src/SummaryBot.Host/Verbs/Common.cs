using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using SummaryBot.Host.Configuration;
using SummaryBot.Language;

namespace SummaryBot.Host.Verbs;

/// <summary>What verbs share.</summary>
internal static class Common
{
    public static Option<string?> Config { get; } = new("--config")
    {
        Description = $"The configuration file; {BotConfiguration.DefaultPath} unless told.",
        HelpName = "FILE",
        Recursive = true,
    };

    public static Option<bool> Json { get; } = new("--json") { Description = "Write JSON instead of text." };

    /// <summary>Characters stay as they are; the output is UTF-8.</summary>
    public static JsonSerializerOptions JsonOptions { get; } = new(
        JsonSerializerDefaults.Web)
    { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Option<int> Limit(int usual) => Number("--limit", "How many to list at most.", usual, 10_000);

    /// <summary>Reads the configuration, or ends the verb with every fault in a line of its own.</summary>
    public static BotConfiguration Load(ParseResult parsed)
    {
        var configuration = BotConfiguration.Load(parsed.GetValue(Config));
        Notes.Secrets = configuration.Secrets;
        return configuration.Faults.Count == 0
            ? configuration
            : throw new VerbException(string.Join($"{Environment.NewLine}summarybot: ", configuration.Faults)) { ExitCode = Exit.WrongUse };
    }

    /// <summary>The language of what a verb answers.</summary>
    public static Option<string?> LanguageOption(string name)
    {
        var option = new Option<string?>(name) { Description = $"The language of the answer: {Codes}; what the option language of the configuration says unless told.", HelpName = "CODE" };
        option.AcceptOnlyFromAmong([.. UiLanguage.All.Select(language => language.Code)]);
        return option;
    }

    public static string Codes => string.Join(", ", UiLanguage.All);

    public static Words Words(ParseResult parsed, BotConfiguration configuration, Option<string?> language) =>
        new(UiLanguage.Find(parsed.GetValue(language)) ?? UiLanguage.Find(configuration["language"]) ?? UiLanguage.English);

    public static void Write(string text) => Console.Out.Write(Notes.Secrets.Redact(text));

    public static void WriteLine(string line) => Console.Out.WriteLine(Notes.Secrets.Redact(line));

    public static void WriteJson(object value) => WriteLine(JsonSerializer.Serialize(value, JsonOptions));

    public static Option<int> Number(string name, string description, int usual, int most)
    {
        var option = new Option<int>(name) { Description = $"{description} 1 to {most}, {usual} unless told.", DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var number) && (number < 1 || number > most))
            {
                result.AddError($"{name} {number}: write a whole number from 1 to {most}.");
            }
        });
        return option;
    }
}
