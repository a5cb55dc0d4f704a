using Microsoft.Extensions.DependencyInjection;
using SummaryBot.Commands.About;
using SummaryBot.Commands.Editions;
using SummaryBot.Commands.News;
using SummaryBot.Commands.Health;
using SummaryBot.Commands.Shape;
using SummaryBot.Commands.Summaries;

namespace SummaryBot.Commands;

public static class CommandsSetup
{
    /// <summary>Every command. Each family is one line.</summary>
    public static IServiceCollection AddCommands(this IServiceCollection services) => services
        .AddSingleton<ArticleCards>().AddSingleton<EditionCopies>().AddSingleton<NewsListStore>()
        .AddSingleton<ICommandModule, AboutCommands>()
        .AddSingleton<ICommandModule, EditionCommands>()
        .AddSingleton<ICommandModule, NewsCommands>()
        .AddSingleton<ICommandModule, LinksCommands>()
        .AddSingleton<SummaryCommand>().AddSingleton<SummaryAnswers>().AddSingleton<WholeArticle>()
        .AddSingleton<ICommandModule, SummaryCommands>()
        .AddSingleton<ICommandModule, HealthCommands>()
        .AddSingleton<ICommandModule, UndoCommands>();
}
