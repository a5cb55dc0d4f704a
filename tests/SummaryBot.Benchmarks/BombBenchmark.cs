using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Options;
using SummaryBot.Sources.Fetching;

namespace SummaryBot.Benchmarks;

/// <summary>What an answer costs that unpacks to 1 GiB, beside one of 4 MB that is taken.</summary>
internal static class BombBenchmark
{
    private static readonly (string Encoding, Func<Stream, Stream> Pack)[] Packings =
    [
        ("gzip", to => new GZipStream(to, CompressionLevel.Fastest, leaveOpen: true)),
        ("br", to => new BrotliStream(to, new BrotliCompressionOptions { Quality = 2 }, leaveOpen: true)),
    ];

    public static async Task RunAsync()
    {
        foreach (var (encoding, pack) in Packings)
        {
            var (small, bomb) = (Packed(pack, megabytes: 4), Packed(pack, megabytes: 1024));
            await MeasureAsync($"{encoding}, first fetch", encoding, small);
            await MeasureAsync($"{encoding}, 4 MB", encoding, small);
            await MeasureAsync($"{encoding}, 1 GiB of {bomb.Length / 1e6:F1} MB", encoding, bomb);
        }
    }

    private static byte[] Packed(Func<Stream, Stream> pack, int megabytes)
    {
        using var packed = new MemoryStream();
        using (var body = pack(packed))
        {
            for (var i = 0; i < megabytes; i++)
            {
                body.Write(new byte[1024 * 1024]);
            }
        }

        return packed.ToArray();
    }

    private static async Task MeasureAsync(string name, string encoding, byte[] body)
    {
        var listening = new TaskCompletionSource<EndPoint>();
        var serving = ServeAsync(listening, $"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: {encoding}\r\nConnection: close\r\n\r\n", body);
        var place = await listening.Task;
        using var fetcher = new Fetcher(Options.Create(new FetchOptions { AllowedHosts = AllowedHosts.TryParse($"{place}")! }), TimeProvider.System, Wire.Real);
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        using var process = Process.GetCurrentProcess();
        var (allocated, resident, start) = (GC.GetTotalAllocatedBytes(precise: true), process.WorkingSet64, Stopwatch.GetTimestamp());
        var outcome = await fetcher.FetchAsync(new FetchRequest(new Uri($"http://{place}/"), FetchKind.Page), CancellationToken.None);
        var elapsed = Stopwatch.GetElapsedTime(start);
        process.Refresh();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-28} {outcome.GetType().Name,-8} {elapsed.TotalMilliseconds,6:F0} ms  {(GC.GetTotalAllocatedBytes(precise: true) - allocated) / 1e6,5:F1} MB allocated  {(process.WorkingSet64 - resident) / 1e6,5:F1} MB more resident"));
        await serving;
    }

    private static async Task ServeAsync(TaskCompletionSource<EndPoint> listening, string head, byte[] body)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        listening.SetResult(listener.LocalEndpoint);
        using var client = await listener.AcceptTcpClientAsync();
        var stream = client.GetStream();
        try
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
            await stream.WriteAsync(body);
        }
        catch (IOException)
        {
            // the fetcher had enough
        }
    }
}
