using SummaryBot.Chat;

namespace SummaryBot.Discord.Rest.RateLimits;

/// <summary>Counts each request, a repeated one too, and learns from its answer. It stands inside the pipeline that repeats.</summary>
/// <param name="clock">Told of Discord's time; null where nobody asks for it.</param>
internal sealed class LimitHandler(GlobalGate gate, InvalidRequests invalid, TimeProvider time, ClockWatch? clock = null) : DelegatingHandler
{
    /// <summary>The turn that the request has.</summary>
    public static readonly HttpRequestOptionsKey<BucketHold> Hold = new("SummaryBot.Discord.Hold");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Options.TryGetValue(Hold, out var hold);
        await WaitAsync(hold!, cancellationToken);
        if (hold!.Route.IsInteraction)
        {
            return await CountAsync(hold, request, cancellationToken);
        }

        await gate.EnterAsync(cancellationToken);
        try
        {
            return await CountAsync(hold, request, cancellationToken);
        }
        finally
        {
            gate.Leave();
        }
    }

    /// <summary>A repeated request may find its limit used up.</summary>
    private async Task WaitAsync(BucketHold hold, CancellationToken cancellationToken)
    {
        while (hold.Wait is { Ticks: > 0 } wait)
        {
            await Task.Delay(wait + DiscordRest.Tick, time, cancellationToken);
        }
    }

    private async Task<HttpResponseMessage> CountAsync(BucketHold hold, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        hold.Take();
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            hold.Learn(response);
            invalid.Count(response);
            if (response.Headers.Date is { } date)
            {
                clock?.Heard(date);
            }

            return response;
        }
        catch
        {
            hold.Lose();
            throw;
        }
    }
}
