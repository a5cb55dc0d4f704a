using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace SummaryBot.TestDiscord.Inspection;

/// <summary>A channel as Discord draws it, in one page without scripts.</summary>
internal static class ChannelPage
{
    private const string Style = """
        body{margin:0;background:#313338;color:#dbdee1;font:16px/1.375 "gg sans","Noto Sans","Helvetica Neue",Helvetica,Arial,sans-serif}
        header{padding:12px 16px;font-weight:600;color:#f2f3f5;border-bottom:1px solid #26272b}header span{color:#80848e;font-weight:400}
        main{padding:16px}.message{display:flex;gap:16px;margin-bottom:24px}.avatar{flex:none;width:40px;height:40px;border-radius:50%;background:#5865f2;color:#fff;display:grid;place-items:center;font-weight:600}
        .name{color:#f2f3f5;font-weight:500}.app{background:#5865f2;color:#fff;border-radius:4px;font-size:10px;padding:2px 4px;margin:0 6px;vertical-align:2px}.at{color:#949ba4;font-size:12px}
        .container,.embed{max-width:600px;margin-top:4px;background:#2b2d31;border:1px solid #26272b;border-left:4px solid var(--accent,#26272b);border-radius:8px;padding:14px 16px}
        .embed{max-width:520px;border-radius:4px}h1,h2,h3,p{margin:0}h2{font-size:20px;line-height:1.3;color:#f2f3f5}h3{font-size:16px;color:#f2f3f5}small{display:block;font-size:13px;color:#949ba4}
        .text{margin-bottom:8px}b{color:#f2f3f5}a{color:#00a8fc;text-decoration:none}hr{border:0;border-top:1px solid #4e5058;margin:10px 0}.time{background:#3f4147;border-radius:3px;padding:0 2px}
        .row{display:flex;gap:8px;margin-top:8px}.button{background:#4e5058;color:#fff;border-radius:8px;padding:6px 14px;font-size:14px;font-weight:500}.disabled{opacity:.5}.only{color:#949ba4;font-size:12px;margin-top:4px}
        """;

    public static string Write(TestDiscordServer discord, string channelId)
    {
        var channel = discord.World.Channels[channelId];
        List<JsonObject> messages;
        lock (discord.World.Gate)
        {
            messages = [.. channel.Messages.Where(it => !it.IsDeleted).Select(it => it.ToJson(discord.World, withNonce: false))];
        }

        var page = new StringBuilder($"<!doctype html><html lang=en><meta charset=utf-8><title>#{Encode(channel.Name)}</title><style>{Style}</style><header><span>#</span> {Encode(channel.Name)}</header><main>");
        messages.ForEach(message => page.Append(Message(message)));
        return page.Append("</main></html>").ToString();
    }

    private static string Message(JsonObject message)
    {
        var flags = (int)message["flags"]!;
        var body = (flags & 128) != 0 ? "<p class=only>SummaryBot is thinking…</p>" : Content(message);
        var only = (flags & 64) != 0 ? "<div class=only>Only you can see this</div>" : "";
        var at = message["timestamp"]!.GetValue<string>()[11..16];
        return $"<div class=message><div class=avatar>S</div><div><div><span class=name>SummaryBot</span><span class=app>APP</span><span class=at>{at}</span></div>{body}{only}</div></div>";
    }

    private static string Content(JsonObject message) =>
        DiscordHtml.Of(message["content"]!.GetValue<string>())
        + string.Concat(message["embeds"]!.AsArray().Select(embed => Embed(embed!.AsObject())))
        + string.Concat(message["components"]!.AsArray().Select(component => Component(component!.AsObject())));

    private static string Embed(JsonObject embed) =>
        $"<div class=embed style=\"{Accent(embed["color"])}\"><b>{DiscordHtml.Of(embed["title"]?.GetValue<string>() ?? "")}</b>{DiscordHtml.Of(embed["description"]?.GetValue<string>() ?? "")}</div>";

    private static string Component(JsonObject component)
    {
        string Nested() => string.Concat((component["components"] as JsonArray ?? []).Select(nested => Component(nested!.AsObject())));
        return (int)component["type"]! switch
        {
            1 => $"<div class=row>{Nested()}</div>",
            2 => $"<span class=\"button{((bool?)component["disabled"] == true ? " disabled" : "")}\">{Encode(component["label"]?.GetValue<string>() ?? "")}{((int?)component["style"] == 5 ? " ↗" : "")}</span>",
            10 => $"<div class=text>{DiscordHtml.Of(component["content"]!.GetValue<string>())}</div>",
            14 => "<hr>",
            17 => $"<div class=container style=\"{Accent(component["accent_color"])}\">{Nested()}</div>",
            var type => $"<p class=only>[component {type}]</p>",
        };
    }

    private static string Accent(JsonNode? color) => color is null ? "" : $"--accent:#{(int)color:x6}";

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
