using Microsoft.Extensions.DependencyInjection;
using SummaryBot.Commands.About;
using SummaryBot.Commands.Drafts;
using SummaryBot.Commands.Setup;
using SummaryBot.Commands.Shape;
using SummaryBot.Commands.Sources;

namespace SummaryBot.Commands;

public static class CommandsSetup
{
    /// <summary>Every command. Each family is one line.</summary>
    public static IServiceCollection AddCommands(this IServiceCollection services) => services
        .AddSingleton<ICommandModule, AboutCommands>()
        .AddSetup()
        .AddSourceCommands()
        .AddSingleton<ICommandModule, UndoCommands>();

    private static IServiceCollection AddSetup(this IServiceCollection services) => services
        .AddSingleton<SetupChannel>().AddSingleton<SetupPreview>().AddSingleton<SetupStart>()
        .AddSingleton<SetupCommands>().AddSingleton<ICommandModule>(provider => provider.GetRequiredService<SetupCommands>());

    private static IServiceCollection AddSourceCommands(this IServiceCollection services) => services
        .AddSingleton<DraftStore>().AddSingleton<SourceLookup>().AddSingleton<SourceDigests>().AddSingleton<SourceArticles>().AddSingleton<SourceSuggestions>()
        .AddSingleton<SourceAdding>().AddSingleton<SourceListing>().AddSingleton<SourceChanges>().AddSingleton<SourceTesting>().AddSingleton<SourceLists>().AddSingleton<SourceFixes>()
        .AddSingleton<ICommandModule, SourceCommands>();
}
