using System.Security.Cryptography;
using SummaryBot.Storage;

namespace SummaryBot.Discord.Interactions;

/// <summary>The key of <see cref="ComponentIds"/>: made once, kept in the database, the same for all instances.</summary>
internal sealed class ComponentKey(BotStateStore state)
{
    private const string Name = "component-key";
    private const int Bytes = 32;

    private volatile ComponentIds? _ids;

    public async ValueTask<ComponentIds> LoadAsync(CancellationToken cancellationToken) =>
        _ids ??= new ComponentIds(Convert.FromBase64String(await ReadAsync(cancellationToken)));

    /// <summary>Only the very first start writes, so that no other has to wait for its turn to.</summary>
    private async Task<string> ReadAsync(CancellationToken cancellationToken) => await state.ReadAsync(Name, cancellationToken)
        ?? await state.AddOrReadAsync(Name, Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes)), cancellationToken);
}
