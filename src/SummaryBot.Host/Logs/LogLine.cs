using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SummaryBot.Host.Logs;

/// <summary>One log message as one line.</summary>
internal static class LogLine
{
    public static string Text(DateTimeOffset at, LogLevel level, string category, string message, Exception? exception)
    {
        var line = $"{at.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)} {Short(level)} {category}: {message}";
        return (exception is null ? line : $"{line} {exception}").ReplaceLineEndings(" | ");
    }

    /// <summary>The same with the message's values as fields.</summary>
    public static string Json(
        DateTimeOffset at, LogLevel level, string category, string message, IEnumerable<KeyValuePair<string, object?>> values, Exception? exception)
    {
        var fields = new JsonObject
        {
            ["at"] = at.ToString("O", CultureInfo.InvariantCulture),
            ["level"] = Short(level),
            ["category"] = category,
            ["message"] = message,
        };
        foreach (var (name, value) in values.Where(pair => !string.Equals(pair.Key, "{OriginalFormat}", StringComparison.Ordinal)))
        {
            fields[JsonNamingPolicy.CamelCase.ConvertName(name)] = Convert.ToString(value, CultureInfo.InvariantCulture);
        }

        if (exception is not null)
        {
            fields["exception"] = exception.ToString();
        }

        return fields.ToJsonString(Verbs.Common.JsonOptions);
    }

    private static string Short(LogLevel level) => level switch
    {
        LogLevel.Trace => "trace",
        LogLevel.Debug => "debug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        LogLevel.Error => "error",
        _ => "critical",
    };
}
