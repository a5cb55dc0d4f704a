using System.CommandLine;
using System.CommandLine.Completions;
using System.Data.Common;
using SummaryBot.Commands.Shape;
using SummaryBot.Digests;
using SummaryBot.Host.Configuration;
using SummaryBot.Host.Verbs.Help;

namespace SummaryBot.Host.Verbs.Completion;

/// <summary>Lets verbs complete what is in the database, as the commands of the chat suggest it. Where that fails, nothing is suggested and nothing is said.</summary>
internal static class ValueSuggestions
{
    /// <summary>Whoever pressed Tab waits for it.</summary>
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(10);

    public static void AddTo(RootCommand root, IEnumerable<CommandSpec> commands)
    {
        DigestVerbs.Name.CompletionSources.Add(context => Suggest(context, DigestNamesAsync));
        var verbs = VerbExamples.All(root).ToDictionary(ManualHelp.PathOf, StringComparer.Ordinal);
        foreach (var spec in commands.Where(it => it.SuggestAsync is not null && verbs.ContainsKey(it.Path)))
        {
            foreach (var option in spec.Options.Where(it => it.HasAutocomplete))
            {
                AddTo(verbs[spec.Path], option, context => Suggest(context, (services, parsed, token) => SuggestAsync(spec, option, services, context, token)));
            }
        }
    }

    private static void AddTo(Command verb, OptionSpec option, Func<CompletionContext, IEnumerable<CompletionItem>> source)
    {
        var name = option.Name.Replace('_', '-');
        verb.Arguments.FirstOrDefault(it => string.Equals(it.Name, name, StringComparison.OrdinalIgnoreCase))?.CompletionSources.Add(source);
        verb.Options.FirstOrDefault(it => string.Equals(it.Name, $"--{name}", StringComparison.Ordinal))?.CompletionSources.Add(source);
    }

    private static IEnumerable<CompletionItem> Suggest(CompletionContext context, Func<IServiceProvider, ParseResult, CancellationToken, Task<IEnumerable<string>>> find)
    {
        using var limit = new CancellationTokenSource(Within);
        try
        {
            return [.. Task.Run(() => FindAsync(context.ParseResult, find, limit.Token), limit.Token).GetAwaiter().GetResult().Select(value => new CompletionItem(value))];
        }
        catch (Exception e) when (e is VerbException or DbException or IOException or UnauthorizedAccessException or OperationCanceledException or Storage.DatabaseTooNewException)
        {
            return [];
        }
    }

    private static async Task<IEnumerable<string>> FindAsync(
        ParseResult parsed, Func<IServiceProvider, ParseResult, CancellationToken, Task<IEnumerable<string>>> find, CancellationToken cancellationToken)
    {
        var configuration = BotConfiguration.Load(parsed.GetValue(Common.Config));
        if (configuration.Faults.Count > 0 || (!configuration.UsesPostgreSql && !File.Exists(configuration["storage:sqlitePath"])))
        {
            return []; // to complete a word makes no database
        }

        await using var services = new ServiceCollection().AddBot(configuration).AddLogging(logging => logging.ClearProviders()).BuildServiceProvider();
        return await find(services, parsed, cancellationToken);
    }

    private static async Task<IEnumerable<string>> DigestNamesAsync(IServiceProvider services, ParseResult parsed, CancellationToken cancellationToken) =>
        (await services.GetRequiredService<DigestStore>().ListAsync(cancellationToken)).Select(digest => digest.Digest.Name);

    private static async Task<IEnumerable<string>> SuggestAsync(CommandSpec spec, OptionSpec option, IServiceProvider services, CompletionContext context, CancellationToken cancellationToken)
    {
        var own = services.GetRequiredService<CommandCatalog>()[spec.Path];
        var guild = context.ParseResult.CommandResult.Command.Options.OfType<Option<string>>().FirstOrDefault(it => string.Equals(it.Name, "--guild", StringComparison.Ordinal));
        var call = new CommandCall(Language.Words.English, "", (guild is null ? null : context.ParseResult.GetValue(guild)) ?? "") { IsOperator = true, MayManage = true };
        return (await CommandRunner.SuggestAsync(own, call, new TypedOption(option.Name, context.WordToComplete.Trim('"', '\'')), cancellationToken)).Select(choice => choice.Value);
    }
}
