using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SummaryBot.TestDiscord.Faults;
using SummaryBot.TestDiscord.Gateway;
using SummaryBot.TestDiscord.Interactions;
using SummaryBot.TestDiscord.Rules;

namespace SummaryBot.TestDiscord.Rest;

/// <summary>REST v10: who asks, how fast, what goes wrong by order, and then the answer.</summary>
internal sealed class RestEndpoints(
    World world, TestDiscordOptions options, RateLimiter limiter, FaultList faults, Messages messages, InteractionEndpoints interactions, GatewayHub gateway, RequestLog log,
    Threads threads, Crossposts crossposts, Webhooks webhooks)
{
    public const string Base = "/api/v10";

    /// <summary>Ten files of 10 MiB each and what is said of them.</summary>
    private const long MaxBytes = 101L << 20;

    private readonly CommandEndpoints _commands = new(world);
    private readonly GuildEndpoints _guilds = new(world);

    private static readonly Regex UserAgent = new(@"^DiscordBot \(\S+, ?\S+\)", RegexOptions.NonBacktracking);

    public async Task HandleAsync(HttpContext context)
    {
        var path = context.Request.Path.Value![Base.Length..];
        var entry = log.Start(context, path);
        var reply = await AnswerAsync(context, path, entry);
        if (reply is null)
        {
            context.Abort();
            return;
        }

        reply = Checked(reply, context.Request.Method, path);
        entry.Status = reply.Status;
        if (reply.Status is 401 or 403 || (reply.Status == 429 && context.Response.Headers["X-RateLimit-Scope"] != "shared"))
        {
            limiter.CountInvalid();
        }

        if (reply.Status == 400)
        {
            log.Refuse(entry, reply.Body!);
        }

        context.Response.StatusCode = reply.Status;
        if ((reply.Page ?? reply.Body?.ToJsonString()) is { } text)
        {
            context.Response.ContentType = reply.Page is null ? "application/json" : "text/html";
            await WriteAsync(context, text, entry);
        }
    }

    private async Task WriteAsync(HttpContext context, string text, RequestLog.Entry entry)
    {
        if (entry.Fault != "half-open")
        {
            await context.Response.WriteAsync(text);
            return;
        }

        context.Response.ContentLength = text.Length + 1;
        await context.Response.WriteAsync(text[..(text.Length / 2)]);
        await context.Response.Body.FlushAsync();
        await SilentAsync(context);
    }

    /// <summary>Leaves the connection open until the client gives up.</summary>
    private async Task SilentAsync(HttpContext context)
    {
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, options.Time, context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            context.Abort();
        }
    }

    /// <summary>What Discord would never answer becomes an error of the server, and is kept for the tests.</summary>
    private RestReply Checked(RestReply reply, string method, string path)
    {
        var errors = Outgoing.Check(method, Parts(path), reply);
        if (errors.Count == 0)
        {
            return reply;
        }

        log.Blame($"{method} {path}", errors);
        return RestError.Of(500, 0, "500: Internal Server Error");
    }

    private static string[] Parts(string path) => [.. path.Split('/').Where(part => part.Length > 0)];

    /// <returns>Null where the connection breaks.</returns>
    private async Task<RestReply?> AnswerAsync(HttpContext context, string path, RequestLog.Entry entry)
    {
        if (context.Request.ContentLength > MaxBytes)
        {
            return RestError.Of(413, 40005, "Request entity too large");
        }

        string[] parts = Parts(path);
        var isInteraction = parts is ["interactions" or "webhooks", _, _, ..];
        var (body, isJson) = await BodyAsync(context);
        var fault = faults.Hit(context.Request.Method, path);
        if (fault is not null)
        {
            entry.Fault = fault.Kind;
        }

        if (fault?.Kind == "slow")
        {
            await Task.Delay(TimeSpan.FromMilliseconds(fault.DelayMs), options.Time, context.RequestAborted);
        }

        if (fault?.Kind == "silent")
        {
            await SilentAsync(context);
        }

        if (fault?.Kind is "drop-before" or "silent")
        {
            return null;
        }

        lock (world.Gate)
        {
            if (limiter.IsBanned)
            {
                context.Response.Headers.RetryAfter = "600";
                return RestReply.Ban(429);
            }

            if (Fail(fault, context, Route(context.Request.Method, parts), Major(parts)) is { } failure)
            {
                return failure;
            }

            if (!isInteraction && context.Request.Headers.Authorization != $"Bot {world.Token}")
            {
                return RestError.Unauthorized;
            }

            if (!UserAgent.IsMatch(context.Request.Headers.UserAgent.ToString()))
            {
                return RestError.Of(403, 40333, "internal network error"); // what the network in front of Discord says
            }

            var reply = limiter.Count(Route(context.Request.Method, parts), Major(parts), isInteraction, context.Response.Headers)
                ?? (isJson ? Misread(context.Request, parts) ?? Answer(context, parts, body) : RestError.NoJson);
            return fault?.Kind == "drop-after-accept" ? null : reply;
        }
    }

    /// <summary>What is wrong with the part of the address behind the question mark.</summary>
    private static RestReply? Misread(HttpRequest request, string[] parts)
    {
        var asked = request.Query.Select(it => KeyValuePair.Create(it.Key, it.Value.ToString()));
        return BodyRules.Committed.OperationOf(request.Method, parts) is { } operation && BodyRules.Committed.CheckQuery(operation, asked) is { Count: > 0 } errors
            ? RestError.InvalidForm(errors)
            : null;
    }

    private RestReply? Fail(FaultRule? fault, HttpContext context, string route, string major)
    {
        var delay = TimeSpan.FromSeconds(fault?.RetryAfter ?? 0);
        switch (fault?.Kind)
        {
            case "500" or "502" or "503" or "504":
                return new RestReply(int.Parse(fault.Kind, CultureInfo.InvariantCulture), null);
            case "429" or "429-no-headers" or "429-user":
                limiter.CloseFor(route, major, delay);
                return RateLimiter.TooMany(
                    delay, fault.Kind == "429-user" ? "user" : "shared", fault.Kind == "429-no-headers" ? null : context.Response.Headers);
            case "429-global":
                limiter.CloseFor(delay);
                return RateLimiter.TooMany(delay, "global", context.Response.Headers);
            case "ban-429" or "ban-403":
                context.Response.Headers.RetryAfter = Math.Ceiling(fault.RetryAfter).ToString(CultureInfo.InvariantCulture);
                return RestReply.Ban(fault.Kind == "ban-429" ? 429 : 403);
            default:
                return null;
        }
    }

    private RestReply Answer(HttpContext context, string[] parts, JsonNode? body) => (context.Request.Method, parts) switch
    {
        ("GET", ["gateway"]) => RestReply.Ok(new JsonObject { ["url"] = gateway.Address.ToString() }),
        ("GET", ["gateway", "bot"]) => RestReply.Ok(gateway.Bot()),
        ("GET", ["users", "@me"]) => RestReply.Ok(UserJson.Self(world.Bot())),
        ("POST", ["users", "@me", "channels"]) => _guilds.OpenDirectChannel(body),
        ("GET", ["applications", "@me"] or ["oauth2", "applications", "@me"]) => _guilds.Application(),
        ("GET", ["guilds", var id]) => _guilds.Get(id),
        ("GET", ["guilds", var id, "channels"]) => _guilds.Channels(id),
        ("GET", ["guilds", var id, "roles"]) => _guilds.Roles(id),
        ("GET", ["guilds", var id, "members", var member]) => _guilds.Member(id, member),
        ("GET", ["channels", var id]) => _guilds.Channel(id),
        ("GET", ["channels", var id, "messages"]) => messages.List(id, context.Request.Query),
        ("POST", ["channels", var id, "messages"]) => messages.Create(id, body),
        ("GET", ["channels", var id, "messages", var message]) => messages.Get(id, message),
        ("POST", ["channels", var id, "messages", var message, "crosspost"]) => crossposts.Create(id, message, context.Response.Headers),
        ("POST", ["channels", var id, "messages", var message, "threads"]) => threads.Start(id, message, body),
        ("POST", ["channels", var id, "threads"]) => threads.Create(id, body),
        ("GET", ["channels", var id, "threads", "archived", "public"]) => threads.Archived(id),
        ("GET", ["guilds", var id, "threads", "active"]) when id == world.GuildId => threads.Active(),
        ("PATCH", ["channels", var id]) => threads.Edit(id, body),
        ("GET", ["webhooks", var id, var token]) when webhooks.Has(id) => webhooks.Get(id, token),
        ("POST", ["webhooks", var id, var token]) when webhooks.Has(id) => webhooks.Execute(id, token, context.Request.Query, body),
        (_, ["webhooks", var id, var token, "messages", var message]) when webhooks.Has(id) => webhooks.Change(context.Request, (id, token, message), body),
        ("PATCH", ["channels", var id, "messages", var message]) => messages.Edit(id, message, body),
        ("DELETE", ["channels", var id, "messages", var message]) => messages.Delete(id, message),
        (_, ["applications", var id, ..]) => id == world.ApplicationId ? Commands(context.Request.Method, parts, body) : RestError.Of(404, 10002, "Unknown Application"),
        ("POST", ["interactions", var id, var token, "callback"]) => interactions.Answer(id, token, body, context.Request.Query["with_response"] == "true"),
        ("POST", ["webhooks", var id, var token]) when id == world.ApplicationId => interactions.FollowUp(token, body),
        (_, ["webhooks", var id, var token, "messages", var message]) when id == world.ApplicationId => interactions.Change(context.Request.Method, token, message, body),
        (_, ["webhooks", ..]) => RestError.UnknownWebhook,
        _ => RestError.Of(404, 0, "404: Not Found"),
    };

    private RestReply Commands(string method, string[] parts, JsonNode? body) => (method, parts) switch
    {
        ("GET", [_, _, "commands"]) => _commands.List(guildId: null),
        ("PUT", [_, _, "commands"]) => _commands.Overwrite(guildId: null, body),
        ("GET", [_, _, "guilds", var guild, "commands"]) => _commands.List(guild),
        ("PUT", [_, _, "guilds", var guild, "commands"]) => _commands.Overwrite(guild, body),
        _ => RestError.Of(404, 0, "404: Not Found"),
    };

    private static async Task<(JsonNode? Body, bool IsJson)> BodyAsync(HttpContext context)
    {
        if (context.Request.ContentLength is null or 0 && !context.Request.Headers.ContainsKey("Transfer-Encoding"))
        {
            return (null, true);
        }

        try
        {
            return context.Request.HasFormContentType
                ? (await Uploads.ReadAsync(context.Request), true)
                : (await JsonNode.ParseAsync(context.Request.Body), context.Request.HasJsonContentType());
        }
        catch (Exception e) when (e is JsonException or InvalidDataException)
        {
            return (null, false);
        }
    }

    private static string Route(string method, string[] parts) =>
        $"{method} /{string.Join('/', parts.Select((part, i) => part.All(char.IsAsciiDigit) || (i == 2 && parts[0] is "interactions" or "webhooks" && i == 2) ? "*" : part))}";

    private static string Major(string[] parts) => parts switch
    {
        ["channels" or "guilds", var id, ..] => id,
        ["interactions" or "webhooks", var id, var token, ..] => $"{id}/{token}",
        _ => "",
    };
}
