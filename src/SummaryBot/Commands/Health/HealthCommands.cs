using SummaryBot.Commands.Shape;
using SummaryBot.Health;

namespace SummaryBot.Commands.Health;

/// <summary><c>/health</c>: what is wrong on a server, why, since when, with the buttons that repair it.</summary>
public sealed class HealthCommands(HealthCheck check, HealthStore store, HealthRepairs repairs, HealthWriter writer) : ICommandModule
{
    public const string Path = "health";

    internal const string FixKind = "hfix";
    internal const string ViewKind = "hview";
    internal const string ChannelKind = "hchan";

    private const string Detail = "detail";

    /// <summary>Repairs send, visit and ask other servers.</summary>
    private static readonly Cooldown Often = new(20, 60, TimeSpan.FromMinutes(1));

    public IEnumerable<CommandSpec> Commands =>
    [
        new CommandSpec(Path, CommandAudience.Admin, [new OptionSpec(Detail, OptionType.Text) { Choices = ["summary", "sources", "deliveries", "permissions"] }], AnswerAsync)
        {
            Cooldown = Often,
            Example = "--detail sources",
            HasOwnVerb = true,
        },
    ];

    public IEnumerable<ActionSpec> Actions =>
    [
        new ActionSpec(FixKind, ActionAnswer.Update, (call, input, token) => repairs.RepairAsync(call, input.Payload, token)) { Audience = CommandAudience.Admin, Cooldown = Often },
        new ActionSpec(ViewKind, ActionAnswer.Private, (call, input, token) => repairs.PreviewAsync(call, input.Payload, token)) { Audience = CommandAudience.Admin, Cooldown = Often },
        new ActionSpec(
            ChannelKind, ActionAnswer.Update, (call, input, token) => repairs.MoveAsync(call, input.Payload, input.Values is [var channel, ..] ? channel : "", token)) { Audience = CommandAudience.Admin },
    ];

    private async Task<Reply> AnswerAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var report = await check.CheckAsync(call.Guild, cancellationToken);
        return call.Text(Detail) switch
        {
            "sources" => writer.Sources(call, report),
            "deliveries" => writer.Deliveries(call, report, await store.DeliveriesAsync(call.Guild, cancellationToken)),
            "permissions" => writer.Permissions(call, report),
            _ => writer.Summary(call, report),
        };
    }
}
