namespace SummaryBot.Commands.Shape;

/// <summary>Everything that was declared.</summary>
public sealed class CommandCatalog(IEnumerable<ICommandModule> modules)
{
    public IReadOnlyList<CommandSpec> Commands { get; } = [.. modules.SelectMany(module => module.Commands)];

    public IReadOnlyList<ActionSpec> Actions { get; } = [.. modules.SelectMany(module => module.Actions)];

    /// <exception cref="InvalidOperationException">Nothing of that path was declared.</exception>
    public CommandSpec this[string path] => Commands.Single(command => string.Equals(command.Path, path, StringComparison.Ordinal));
}
