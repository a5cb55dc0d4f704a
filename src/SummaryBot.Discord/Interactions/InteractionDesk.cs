using System.Collections.Concurrent;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using SummaryBot.Commands.Shape;
using SummaryBot.Discord.Interactions.Commands;

namespace SummaryBot.Discord.Interactions;

/// <summary>
/// Takes interactions, from whichever way they come. Each is checked and acknowledged at once; its handler then works apart, a few at a time, so that slow ones
/// keep nobody else from being acknowledged. Whatever goes wrong, the person gets an answer.
/// </summary>
internal sealed partial class InteractionDesk(
    InteractionRouter router, ComponentKey key, InteractionReplies replies, InteractionErrors errors, TimeProvider time, ILogger<InteractionDesk> logger) : IAsyncDisposable
{
    private const int SideBySide = 32;

    /// <summary>How long a handler may work; far less than the 15 minutes in which it can still say that it failed.</summary>
    private static readonly TimeSpan WorkWithin = TimeSpan.FromMinutes(2);

    /// <summary>For a last word when the bot stops.</summary>
    private static readonly TimeSpan FarewellWithin = TimeSpan.FromSeconds(2);

    /// <summary>A handler that does not stop is left behind.</summary>
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim _places = new(SideBySide);
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<Task, byte> _work = new();
    private volatile string? _applicationId;

    /// <summary>Before anybody waits for an answer: reads the key, and learns whose interactions these are; what names another application is ignored.</summary>
    public async Task PrepareAsync(string applicationId, CancellationToken cancellationToken)
    {
        _applicationId = applicationId;
        await key.LoadAsync(cancellationToken);
    }

    /// <summary>Checks and acknowledges an interaction and starts its handler.</summary>
    /// <returns>When it is acknowledged.</returns>
    public async Task TakeAsync(JsonObject data, CancellationToken cancellationToken)
    {
        if (InteractionReader.TryRead(data, time.GetTimestamp()) is not { } interaction
            || (_applicationId is { } own && !string.Equals(own, interaction.ApplicationId, StringComparison.Ordinal)))
        {
            Log.Ignored(logger);
            return;
        }

        await GuardAsync(interaction, token => BeginAsync(interaction, token), cancellationToken);
    }

    /// <summary>As <see cref="TakeAsync"/>, for a caller that does not wait.</summary>
    public void Post(JsonObject data) => Start(() => TakeAsync(data, _stopping.Token));

    /// <summary>When all that was begun is done.</summary>
    public async Task WhenIdleAsync()
    {
        while (!_work.IsEmpty)
        {
            await Task.WhenAll(_work.Keys);
            await Task.Yield(); // what ended takes itself off the list
        }
    }

    /// <summary>Ends what is at work and tells whoever waits. This comes when the bot stops, before what the handlers need is gone.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await Task.WhenAny(WhenIdleAsync(), Task.Delay(StopWithin, time, CancellationToken.None));
        _stopping.Dispose();
        _places.Dispose();
    }

    private async Task BeginAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        switch (router.Find(interaction, await key.LoadAsync(cancellationToken)))
        {
            case Routing.Refused refused:
                Log.Refused(logger, interaction.Id, refused.Cause);
                await errors.FailAsync(interaction, refused.Code, cancellationToken);
                break;
            case Routing.Found { Route.First: FirstAnswer.None } found:
                Start(() => GuardAsync(interaction, token => found.Route.AnswerAsync(interaction, found.Id, token), _stopping.Token));
                break;
            case Routing.Found found when await replies.DeferAsync(interaction, First(interaction, found.Route.First), cancellationToken):
                Start(() => WorkAsync(interaction, found));
                break;
        }
    }

    private static FirstAnswer First(Interaction interaction, FirstAnswer declared) => (declared, interaction.Asked) switch
    {
        (FirstAnswer.PrivateUnlessShown, Asked.Command { Options: var options }) when options.Truth(CommandInteractions.Show) == true => FirstAnswer.Public,
        (FirstAnswer.PrivateUnlessShown, _) => FirstAnswer.Private,
        _ => declared,
    };

    private async Task WorkAsync(Interaction interaction, Routing.Found found)
    {
        await GuardAsync(
            interaction,
            async token =>
            {
                await _places.WaitAsync(token);
                try
                {
                    await found.Route.AnswerAsync(interaction, found.Id, token);
                }
                finally
                {
                    _places.Release();
                }
            },
            _stopping.Token);
    }

    /// <summary>Keeps a piece of work until it ends, so that stopping can wait for it.</summary>
    private void Start(Func<Task> work)
    {
        var task = Task.Run(work);
        _work[task] = 0;
        _ = task.ContinueWith(done => _work.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private async Task GuardAsync(Interaction interaction, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var timer = time.CreateTimer(_ => limit.Cancel(), null, WorkWithin, Timeout.InfiniteTimeSpan);
        try
        {
            await work(limit.Token);
        }
#pragma warning disable CA1031 // whatever it is, nobody is left with "is thinking…"
        catch (Exception e)
#pragma warning restore CA1031
        {
            await ApologizeAsync(interaction, e, cancellationToken);
        }
    }

    private async Task ApologizeAsync(Interaction interaction, Exception e, CancellationToken cancellationToken)
    {
        var stops = cancellationToken.IsCancellationRequested;
        var errorId = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
        if (!stops)
        {
            Log.Failed(logger, errorId, e);
        }

        var code = stops ? ErrorCode.Restarting : e switch
        {
            OperationCanceledException or TimeoutException => ErrorCode.TooLong,
            DbException => ErrorCode.Database,
            _ => ErrorCode.Defect,
        };
        using var farewell = new CancellationTokenSource(FarewellWithin, time);
        try
        {
            await errors.FailAsync(interaction, code, stops ? farewell.Token : cancellationToken, errorId);
        }
        catch (OperationCanceledException)
        {
            // nobody waits any more
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "An interaction failed (error {ErrorId}).")]
        public static partial void Failed(ILogger logger, string errorId, Exception exception);

        [LoggerMessage(2, LogLevel.Warning, "Interaction {InteractionId} was refused: {Cause}.")]
        public static partial void Refused(ILogger logger, string interactionId, string cause);

        [LoggerMessage(3, LogLevel.Warning, "An interaction was ignored: it lacks what an answer needs, or is for another application.")]
        public static partial void Ignored(ILogger logger);
    }
}
