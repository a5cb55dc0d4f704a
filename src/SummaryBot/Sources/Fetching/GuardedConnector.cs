using System.Net;
using System.Net.Sockets;

namespace SummaryBot.Sources.Fetching;

/// <summary>Resolves a name once, checks every address that it has, and connects to those very addresses: a name that changes its mind in between changes nothing.</summary>
internal sealed class GuardedConnector(FetchOptions options, Wire wire, TimeProvider time)
{
    /// <summary>What one address may take while there are others to try.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <exception cref="AddressRefusedException">An address of the host is not public.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (HostNames.Normal(context.DnsEndPoint.Host), context.DnsEndPoint.Port);
        var addresses = await ResolveAsync(host, cancellationToken);
        if (!options.AllowedHosts.Contains(host, port) && addresses.Select(AddressGuard.Refuse).OfType<string>().FirstOrDefault() is { } kind)
        {
            throw new AddressRefusedException($"{host} leads to {kind}.");
        }

        return await DialAsync([.. addresses.Select(address => new IPEndPoint(address, port))], cancellationToken);
    }

    private async Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await wire.ResolveAsync(host, cancellationToken);
        return addresses.Length > 0 ? addresses : throw new SocketException((int)SocketError.NoData);
    }

    private async Task<Stream> DialAsync(IPEndPoint[] places, CancellationToken cancellationToken)
    {
        foreach (var place in places[..^1])
        {
            using var patience = new CancellationTokenSource(Patience, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
            try
            {
                return await wire.DialAsync(place, either.Token);
            }
            catch (Exception e) when (e is SocketException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
            {
                // the next address may answer
            }
        }

        return await wire.DialAsync(places[^1], cancellationToken);
    }
}
