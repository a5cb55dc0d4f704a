using System.Data.Common;
using SummaryBot.Operations;
using SummaryBot.Storage;

namespace SummaryBot.Stories;

/// <summary>
/// Gives each stored article its story, in the order of the articles' dates. Instances do it one at a time; each keeps the window of the newest articles in
/// memory and reads what others have assigned meanwhile.
/// </summary>
public sealed class StoryAssigner(Database database) : IDisposable
{
    /// <summary>Articles in one transaction: about a second, for which other writers of SQLite wait.</summary>
    private const int RoundSize = 500;

    private readonly StoryRounds _rounds = new(database);
    private readonly SemaphoreSlim _turn = new(1);
    private StoryClusterer? _clusterer;
    private long _lastRound;
    private long _nextStory;

    /// <summary>Assigns the articles that wait; next to free where none does.</summary>
    /// <param name="maxRounds">How many times 500 articles at most; the rest waits on, each for itself.</param>
    /// <returns>How many got their story.</returns>
    public async Task<int> AssignAsync(int maxRounds, CancellationToken cancellationToken)
    {
        if (!await _rounds.IsAnyWaitingAsync(cancellationToken))
        {
            return 0;
        }

        using var activity = Activities.Start("stories.assign");
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await RestoreAsync(cancellationToken);
            return await AssignRoundsAsync(
                () => database.WriteAsync(transaction => AssignRoundAsync(transaction, cancellationToken), cancellationToken), maxRounds);
        }
        catch
        {
            _clusterer = null; // it may know of assignments that were never written
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    public Task<int> AssignAsync(CancellationToken cancellationToken) => AssignAsync(int.MaxValue, cancellationToken);

    /// <summary>Tells where <see cref="AssignAsync(int, CancellationToken)"/> would put articles, and writes nothing.</summary>
    /// <param name="maxRounds">As there.</param>
    /// <returns>The stories of the articles that would get one or another one, by the articles' ids.</returns>
    public async Task<IReadOnlyDictionary<string, long>> ForeseeAsync(int maxRounds, CancellationToken cancellationToken)
    {
        if (!await _rounds.IsAnyWaitingAsync(cancellationToken))
        {
            return new Dictionary<string, long>(StringComparer.Ordinal);
        }

        await _turn.WaitAsync(cancellationToken);
        try
        {
            await RestoreAsync(cancellationToken);
            await using var connection = await database.OpenAsync(cancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken); // which is never committed
            var before = await StoryRounds.LastAsync(connection, transaction, cancellationToken);
            await AssignRoundsAsync(() => AssignRoundAsync(transaction, cancellationToken), maxRounds);
            return await StoryRounds.PutSinceAsync(transaction, before, cancellationToken);
        }
        finally
        {
            _clusterer = null; // it knows of assignments that are not written
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private static async Task<int> AssignRoundsAsync(Func<Task<int>> assign, int maxRounds)
    {
        var (count, last) = (0, RoundSize);
        for (var round = 0; round < maxRounds && last == RoundSize; round++)
        {
            last = await assign();
            count += last;
        }

        return count;
    }

    private async Task<int> AssignRoundAsync(DbTransaction transaction, CancellationToken cancellationToken)
    {
        var round = await StoryRounds.BeginAsync(transaction, cancellationToken);
        var waiting = await StoryRounds.TakeWaitingAsync(transaction, RoundSize, cancellationToken);
        if (waiting.Count == 0)
        {
            return 0;
        }

        _nextStory = round.NextStory;
        await CatchUpAsync(transaction.Connection!, transaction, round.Number - 1, cancellationToken);
        var assigned = waiting.Select(article => (article, _clusterer!.Add(article.ToCandidate()))).ToList();
        await _rounds.WriteAsync(transaction, round with { NextStory = _nextStory }, assigned, cancellationToken);
        _lastRound = round.Number;
        return waiting.Count;
    }

    /// <summary>Reads the window at first. It may be large, so that no other writer waits for it.</summary>
    private async Task RestoreAsync(CancellationToken cancellationToken)
    {
        if (_clusterer is null)
        {
            (_clusterer, _lastRound) = (new StoryClusterer(() => _nextStory++), 0);
            await using var connection = await database.OpenAsync(cancellationToken);
            await CatchUpAsync(connection, null, await StoryRounds.LastAsync(connection, null, cancellationToken), cancellationToken);
        }
    }

    /// <summary>Reads what other instances have assigned since the last round here. What is read twice is as if it were read once.</summary>
    private async Task CatchUpAsync(DbConnection connection, DbTransaction? transaction, long upTo, CancellationToken cancellationToken)
    {
        if (_lastRound < upTo)
        {
            await foreach (var article in StoryRounds.AssignedSinceAsync(connection, transaction, _lastRound, cancellationToken))
            {
                _clusterer!.Restore(article.ToCandidate(), article.StoryId);
            }

            _lastRound = upTo;
        }
    }
}
