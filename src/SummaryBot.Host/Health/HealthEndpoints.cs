using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SummaryBot.Operations;

namespace SummaryBot.Host.Health;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it can do its work, or which part cannot.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync });
    }

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        var checks = report.Entries.Select(entry => KeyValuePair.Create<string, JsonNode?>(
            entry.Key, new JsonObject { ["status"] = entry.Value.Status.ToString(), ["detail"] = entry.Value.Description }));
        var answer = new JsonObject { ["status"] = report.Status.ToString(), ["checks"] = new JsonObject(checks) };
        context.Response.ContentType = "application/json; charset=utf-8";
        var secrets = context.RequestServices.GetRequiredService<Secrets>();
        return context.Response.WriteAsync(secrets.Redact(answer.ToJsonString(Verbs.Common.JsonOptions)), context.RequestAborted);
    }
}
