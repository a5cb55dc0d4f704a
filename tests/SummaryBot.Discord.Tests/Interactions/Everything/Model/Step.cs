using System.Text.Json.Nodes;

namespace SummaryBot.Discord.Tests.Interactions.Everything.Model;

/// <summary>One call of a command.</summary>
/// <param name="Options">Given when it is asked: some name what the database numbered.</param>
/// <param name="Apply">What should be after it; null where it must be refused.</param>
internal sealed record Step(Person Who, string Path, Func<Task<Dictionary<string, JsonNode?>>> Options, Func<WorldModel, WorldModel?> Apply)
{
    /// <summary>Whether it may be refused for what the model does not know; then nothing of the model changes.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Whether it is undone at once.</summary>
    public bool IsUndone { get; init; }

    public static Step Of(Person who, string path, Func<WorldModel, WorldModel?> apply, params (string Name, JsonNode? Value)[] options) => new(
        who,
        path,
        () => Task.FromResult(options.Where(option => option.Value is not null).ToDictionary(option => option.Name, option => option.Value, StringComparer.Ordinal)),
        apply);
}
