using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SummaryBot.Tests.Sources.Fetching;

/// <summary>A server on loopback that answers with whatever bytes a test gives it, HTTP or not.</summary>
public sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<string, Stream, CancellationToken, Task> _answer;
    private readonly Task _work;

    /// <param name="answer">Gets the head of a request; the connection closes when it ends.</param>
    public RawServer(Func<string, Stream, CancellationToken, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        _work = AcceptAsync();
    }

    public RawServer(Func<string, string> answer)
        : this(async (head, stream, token) => await stream.WriteAsync(Encoding.Latin1.GetBytes(answer(head)), token))
    {
    }

    public IPEndPoint Place => (IPEndPoint)_listener.LocalEndpoint;

    public Uri Address => new($"http://127.0.0.1:{Place.Port}/");

    /// <summary>The heads of all requests so far.</summary>
    public ConcurrentQueue<string> Heads { get; } = new();

    /// <summary>An answer with status 200 unless told otherwise, which ends its connection.</summary>
    public static string Answer(string body, string fields = "Content-Type: text/html\r\n", string status = "200 OK") =>
        $"HTTP/1.1 {status}\r\nContent-Length: {Encoding.Latin1.GetByteCount(body)}\r\nConnection: close\r\n{fields}\r\n{body}";

    public static string Redirect(string location, string status = "302 Found") => Answer("", $"Location: {location}\r\n", status);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _work;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or InvalidOperationException && _stop.IsCancellationRequested)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                var head = await ReadHeadAsync(stream);
                Heads.Enqueue(head);
                await _answer(head, stream, _stop.Token);
                client.Client.Shutdown(SocketShutdown.Send);
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
            {
                // the other side had enough, or the test is over
            }
        }
    }

    private async Task<string> ReadHeadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var letter = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(letter, _stop.Token) == 1)
        {
            head.Append((char)letter[0]);
        }

        return head.ToString();
    }
}
