using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SummaryBot.TestDiscord.Rules;

/// <summary>Rules of texts, numbers and truths.</summary>
internal static class ScalarRules
{
    /// <summary>RFC 3339, as JSON Schema means date-time.</summary>
    private static readonly Regex DateTime = new(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?(?:[Zz]|[+-][0-9]{2}:[0-9]{2})\z", RegexOptions.NonBacktracking);

    public static IEnumerable<BodyError> Check(JsonNode rule, JsonValue value, string path)
    {
        if (rule["values"] is JsonArray values && !values.Any(it => JsonNode.DeepEquals(it, value)))
        {
            yield return NoChoice(values, path);
        }

        var errors = value.TryGetValue<string>(out var text) ? CheckText(rule, text, path)
            : value.GetValueKind() == System.Text.Json.JsonValueKind.Number ? CheckNumber(rule, Number(value), path)
            : [];
        foreach (var error in errors)
        {
            yield return error;
        }
    }

    public static BodyError NoChoice(JsonArray values, string path) =>
        new(path, "BASE_TYPE_CHOICES", $"Value must be one of {values.ToJsonString()}.");

    public static int Bound(JsonNode rule, string name, int otherwise) => rule[name]?.GetValue<int>() ?? otherwise;

    public static double Number(JsonNode value) => value.AsValue().TryGetValue<double>(out var number) ? number
        : double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture); // made in this process from another type

    private static IEnumerable<BodyError> CheckText(JsonNode rule, string text, string path)
    {
        var length = text.Trim().Length; // in UTF-16 units, after trimming
        var (least, most) = (Bound(rule, "minLength", 0), Bound(rule, "maxLength", int.MaxValue));
        if (length < least || length > most)
        {
            var code = length > most ? "BASE_TYPE_MAX_LENGTH" : "BASE_TYPE_MIN_LENGTH";
            yield return new BodyError(path, code, $"Must be {least} to {most} in length; it is {length}.");
        }

        // a dollar sign of JavaScript is the end alone, not the place before a last line break
        if (rule["pattern"] is { } pattern && !Regex.IsMatch(text, pattern.GetValue<string>().Replace("$", @"\z", StringComparison.Ordinal), RegexOptions.None, TimeSpan.FromSeconds(1)))
        {
            yield return new BodyError(path, "STRING_TYPE_REGEX", "String value did not match validation regex.");
        }

        switch (rule["format"]?.GetValue<string>())
        {
            case "date-time" when !IsDateTime(text):
                yield return new BodyError(path, "DATE_TIME_TYPE_PARSE", $"Could not parse {text}. Should be ISO8601.");
                break;
            case "uri" when !IsUri(text):
                yield return new BodyError(path, "URL_TYPE_INVALID_URL", "Not a well formed URL.");
                break;
            case "snowflake" when !ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _):
                yield return new BodyError(path, "NUMBER_TYPE_COERCE", $"Value \"{text}\" is not snowflake.");
                break;
        }
    }

    private static IEnumerable<BodyError> CheckNumber(JsonNode rule, double number, string path)
    {
        var (least, most) = (rule["least"]?.GetValue<double>() ?? double.MinValue, rule["most"]?.GetValue<double>() ?? double.MaxValue);
        var isInt32 = rule["format"]?.GetValue<string>() != "int32" || (number >= int.MinValue && number <= int.MaxValue);
        if (number < least || number > most || !isInt32)
        {
            yield return new BodyError(path, "NUMBER_TYPE_RANGE", "The number is out of range.");
        }
    }

    private static bool IsDateTime(string text) => DateTime.IsMatch(text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>With a scheme; an empty text clears the field.</summary>
    private static bool IsUri(string text) => text.Length == 0 || (Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri) && text.Trim().StartsWith($"{uri.Scheme}:", StringComparison.OrdinalIgnoreCase));
}
