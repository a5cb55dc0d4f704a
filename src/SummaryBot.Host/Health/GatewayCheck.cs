using Microsoft.Extensions.Diagnostics.HealthChecks;
using SummaryBot.Discord.Gateway;

namespace SummaryBot.Host.Health;

internal sealed class GatewayCheck(GatewayState gateway) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(
            gateway.Problem is { } problem ? HealthCheckResult.Unhealthy(problem) : HealthCheckResult.Healthy("Connected to Discord."));
}
