using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace SummaryBot.TestDiscord.Rest;

/// <summary>What the bot asked, without its token.</summary>
public sealed class RequestLog(TimeProvider time)
{
    private readonly ConcurrentQueue<Entry> _entries = new();
    private readonly ConcurrentQueue<(string Request, JsonNode Errors)> _refusals = new();
    private readonly ConcurrentQueue<string> _ownFaults = new();

    public IReadOnlyList<Entry> Entries => [.. _entries];

    /// <summary>Requests that were answered with 400, and why.</summary>
    public IReadOnlyList<(string Request, JsonNode Errors)> Refusals => [.. _refusals];

    /// <summary>Answers and events that the real Discord would not have sent, and what is wrong with them: faults of TestDiscord itself.</summary>
    public IReadOnlyList<string> OwnFaults => [.. _ownFaults];

    internal void Blame(string what, IEnumerable<Rules.BodyError> errors) => _ownFaults.Enqueue($"{Hide(what)}: {string.Join("; ", errors)}");

    internal Entry Start(HttpContext context, string path)
    {
        var entry = new Entry(context.Request.Method, Hide(path), time.GetUtcNow(), context.Request.Headers.UserAgent.ToString());
        _entries.Enqueue(entry);
        return entry;
    }

    internal void Refuse(Entry entry, JsonNode errors) => _refusals.Enqueue(($"{entry.Method} {entry.Path}", errors.DeepClone()));

    /// <summary>The token of an interaction is a secret too.</summary>
    private static string Hide(string path) =>
        string.Join('/', path.Split('/').Select(part => part.Length > 32 ? "{token}" : part));

    /// <summary>One request.</summary>
    public sealed class Entry(string method, string path, DateTimeOffset at, string userAgent)
    {
        public string Method => method;

        public string Path => path;

        public DateTimeOffset At => at;

        public string UserAgent => userAgent;

        /// <summary>0 where the connection was broken before an answer.</summary>
        public int Status { get; set; }

        /// <summary>The fault that hit it, or null.</summary>
        public string? Fault { get; set; }
    }
}
