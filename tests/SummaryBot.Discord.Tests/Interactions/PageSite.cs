using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SummaryBot.Articles.Extraction;
using SummaryBot.Sources.Fetching;
using SummaryBot.Sources.Visits;
using SummaryBot.Tests.Sources.Fetching;

namespace SummaryBot.Discord.Tests.Interactions;

/// <summary>A real web server on loopback that stands for every public host. The bot's own fetcher, with its guard, asks it over real connections; other names lead where a test says.</summary>
internal sealed class PageSite : IAsyncDisposable
{
    private const string PublicAddress = "93.184.215.14";

    private readonly ConcurrentDictionary<string, Func<Stream, CancellationToken, Task>> _answers = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _asked = new();
    private readonly RawServer _server;

    public PageSite() => _server = new RawServer(ServeAsync);

    /// <summary>Names that lead elsewhere than here.</summary>
    public ConcurrentDictionary<string, string> Names { get; } = new(StringComparer.Ordinal);

    /// <summary>Host and path of every request, as <c>news.example.com/a</c>.</summary>
    public IReadOnlyList<string> Asked => [.. _asked];

    /// <summary>Has the bot ask here, and read pages in its own process: reading them in another is tested elsewhere.</summary>
    public void Use(IServiceCollection services) => services
        .AddSingleton(new Wire(ResolveAsync, DialAsync))
        .AddSingleton<ExtractPage>((body, charset, address, _) => Task.FromResult(PageReader.Read(body, charset, address)));

    public void Page(string place, string title, string text) => Raw(
        place, "200 OK", "text/html; charset=utf-8", $"<!doctype html><html lang=en><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{text}</p></article></body></html>");

    public void Redirect(string place, string to) => Answer(place, (stream, token) => WriteAsync(stream, $"HTTP/1.1 302 Found\r\nLocation: {to}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", token));

    public void Raw(string place, string status, string type, string body) => Answer(place, (stream, token) => WriteAsync(
        stream, $"HTTP/1.1 {status}\r\nContent-Type: {type}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}", token));

    public void Answer(string place, Func<Stream, CancellationToken, Task> answer) => _answers[place] = answer;

    public static async Task WriteAsync(Stream stream, string text, CancellationToken cancellationToken) => await stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken) => Task.FromResult(new[] { IPAddress.Parse(Names.GetValueOrDefault(host, PublicAddress)) });

    private async Task<Stream> DialAsync(IPEndPoint place, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(_server.Place, cancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private async Task ServeAsync(string head, Stream stream, CancellationToken cancellationToken)
    {
        var place = PlaceOf(head);
        _asked.Enqueue(place);
        await (_answers.TryGetValue(place, out var answer) ? answer(stream, cancellationToken)
            : WriteAsync(stream, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", cancellationToken));
    }

    private static string PlaceOf(string head)
    {
        var lines = head.Split("\r\n");
        var path = lines[0].Split(' ') is [_, var asked, ..] ? asked : "";
        return (lines.FirstOrDefault(line => line.StartsWith("Host:", StringComparison.OrdinalIgnoreCase)) ?? "Host:")[5..].Trim() + path;
    }
}
