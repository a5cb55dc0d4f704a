using System.Net;
using System.Text.Json.Nodes;

namespace SummaryBot.TestDiscord.Inspection;

/// <summary>A form as Discord draws it, with what it holds at first.</summary>
internal static class FormPage
{
    private const string Style = """
        .form{max-width:440px;background:#313338;border:1px solid #3f4147;border-radius:8px;padding:20px;margin:8px}.form h2{margin-bottom:16px}.form label{display:block;color:#f2f3f5;font-weight:600;font-size:14px;margin-bottom:2px}.form small{margin-bottom:6px}
        .input{background:#1e1f22;border:1px solid #3f4147;border-radius:8px;padding:8px 12px;min-height:40px;margin-bottom:16px;color:#dbdee1}.input.empty{color:#80848e}.box{display:flex;gap:8px;align-items:center;margin:4px 0}.box i{width:18px;height:18px;border:1px solid #80848e;border-radius:4px;text-align:center;line-height:16px;font-style:normal}
        .box .on{background:#5865f2;border-color:#5865f2;color:#fff}.boxes{margin-bottom:16px;display:grid;grid-template-columns:1fr 1fr}.send{display:flex;justify-content:flex-end;gap:8px}
        """;

    public static string Write(JsonObject form) =>
        $"<!doctype html><html lang=en><meta charset=utf-8><title>{Text(form["title"])}</title><style>{ChannelPage.Style}{Style}</style><div class=form><h2>{Text(form["title"])}</h2>"
        + string.Concat(Objects(form["components"]).Select(Field))
        + "<div class=send><span class=button>✕</span><span class=\"button main\">✓</span></div></div></html>";

    private static string Field(JsonObject label)
    {
        var description = label["description"] is { } text ? $"<small>{Text(text)}</small>" : "";
        return $"<label>{Text(label["label"])}</label>{description}{Input(label["component"] as JsonObject ?? [])}";
    }

    private static string Input(JsonObject input)
    {
        var options = Objects(input["options"]).ToList();
        if ((int?)input["type"] is 22 or 21)
        {
            return $"<div class=boxes>{string.Concat(options.Select(Box))}</div>";
        }

        var chosen = options.Where(option => (bool?)option["default"] == true).Select(option => Text(option["label"]))
            .Concat(Objects(input["default_values"]).Select(it => $"<span class=mention>#{Text(it["id"])}</span>")).ToList();
        var shown = Text(input["value"]) is { Length: > 0 } value ? value : string.Join(", ", chosen);
        return shown.Length > 0 ? $"<div class=input>{shown}</div>" : $"<div class=\"input empty\">{Text(input["placeholder"])}</div>";
    }

    private static string Box(JsonObject option)
    {
        var isOn = (bool?)option["default"] == true;
        return $"<span class=box><i class=\"{(isOn ? "on" : "")}\">{(isOn ? "✓" : "")}</i>{Text(option["label"])}</span>";
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? list) => (list as JsonArray ?? []).OfType<JsonObject>();

    private static string Text(JsonNode? node) => WebUtility.HtmlEncode(node is JsonValue value && value.TryGetValue<string>(out var text) ? text : "");
}
