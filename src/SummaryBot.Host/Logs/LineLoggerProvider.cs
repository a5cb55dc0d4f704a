using SummaryBot.Operations;

namespace SummaryBot.Host.Logs;

/// <summary>Writes logs to standard error, one line a message. Every line goes through <see cref="Secrets"/>, whoever logs it.</summary>
[ProviderAlias("Lines")]
internal sealed class LineLoggerProvider(bool asJson, Secrets secrets, TimeProvider time, TextWriter writer) : ILoggerProvider
{
    private readonly Lock _writing = new();

    public ILogger CreateLogger(string categoryName) => new LineLogger(this, categoryName[(categoryName.LastIndexOf('.') + 1)..]);

    public void Dispose()
    {
    }

    private void Write(string line)
    {
        lock (_writing)
        {
            writer.WriteLine(secrets.Redact(line));
        }
    }

    private sealed class LineLogger(LineLoggerProvider owner, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var (at, message) = (owner.Now, formatter(state, exception));
            owner.Write(owner.IsJson
                ? LogLine.Json(at, logLevel, category, message, state as IEnumerable<KeyValuePair<string, object?>> ?? [], exception)
                : LogLine.Text(at, logLevel, category, message, exception));
        }
    }

    private bool IsJson => asJson;

    private DateTimeOffset Now => time.GetUtcNow();
}
