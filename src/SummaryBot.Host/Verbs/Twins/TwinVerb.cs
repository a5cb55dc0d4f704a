using System.CommandLine;
using System.Globalization;
using SummaryBot.Commands.Shape;
using SummaryBot.Language;
using SummaryBot.Sources;

namespace SummaryBot.Host.Verbs.Twins;

/// <summary>One verb made from a command: its first required option is an argument, each other one an option.</summary>
/// <param name="words">For what it says of itself.</param>
internal sealed class TwinVerb(CommandSpec spec, Words words)
{
    public const string LanguageName = "--language";


    private static readonly Option<string> Guild = OptionValues.Text("--guild", "The id of the Discord server that it is for; the operator's own unless told.");
    private static readonly Option<string?> Output = new("--output") { Description = "Where a file that comes with the answer is written.", HelpName = "FILE" };

    private readonly Option<string?> _language = Common.LanguageOption(LanguageName);

    private readonly Dictionary<OptionSpec, Symbol> _symbols = [];

    public Command Command()
    {
        var command = new Command(spec.Path.Split(' ')[^1], words.Plain($"{spec.Path.Replace(' ', '.')}.description"));
        foreach (var option in spec.Options.Where(it => !string.Equals(it.Name, "show", StringComparison.Ordinal)))
        {
            switch (_symbols[option] = SymbolOf(option, _symbols.Count == 0 && option.IsRequired))
            {
                case Argument argument:
                    command.Add(argument);
                    break;
                case Option named:
                    command.Add(named);
                    break;
            }
        }

        command.Add(Guild);
        command.Add(Output);
        if (spec.Options.All(it => !string.Equals($"--{it.Name}", LanguageName, StringComparison.Ordinal)))
        {
            command.Add(_language);
        }

        command.SetAction(RunAsync);
        return command;
    }

    private Symbol SymbolOf(OptionSpec option, bool isFirst)
    {
        var text = words.Plain($"{spec.Family}.option.{option.Name}.description");
        var description = option.Choices.Count > 0 ? $"{text}: {string.Join(", ", option.Choices)}." : $"{text}.";
        var name = option.Name.Replace('_', '-');
        return isFirst ? new Argument<string>(name.ToUpperInvariant()) { Description = description }
            : option.Type == OptionType.Truth ? new Option<bool>($"--{name}") { Description = description }
            : new Option<string>($"--{name}") { Description = description, Required = option.IsRequired };
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var given = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var (option, symbol) in _symbols)
        {
            if (ValueOf(parsed, option, symbol) is { } value)
            {
                given[option.Name] = value;
            }
        }

        var configuration = Common.Load(parsed);
        await using var services = await BotServices.OpenAsync(configuration, cancellationToken);
        var call = new CommandCall(Common.Words(parsed, configuration, _language), "", GuildOf(parsed)) { IsOperator = true, MayManage = true, Options = given };
        var own = services.GetRequiredService<CommandCatalog>()[spec.Path];
        return await TwinAnswer.WriteAsync(await services.GetRequiredService<CommandRunner>().RunAsync(own, call, cancellationToken), parsed.GetValue(Output), call.Words, cancellationToken);
    }

    private static string GuildOf(ParseResult parsed)
    {
        var guild = parsed.GetValue(Guild) ?? "";
        return NewSubscription.IsGuild(guild) ? guild
            : throw new VerbException($"--guild \"{guild}\": write the id of a Discord server (17 to 20 digits).") { ExitCode = Exit.WrongUse };
    }

    private static object? ValueOf(ParseResult parsed, OptionSpec option, Symbol symbol)
    {
        if (symbol is Option<bool> truth)
        {
            return parsed.GetResult(truth) is { Implicit: false } ? parsed.GetValue(truth) : null;
        }

        var text = symbol is Argument<string> argument ? parsed.GetValue(argument) : parsed.GetValue((Option<string>)symbol);
        return (text, option.Type) switch
        {
            (null, _) => null,
            (_, OptionType.Integer) => long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number
                : throw new VerbException($"{symbol.Name} \"{text}\": write a whole number.") { ExitCode = Exit.WrongUse },
            (_, OptionType.Channel) => new GivenChannel(text, text, Type: null),
            (_, OptionType.File) => FileOf(text),
            _ => text,
        };
    }

    private static GivenFile FileOf(string path) => File.Exists(path)
        ? new GivenFile(Path.GetFileName(path), new FileInfo(path).Length, async (most, token) => new FileInfo(path).Length > most ? null : await File.ReadAllBytesAsync(path, token))
        : throw new VerbException($"{path}: there is no such file.") { ExitCode = Exit.WrongUse };
}
