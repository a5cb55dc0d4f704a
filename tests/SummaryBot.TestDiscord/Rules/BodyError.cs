using System.Text.Json.Nodes;

namespace SummaryBot.TestDiscord.Rules;

/// <summary>One thing wrong with a body.</summary>
/// <param name="Path">Fields and indexes from the root, such as <c>components.0.content</c>; empty for the whole.</param>
/// <param name="Code">Discord's name for the rule, such as <c>BASE_TYPE_MAX_LENGTH</c>.</param>
public sealed record BodyError(string Path, string Code, string Message)
{
    /// <summary>The errors as Discord nests them: <c>{"components": {"0": {"content": {"_errors": [{code, message}]}}}}</c>.</summary>
    public static JsonObject Nest(IEnumerable<BodyError> errors)
    {
        var root = new JsonObject();
        foreach (var error in errors)
        {
            var at = root;
            foreach (var part in error.Path.Split('.', StringSplitOptions.RemoveEmptyEntries))
            {
                at = (JsonObject)(at[part] ??= new JsonObject());
            }

            var list = (JsonArray)(at["_errors"] ??= new JsonArray());
            list.Add(new JsonObject { ["code"] = error.Code, ["message"] = error.Message });
        }

        return root;
    }
}
