using System.Net;
using System.Net.Sockets;

namespace SummaryBot.Sources.Fetching;

/// <summary>The two things that touch the network.</summary>
/// <param name="ResolveAsync">All addresses of a name; throws a <see cref="SocketException"/> where there are none.</param>
/// <param name="DialAsync">Connects to one address, and asks nobody about names.</param>
public sealed record Wire(
    Func<string, CancellationToken, Task<IPAddress[]>> ResolveAsync, Func<IPEndPoint, CancellationToken, Task<Stream>> DialAsync)
{
    public static Wire Real { get; } = new(Dns.GetHostAddressesAsync, DialTcpAsync);

    private static async Task<Stream> DialTcpAsync(IPEndPoint at, CancellationToken cancellationToken)
    {
        var socket = new Socket(at.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(at, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
