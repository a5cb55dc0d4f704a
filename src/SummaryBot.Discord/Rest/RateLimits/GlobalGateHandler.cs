namespace SummaryBot.Discord.Rest.RateLimits;

/// <summary>Sends each request, a repeated one too, through the gate.</summary>
internal sealed class GlobalGateHandler(GlobalGate gate) : DelegatingHandler
{
    /// <summary>Set on requests that no global limit counts.</summary>
    public static readonly HttpRequestOptionsKey<bool> IsFree = new("SummaryBot.Discord.IsFree");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Options.TryGetValue(IsFree, out var isFree) && isFree)
        {
            return await base.SendAsync(request, cancellationToken);
        }

        await gate.EnterAsync(cancellationToken);
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        finally
        {
            gate.Leave();
        }
    }
}
