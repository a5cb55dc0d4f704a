using System.Data.Common;
using SummaryBot.Storage;

namespace SummaryBot.Discord.Tests.Interactions;

/// <summary>A database on which something can be made to happen between two steps of somebody's work; a step is whatever is read or written on one connection.</summary>
internal sealed class InterruptedDialect(string path) : SqliteDialect(path)
{
    private int _steps;
    private Action? _work;

    /// <summary>Does something right before a step.</summary>
    /// <param name="step">1 for the next.</param>
    public void Interrupt(int step, Action work) => (_steps, _work) = (step, work);

    /// <returns>Whether it was still to come.</returns>
    public bool Cancel() => Interlocked.Exchange(ref _work, null) is not null;

    public override DbConnection Connect()
    {
        if (Interlocked.Decrement(ref _steps) == 0)
        {
            Interlocked.Exchange(ref _work, null)?.Invoke();
        }

        return base.Connect();
    }
}
