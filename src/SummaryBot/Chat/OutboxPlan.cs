namespace SummaryBot.Chat;

/// <summary>What is to be sent next. Whose turn it is takes a look at all that waits, so it is found for many at once.</summary>
internal sealed class OutboxPlan(OutboxStore store, TimeProvider time)
{
    private const int Most = 256;

    /// <summary>What comes in meanwhile waits so long for its turn.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    private readonly Queue<string> _nonces = [];
    private string? _except;
    private long _madeAt;

    /// <summary>Takes the next deliveries.</summary>
    /// <param name="room">How many at most.</param>
    /// <param name="except">The scheme of a chat that takes nothing now; null for none.</param>
    /// <returns>None where nothing is left that may be tried now.</returns>
    public async Task<IReadOnlyList<Delivery>> ClaimAsync(int room, TimeSpan lease, string? except, CancellationToken cancellationToken)
    {
        if (time.GetElapsedTime(_madeAt) >= Fresh || !string.Equals(_except, except, StringComparison.Ordinal))
        {
            _nonces.Clear();
        }

        while (_nonces.Count > 0 || await MakeAsync(except, cancellationToken))
        {
            var batch = new List<string>(room);
            while (batch.Count < room && _nonces.TryDequeue(out var nonce))
            {
                batch.Add(nonce);
            }

            if (await store.ClaimAsync(batch, lease, cancellationToken) is { Count: > 0 } claimed)
            {
                return claimed;
            }
        }

        return [];
    }

    /// <returns>Whether anything waits.</returns>
    private async Task<bool> MakeAsync(string? except, CancellationToken cancellationToken)
    {
        (_except, _madeAt) = (except, time.GetTimestamp());
        foreach (var nonce in await store.PlanAsync(Most, except, cancellationToken))
        {
            _nonces.Enqueue(nonce);
        }

        return _nonces.Count > 0;
    }
}
