using Microsoft.Extensions.Diagnostics.HealthChecks;
using SummaryBot.Digests;
using SummaryBot.Operations;

namespace SummaryBot.Host.Health;

/// <summary>The dispatch job comes every few seconds; three missed turns are a stalled scheduler.</summary>
internal sealed class SchedulerCheck(Heartbeat heartbeat) : IHealthCheck
{
    private static readonly TimeSpan TooOld = 3 * DispatchJob.Interval;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var age = heartbeat.Age;
        var text = $"Due digests were looked for {age.TotalSeconds:F0} s ago.";
        return Task.FromResult(age < TooOld ? HealthCheckResult.Healthy(text) : HealthCheckResult.Unhealthy(text));
    }
}
