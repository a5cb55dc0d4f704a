using Microsoft.Extensions.DependencyInjection;
using SummaryBot.Commands.About;
using SummaryBot.Commands.Log;
using SummaryBot.Commands.Operators;
using SummaryBot.Commands.Settings;
using SummaryBot.Commands.Shape;

namespace SummaryBot.Commands;

public static class CommandsSetup
{
    /// <summary>Every command. Each family is one line.</summary>
    public static IServiceCollection AddCommands(this IServiceCollection services) => services
        .AddSingleton<ICommandModule, AboutCommands>()
        .AddSingleton<ICommandModule, BackupCommands>()
        .AddSingleton<ICommandModule, LogCommands>()
        .AddSingleton<ICommandModule, OperatorCommands>()
        .AddSingleton<ICommandModule, SettingsCommands>()
        .AddSingleton<ICommandModule, UndoCommands>();
}
