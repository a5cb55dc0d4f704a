using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace SummaryBot.TestDiscord.Inspection;

/// <summary>A channel as Discord draws it, in one page without scripts: messages with their threads, or a forum's posts.</summary>
internal static class ChannelPage
{
    internal const string Style = """
        *{box-sizing:border-box}body{margin:0;background:#313338;color:#dbdee1;font:16px/1.375 "gg sans","Noto Sans","Helvetica Neue",Helvetica,Arial,sans-serif;overflow-wrap:anywhere}
        header{padding:12px 16px;font-weight:600;color:#f2f3f5;border-bottom:1px solid #26272b}header span{color:#80848e;font-weight:400}
        main{padding:16px}.message{display:flex;gap:16px;margin-bottom:24px}.message>div:last-child{min-width:0;flex:1}.avatar{flex:none;width:40px;height:40px;border-radius:50%;background:#5865f2;color:#fff;display:grid;place-items:center;font-weight:600}
        .name{color:#f2f3f5;font-weight:500}.app{background:#5865f2;color:#fff;border-radius:4px;font-size:10px;padding:2px 4px;margin:0 6px;vertical-align:2px}.at{color:#949ba4;font-size:12px}
        .container,.embed{max-width:600px;margin-top:4px;background:#2b2d31;border:1px solid #26272b;border-left:4px solid var(--accent,#26272b);border-radius:8px;padding:14px 16px}
        .embed{max-width:520px;border-radius:4px;font-size:14px}.embed .title{color:#f2f3f5;font-weight:600;font-size:16px;margin:4px 0 8px}.author,.footer{display:flex;gap:8px;align-items:center;font-size:14px;font-weight:600;color:#f2f3f5}.footer{font-size:12px;font-weight:400;color:#dbdee1;margin-top:8px}
        .picture{flex:none;background:#4e5058;border-radius:50%;width:24px;height:24px}.section{display:flex;gap:12px;justify-content:space-between}.section .picture{width:56px;height:56px;border-radius:8px}.gallery{background:#4e5058;border-radius:8px;min-height:96px;padding:12px;margin-bottom:8px;font-size:13px}
        h1,h2,h3,p{margin:0}h2{font-size:20px;line-height:1.3;color:#f2f3f5}h3{margin:16px 0 8px;font-size:16px;color:#f2f3f5}small{display:block;font-size:13px;line-height:1.4;color:#949ba4}.gap{height:11px}li{margin-left:16px}blockquote{margin:0;border-left:4px solid #4e5058;padding-left:12px}
        .text{margin-bottom:8px}.text:last-child{margin-bottom:0}b{color:#f2f3f5}a{color:#00a8fc;text-decoration:none}hr{border:0;border-top:1px solid #4e5058;margin:10px 0}.time{background:#3f4147;border-radius:3px;padding:0 2px}code{background:#1e1f22;border-radius:3px;padding:0 3px}.spoiler{background:#1e1f22;border-radius:3px}
        .mention{background:#3c4270;color:#c9cdfb;border-radius:3px;padding:0 2px}.row{display:flex;flex-wrap:wrap;gap:8px;margin-top:8px}.button{background:#4e5058;color:#fff;border-radius:8px;padding:6px 14px;font-size:14px;font-weight:500}.disabled{opacity:.5}.only{color:#949ba4;font-size:12px;margin-top:4px}
        .menu{flex:1;max-width:600px;background:#1e1f22;border:1px solid #3f4147;border-radius:8px;padding:8px 12px;color:#949ba4;display:flex;justify-content:space-between}.main{background:#5865f2}.danger{background:#da373c}.file{background:#2b2d31;border:1px solid #3f4147;border-radius:8px;padding:10px 14px}
        .thread{display:block;max-width:600px;margin-top:6px;background:#2b2d31;border-radius:8px;padding:8px 12px;color:#f2f3f5;font-size:14px}.thread span{color:#949ba4}.post{display:block;max-width:600px;background:#2b2d31;border-radius:8px;padding:12px 16px;margin-bottom:8px;color:#f2f3f5;font-weight:600}.post span{display:block;color:#949ba4;font-size:13px;font-weight:400}
        @media(max-width:480px){main{padding:12px}.message{gap:12px}.avatar{width:32px;height:32px;font-size:14px}.container,.embed{padding:12px}}
        """;

    /// <param name="number">Of the one message to draw, from 1; null draws all.</param>
    /// <param name="last">How many of the last messages to draw; null draws all.</param>
    public static string Write(TestDiscordServer discord, string channelId, int? number = null, int? last = null)
    {
        var channel = discord.World.Channels[channelId];
        var content = new StringBuilder();
        lock (discord.World.Gate)
        {
            foreach (var thread in discord.World.Channels.Values.Where(it => it.Thread?.ParentId == channelId && ChannelTypes.HoldsThreadsOnly(channel.Type)).Reverse())
            {
                content.Append(Post(channel, thread));
            }

            foreach (var message in channel.Messages.Where((it, i) => !it.IsDeleted && (number ?? i + 1) == i + 1).TakeLast(last ?? int.MaxValue))
            {
                content.Append(Message(message.ToJson(discord.World, withNonce: false)));
            }
        }

        var sign = channel.Type switch { ChannelTypes.Announcement => "📣", ChannelTypes.Forum or ChannelTypes.Media => "💬", _ when channel.Thread is not null => "🧵", _ => "#" };
        return $"<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content=\"width=device-width\"><title>#{Encode(channel.Name)}</title><style>{Style}</style><header><span>{sign}</span> {Encode(channel.Name)}</header><main>{content}</main></html>";
    }

    private static string Post(Channel forum, Channel thread)
    {
        var tags = forum.Tags.Where(tag => thread.Thread!.Tags.Contains(tag.Id)).Select(tag => tag.Name);
        return $"<a class=post href=\"{thread.Id}\">{Encode(thread.Name)}<span>{Encode(string.Join(" · ", tags.Append(Count(thread))))}</span></a>";
    }

    private static string Message(JsonObject message)
    {
        var flags = (int)message["flags"]!;
        var name = message["author"]!["username"]!.GetValue<string>();
        var body = (flags & 128) != 0 ? "<p class=only>SummaryBot is thinking…</p>" : Content(message);
        var only = (flags & 64) != 0 ? "<div class=only>Only you can see this</div>" : "";
        var published = (flags & TestDiscord.Message.Crossposted) != 0 ? "<div class=only>Published to the channels that follow this one</div>" : "";
        var thread = message["thread"] is { } it ? $"<a class=thread href=\"{it["id"]}\">{Encode(it["name"]!.GetValue<string>())} <span>Thread ›</span></a>" : "";
        var at = message["timestamp"]!.GetValue<string>()[11..16];
        return $"<div class=message><div class=avatar>{Encode(name[..1])}</div><div><div><span class=name>{Encode(name)}</span><span class=app>APP</span><span class=at>{at}</span></div>{body}{only}{published}{thread}</div></div>";
    }

    private static string Content(JsonObject message) =>
        (Text(message["content"]) is { Length: > 0 } text ? $"<div class=text>{DiscordHtml.Of(text)}</div>" : "")
        + string.Concat(message["embeds"]!.AsArray().Select(embed => Embed(embed!.AsObject())))
        + string.Concat(message["components"]!.AsArray().Select(component => Component(component!.AsObject())));

    private static string Embed(JsonObject embed)
    {
        var author = embed["author"] is { } by ? $"<div class=author>{Picture(by["icon_url"])}{Encode(Text(by["name"]))}</div>" : "";
        var title = Text(embed["title"]) is { Length: > 0 } text ? $"<div class=title>{DiscordHtml.Of(text)}</div>" : "";
        var footer = embed["footer"] is { } foot ? $"<div class=footer>{Encode(Text(foot["text"]))}</div>" : "";
        return $"<div class=embed style=\"{Accent(embed["color"])}\">{author}{title}{DiscordHtml.Of(Text(embed["description"]))}{footer}</div>";
    }

    private static string Component(JsonObject component)
    {
        string Nested() => string.Concat((component["components"] as JsonArray ?? []).Select(nested => Component(nested!.AsObject())));
        return (int)component["type"]! switch
        {
            1 => $"<div class=row>{Nested()}</div>",
            2 => $"<span class=\"button{Look(component)}\">{Encode(Text(component["label"]))}{((int?)component["style"] == 5 ? " ↗" : "")}</span>",
            >= 3 and <= 8 => $"<span class=menu>{Encode(Text(component["placeholder"]))}<span>▾</span></span>",
            9 => $"<div class=section><div>{Nested()}</div>{Component(component["accessory"]!.AsObject())}</div>",
            10 => $"<div class=text>{DiscordHtml.Of(Text(component["content"]))}</div>",
            11 => Picture(component["media"]?["url"]),
            12 => string.Concat(component["items"]!.AsArray().Select(item => $"<div class=gallery>{Encode(Text(item!["description"]))}</div>")),
            13 => $"<div class=file>{Encode(Text(component["file"]?["url"]).Split('/')[^1])}</div>",
            14 => "<hr>",
            17 => $"<div class=container style=\"{Accent(component["accent_color"])}\">{Nested()}</div>",
            var type => $"<p class=only>[component {type}]</p>",
        };
    }

    private static string Look(JsonObject button) => string.Concat(
        (int?)button["style"] switch { 1 => " main", 4 => " danger", _ => "" }, (bool?)button["disabled"] == true ? " disabled" : "");

    /// <summary>Its place alone: the page loads nothing from elsewhere.</summary>
    private static string Picture(JsonNode? url) => url is null ? "" : "<div class=picture></div>";

    private static string Count(Channel thread) => thread.Messages.Count == 1 ? "1 message" : $"{thread.Messages.Count} messages";

    private static string Accent(JsonNode? color) => color is null ? "" : $"--accent:#{(int)color:x6}";

    private static string Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
