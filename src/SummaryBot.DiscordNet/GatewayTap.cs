using System.Text.Json.Nodes;
using System.Threading.Channels;
using Discord.Net;
using Discord.Net.WebSockets;
using SummaryBot.Discord.Gateway;

namespace SummaryBot.DiscordNet;

/// <summary>
/// Discord.Net's socket, with the events that the bot answers taken from it as they come. Discord.Net connects, beats and resumes, but a click on a message made of
/// Components V2 is more than it can read, and its event would be lost.
/// </summary>
/// <param name="events">Where they go; they are answered elsewhere, so nothing here waits.</param>
/// <param name="closed">Told of each end of the connection with its close code; null where there is none.</param>
internal sealed class GatewayTap(IWebSocketClient socket, ChannelWriter<GatewayEvent> events, Action<int?> closed) : IWebSocketClient
{
    private const string Interaction = "INTERACTION_CREATE";
    private const string Ready = "READY";
    private static readonly string[] Taken = [Interaction, Ready, .. GuildWatch.Events];

    private Func<string, Task>? _textMessage;
    private Func<Exception, Task>? _closed;

    public event Func<byte[], int, int, Task> BinaryMessage
    {
        add => socket.BinaryMessage += value;
        remove => socket.BinaryMessage -= value;
    }

    public event Func<string, Task> TextMessage
    {
        add => Listen(ref _textMessage, value, () => socket.TextMessage += HearAsync);
        remove => _textMessage -= value;
    }

    public event Func<Exception, Task> Closed
    {
        add => Listen(ref _closed, value, () => socket.Closed += EndAsync);
        remove => _closed -= value;
    }

    public void SetHeader(string key, string value) => socket.SetHeader(key, value);

    public void SetCancelToken(CancellationToken cancelToken) => socket.SetCancelToken(cancelToken);

    /// <summary>Events can be read on the way only where they are not compressed.</summary>
    public Task ConnectAsync(string host) => socket.ConnectAsync(host.Replace("&compress=zlib-stream", "", StringComparison.Ordinal));

    public Task DisconnectAsync(int closeCode = 1000) => socket.DisconnectAsync(closeCode);

    public Task SendAsync(byte[] data, int index, int count, bool isText) => socket.SendAsync(data, index, count, isText);

    public void Dispose() => socket.Dispose();

    private static void Listen<T>(ref T? listener, T added, Action first)
        where T : Delegate
    {
        var isFirst = listener is null;
        listener = (T)Delegate.Combine(listener, added);
        if (isFirst)
        {
            first();
        }
    }

    private Task HearAsync(string text)
    {
        // whatever Discord sends, these names stand in what matters here
        var shown = Array.Exists(Taken, name => text.Contains(name, StringComparison.Ordinal)) ? Take(text) : text;
        return _textMessage?.Invoke(shown) ?? Task.CompletedTask;
    }

    /// <summary>Hands an event over.</summary>
    /// <returns>
    /// What Discord.Net gets to see: in the place of an interaction an event without content, so that it counts on; a READY with the list of private channels, which
    /// Discord's documents do not promise and Discord.Net cannot do without.
    /// </returns>
    private string Take(string text)
    {
        if (JsonNode.Parse(text) is not JsonObject frame || frame["d"] is not JsonObject data || GatewaySession.Text(frame["t"]) is not { } name || !Taken.Contains(name, StringComparer.Ordinal))
        {
            return text;
        }

        if (GuildWatch.IsWatched(name))
        {
            events.TryWrite(new GatewayEvent(name, GuildWatch.IdsOf(data)));
            return text;
        }

        events.TryWrite(new GatewayEvent(name, data.DeepClone().AsObject()));
        if (string.Equals(name, Ready, StringComparison.Ordinal))
        {
            events.TryWrite(GuildWatch.RosterOf(data));
            data["private_channels"] ??= new JsonArray();
        }
        else
        {
            (frame["t"], frame["d"]) = ("SUMMARYBOT_INTERACTION", new JsonObject());
        }

        return frame.ToJsonString();
    }

    private Task EndAsync(Exception reason)
    {
        closed((reason as WebSocketClosedException)?.CloseCode);
        return _closed?.Invoke(reason) ?? Task.CompletedTask;
    }
}
