using Microsoft.Extensions.DependencyInjection;
using SummaryBot.Commands.About;
using SummaryBot.Commands.Digests;
using SummaryBot.Commands.Follow;
using SummaryBot.Commands.Shape;

namespace SummaryBot.Commands;

public static class CommandsSetup
{
    /// <summary>Every command. Each family is one line.</summary>
    public static IServiceCollection AddCommands(this IServiceCollection services) => services
        .AddSingleton<ICommandModule, AboutCommands>()
        .AddDigestCommands()
        .AddSingleton<ICommandModule, FollowCommands>()
        .AddSingleton<UndoCommands>().AddSingleton<ICommandModule>(services => services.GetRequiredService<UndoCommands>());
}
