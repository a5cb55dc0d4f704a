using SummaryBot.Chat;
using SummaryBot.Commands.Shape;
using SummaryBot.Digests;

namespace SummaryBot.Commands.Digests;

/// <summary>Finds the digest that somebody names, among those that he may change: an admin those of his server, the operator all.</summary>
public sealed class DigestFinder(DigestStore digests)
{
    /// <returns>The digest, or what to answer where there is none.</returns>
    public async Task<(StoredDigest? Digest, Reply? Refusal)> FindAsync(CommandCall call, string? name, CancellationToken cancellationToken)
    {
        if (!IsEverywhere(call))
        {
            return Found(await digests.FindAsync(call.Guild, name ?? "", cancellationToken));
        }

        var named = await digests.NamedAsync(name ?? "", cancellationToken);
        return named.Count <= 1 ? Found(named is [var only] ? only : null)
            : (null, Reply.Fail(call.Words, ErrorCode.SeveralDigests, ("name", name), ("guilds", string.Join(", ", named.Select(it => $"\"{it.Digest.Guild}\"")))));

        (StoredDigest?, Reply?) Found(StoredDigest? digest) => (digest, digest is null ? Missing(call, name) : null);
    }

    /// <summary>A digest that a button remembers.</summary>
    public async Task<(StoredDigest? Digest, Reply? Refusal)> FindAsync(CommandCall call, long id, CancellationToken cancellationToken)
    {
        var digest = await digests.FindAsync(id, cancellationToken);
        var isSeen = digest is not null && (IsEverywhere(call)
            || (string.Equals(digest.Digest.Guild ?? "", call.Guild, StringComparison.Ordinal) && !string.Equals(digest.Digest.Channel.Scheme, ChannelAddress.Direct, StringComparison.Ordinal)));
        return isSeen ? (digest, null) : (null, Missing(call, ""));
    }

    /// <summary>Those that somebody may change, by name.</summary>
    public Task<IReadOnlyList<StoredDigest>> ListAsync(CommandCall call, CancellationToken cancellationToken) =>
        IsEverywhere(call) ? digests.ListAsync(cancellationToken) : digests.ListAsync(call.Guild, cancellationToken);

    public static Reply Missing(CommandCall call, string? name) => Reply.Fail(call.Words, ErrorCode.NoSuchDigest, ("name", name ?? ""));

    private static bool IsEverywhere(CommandCall call) => call.IsOperator && call.Guild.Length == 0;
}
