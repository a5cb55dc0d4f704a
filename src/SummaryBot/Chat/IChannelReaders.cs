namespace SummaryBot.Chat;

/// <summary>Tells which channels a person may read, before something that was posted there is shown to him elsewhere.</summary>
public interface IChannelReaders
{
    /// <summary>The <see cref="ChannelAddress.Scheme"/> it serves.</summary>
    string Scheme { get; }

    /// <returns>Those of the channels, as a <see cref="ChannelAddress"/> names its target, that the person may read; those that the chat says nothing about are left out.</returns>
    Task<IReadOnlySet<string>> ReadableAsync(ChannelReader reader, IReadOnlyCollection<string> channels, CancellationToken cancellationToken);
}

/// <param name="Guild">The id of the server.</param>
/// <param name="Roles">The ids of those that the person has there.</param>
public sealed record ChannelReader(string UserId, string Guild, IReadOnlySet<string> Roles);
