namespace SummaryBot.TestDiscord.Gateway;

/// <summary>Faults on order.</summary>
public sealed partial class GatewayHub
{
    /// <summary>Closes every connection without a word, as a network does.</summary>
    public void Disconnect(int? shard = null) => Each(shard, session => session.Connection?.Abort());

    /// <summary>Asks every client to come back (op 7).</summary>
    public void AskToReconnect(int? shard = null) => Each(shard, session => session.Connection?.Send(GatewayOp.Of(GatewayOp.Reconnect, null)));

    /// <summary>Calls every session invalid (op 9).</summary>
    /// <param name="canResume">Whether it can be resumed all the same; otherwise it is over.</param>
    public void Invalidate(int? shard = null, bool canResume = false) => Each(shard, session =>
    {
        if (!canResume)
        {
            End(session, "it was called invalid");
        }

        session.Connection?.Invalidate(canResume);
    });

    /// <summary>Does one step now; what it began is ended by <see cref="GatewayFaults.Heal"/> or by the script it is part of.</summary>
    /// <exception cref="ArgumentException">There is no such step.</exception>
    public void Do(GatewayStep step)
    {
        switch (step.Do)
        {
            case "disconnect":
                Disconnect(step.Shard);
                break;
            case "reconnect":
                AskToReconnect(step.Shard);
                break;
            case "invalid-session" or "invalid-session-resumable":
                Invalidate(step.Shard, canResume: step.Do is "invalid-session-resumable");
                break;
            case "ask-heartbeat":
                Each(step.Shard, session => session.Connection?.Send(GatewayOp.Of(GatewayOp.Heartbeat, null)));
                break;
            case "close":
                Each(step.Shard, session => _ = session.Connection?.CloseAsync(step.Code, CancellationToken.None));
                break;
            case "silent":
                Faults.IsSilent = true;
                Each(step.Shard, session => session.Connection?.IsSilent = true);
                break;
            case "down":
                Faults.IsDown = true;
                Disconnect(step.Shard);
                break;
            default:
                Change(step);
                break;
        }
    }

    /// <summary>Whether a shard has a connection that works both ways, as far as this side can tell.</summary>
    public bool IsLive(int shard) => _sessions.Values.Any(session => session.Identity.Shard == shard && session.Connection is { IsSilent: false });

    /// <summary>Does the steps at their times, and ends each where it says how long it lasts.</summary>
    public Task RunAsync(IEnumerable<GatewayStep> steps, CancellationToken cancellationToken) =>
        Task.WhenAll(steps.Select(step => RunAsync(step, cancellationToken)));

    private async Task RunAsync(GatewayStep step, CancellationToken cancellationToken)
    {
        await Task.Delay(TimeSpan.FromSeconds(step.At), _options.Time, cancellationToken);
        Do(step);
        if (step.For is { } seconds)
        {
            await Task.Delay(TimeSpan.FromSeconds(seconds), _options.Time, cancellationToken);
            End(step);
        }
    }

    private void Change(GatewayStep step)
    {
        switch (step.Do)
        {
            case "zombie":
                Faults.IsZombie = true;
                break;
            case "deaf":
                Faults.IsDeaf = true;
                break;
            case "late-acks":
                Faults.AckDelay = TimeSpan.FromMilliseconds(step.DelayMs);
                break;
            case "duplicate":
                Faults.Duplicate(step.Count);
                break;
            case "reorder":
                Faults.Reorder(step.Count);
                break;
            case "heal":
                Faults.Heal();
                break;
            default:
                throw new ArgumentException($"The steps are {string.Join(", ", GatewayStep.Kinds)}.", nameof(step));
        }
    }

    /// <summary>A connection that fell silent stays so: the client has to leave it.</summary>
    private void End(GatewayStep step)
    {
        Faults.IsSilent &= step.Do is not "silent";
        Faults.IsDown &= step.Do is not "down";
        Faults.IsZombie &= step.Do is not "zombie";
        Faults.IsDeaf &= step.Do is not "deaf";
        Faults.AckDelay = step.Do is "late-acks" ? TimeSpan.Zero : Faults.AckDelay;
    }

    private void Each(int? shard, Action<GatewaySession> action) =>
        _sessions.Values.Where(session => shard is null || session.Identity.Shard == shard).ToList().ForEach(action);
}
