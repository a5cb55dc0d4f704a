namespace SummaryBot.Discord.Interactions.Commands;

/// <summary>Reads files that people sent, from Discord alone: an address of another host is not asked.</summary>
internal sealed class FileReader(IHttpClientFactory clients, DiscordOptions options)
{
    public const string ClientName = "discord-files";

    private static readonly string[] Hosts = ["cdn.discordapp.com", "media.discordapp.net"];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <returns>Null where it is longer, or does not come.</returns>
    public async Task<byte[]?> ReadAsync(Uri address, int most, CancellationToken cancellationToken)
    {
        if (!IsOfDiscord(address))
        {
            return null;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            using var client = clients.CreateClient(ClientName);
            using var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return response.IsSuccessStatusCode ? await ReadAsync(await response.Content.ReadAsStreamAsync(limit.Token), most, limit.Token) : null;
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }

    private bool IsOfDiscord(Uri address) =>
        (string.Equals(address.Scheme, "https", StringComparison.Ordinal) && address.IsDefaultPort && Hosts.Contains(address.Host, StringComparer.OrdinalIgnoreCase))
        || (string.Equals(address.Authority, options.ApiBaseAddress.Authority, StringComparison.OrdinalIgnoreCase) && string.Equals(address.Scheme, options.ApiBaseAddress.Scheme, StringComparison.Ordinal));

    private static async Task<byte[]?> ReadAsync(Stream stream, int most, CancellationToken cancellationToken)
    {
        var buffer = new byte[most + 1];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return length > most ? null : buffer[..length];
    }
}
