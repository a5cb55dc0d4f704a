using System.Text.Json.Nodes;

namespace SummaryBot.Discord.Rest;

/// <summary>What became of one request to Discord. Reasons are one sentence for the operator.</summary>
public abstract record RestResult
{
    /// <summary>Discord did it.</summary>
    /// <param name="Body">Its answer; null where it has none.</param>
    public sealed record Done(JsonNode? Body) : RestResult;

    /// <summary>Discord did not do it, and asks to wait.</summary>
    /// <param name="IsGlobal">Whether every request has to wait, not those of one route.</param>
    public sealed record AskedToWait(TimeSpan Delay, string Reason, bool IsGlobal = false) : RestResult;

    /// <summary>Nobody knows: the connection broke, or Discord failed after it may have done it.</summary>
    public sealed record Unknown(string Reason) : RestResult;

    /// <summary>Discord did not do it and will not as things are.</summary>
    /// <param name="Status">The HTTP status.</param>
    /// <param name="Code">Discord's own error code; 0 where it gave none.</param>
    public sealed record Refused(int Status, int Code, string Reason) : RestResult;
}
