using System.Reflection;
using SummaryBot.Commands.Shape;

namespace SummaryBot.Commands.About;

/// <summary><c>/about</c>: which version this is.</summary>
public sealed class AboutCommands : ICommandModule
{
    public IEnumerable<CommandSpec> Commands => [new CommandSpec("about", CommandAudience.Reader, [], AnswerAsync)];

    private static Task<Reply> AnswerAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var version = typeof(AboutCommands).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";
        return Task.FromResult(new Reply { Title = call.Words.Of("about.title", ("version", version)), Lines = [call.Words.Of("about.what")] });
    }
}
