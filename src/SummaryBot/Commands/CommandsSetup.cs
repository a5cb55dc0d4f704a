using Microsoft.Extensions.DependencyInjection;
using SummaryBot.Commands.About;
using SummaryBot.Commands.Digests;
using SummaryBot.Commands.Drafts;
using SummaryBot.Commands.Editions;
using SummaryBot.Commands.Follow;
using SummaryBot.Commands.Health;
using SummaryBot.Commands.Log;
using SummaryBot.Commands.News;
using SummaryBot.Commands.Operators;
using SummaryBot.Commands.Settings;
using SummaryBot.Commands.Setup;
using SummaryBot.Commands.Shape;
using SummaryBot.Commands.Sources;
using SummaryBot.Commands.Summaries;

namespace SummaryBot.Commands;

public static class CommandsSetup
{
    /// <summary>Every command. Each family is one line.</summary>
    public static IServiceCollection AddCommands(this IServiceCollection services) => services
        .AddSingleton<ArticleCards>().AddSingleton<EditionCopies>().AddSingleton<NewsListStore>()
        .AddSingleton<ICommandModule, AboutCommands>()
        .AddDigestCommands()
        .AddSingleton<ICommandModule, FollowCommands>()
        .AddSingleton<UndoCommands>().AddSingleton<ICommandModule>(services => services.GetRequiredService<UndoCommands>())
        .AddSingleton<ICommandModule, EditionCommands>()
        .AddSingleton<ICommandModule, NewsCommands>()
        .AddSingleton<ICommandModule, LinksCommands>()
        .AddSingleton<SummaryCommand>().AddSingleton<SummaryAnswers>().AddSingleton<WholeArticle>()
        .AddSingleton<ICommandModule, SummaryCommands>()
        .AddSingleton<ICommandModule, HealthCommands>()
        .AddSetup()
        .AddSourceCommands()
        .AddSingleton<ICommandModule, BackupCommands>()
        .AddSingleton<ICommandModule, LogCommands>()
        .AddSingleton<ICommandModule, OperatorCommands>()
        .AddSingleton<ICommandModule, SettingsCommands>();

    private static IServiceCollection AddSetup(this IServiceCollection services) => services
        .AddSingleton<SetupChannel>().AddSingleton<SetupPreview>().AddSingleton<SetupStart>()
        .AddSingleton<SetupCommands>().AddSingleton<ICommandModule>(provider => provider.GetRequiredService<SetupCommands>());

    private static IServiceCollection AddSourceCommands(this IServiceCollection services) => services
        .AddSingleton<DraftStore>().AddSingleton<SourceLookup>().AddSingleton<SourceDigests>().AddSingleton<SourceArticles>().AddSingleton<SourceSuggestions>()
        .AddSingleton<SourceAdding>().AddSingleton<SourceListing>().AddSingleton<SourceChanges>().AddSingleton<SourceTesting>().AddSingleton<SourceLists>().AddSingleton<SourceFixes>()
        .AddSingleton<ICommandModule, SourceCommands>();
}
