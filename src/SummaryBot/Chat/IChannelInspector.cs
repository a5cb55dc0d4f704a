namespace SummaryBot.Chat;

/// <summary>Looks whether messages can be posted somewhere, before one is.</summary>
public interface IChannelInspector
{
    /// <summary>The <see cref="ChannelAddress.Scheme"/> it serves.</summary>
    string Scheme { get; }

    Task<ChannelFinding> LookAsync(ChannelAddress channel, CancellationToken cancellationToken);
}

public abstract record ChannelFinding
{
    /// <param name="Name">As people see it; null where unknown.</param>
    /// <param name="Guild">The server's id; null where unknown.</param>
    public sealed record Open(string? Name, string? Guild) : ChannelFinding;

    /// <param name="Permissions">Those that the bot lacks, as Discord's own settings name them.</param>
    public sealed record Lacks(string? Name, string? Guild, IReadOnlyList<string> Permissions) : ChannelFinding;

    /// <summary>There is none, or the bot does not see it.</summary>
    public sealed record Gone : ChannelFinding;

    /// <summary>It is of a kind that takes no digests.</summary>
    public sealed record WrongKind(string? Name) : ChannelFinding;

    /// <summary>Nobody can tell now. The reason is one sentence.</summary>
    public sealed record Unknown(string Reason) : ChannelFinding;
}
