using System.Data.Common;
using Dapper;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SummaryBot.Storage;

namespace SummaryBot.Host.Health;

internal sealed class DatabaseCheck(Database database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var connection = await database.OpenAsync(cancellationToken);
            await connection.ExecuteScalarAsync<long>(
                new CommandDefinition("SELECT count(*) FROM bot_state", cancellationToken: cancellationToken));
            return HealthCheckResult.Healthy(database.Dialect.Place);
        }
        catch (DbException)
        {
            return HealthCheckResult.Unhealthy($"The {database.Dialect.Place} does not answer.");
        }
    }
}
