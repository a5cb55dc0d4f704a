using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using SummaryBot.Sources.Fetching;

namespace SummaryBot.Tests.Sources.Fetching;

/// <summary>Names that the test makes up: every public address leads to one server on loopback, and every connection is noted.</summary>
internal sealed class TestWeb(IPEndPoint? server = null)
{
    public TestWeb(RawServer server)
        : this(server.Place)
    {
    }

    public const string PublicAddress = "93.184.215.14";

    /// <summary>Name to its answers: the first query gets the first, the last is repeated. Addresses of one answer are parted by spaces.</summary>
    public Dictionary<string, string[]> Names { get; } = new(StringComparer.Ordinal)
    {
        ["news.example.com"] = [PublicAddress],
        ["other.example.com"] = ["151.101.1.67"],
    };

    public ConcurrentQueue<string> Resolved { get; } = new();

    public ConcurrentQueue<IPEndPoint> Dialed { get; } = new();

    public Fetcher Fetcher(string allowed = "", double seconds = 10) => new(
        Options.Create(new FetchOptions { AllowedHosts = AllowedHosts.TryParse(allowed)!, Deadline = TimeSpan.FromSeconds(seconds) }),
        TimeProvider.System,
        new Wire(ResolveAsync, DialAsync));

    public async Task<FetchOutcome> FetchAsync(string address = "http://news.example.com/", string allowed = "", FetchKind wanted = FetchKind.Page, double seconds = 10)
    {
        using var fetcher = Fetcher(allowed, seconds);
        return await fetcher.FetchAsync(new FetchRequest(new Uri(address), wanted), TestContext.Current.CancellationToken);
    }

    private Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        var earlier = Resolved.Count(name => name == host);
        Resolved.Enqueue(host);
        return Names.TryGetValue(host, out var answers)
            ? Task.FromResult(answers[Math.Min(earlier, answers.Length - 1)].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(IPAddress.Parse).ToArray())
            : throw new SocketException((int)SocketError.HostNotFound);
    }

    private async Task<Stream> DialAsync(IPEndPoint place, CancellationToken cancellationToken)
    {
        Dialed.Enqueue(place);
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(server ?? throw new SocketException((int)SocketError.ConnectionRefused), cancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }
}
