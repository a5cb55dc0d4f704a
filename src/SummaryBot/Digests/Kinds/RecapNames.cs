using SummaryBot.Chat;

namespace SummaryBot.Digests.Kinds;

/// <summary>Recaps name the digests that they look back on.</summary>
internal static class RecapNames
{
    /// <summary>The digest that a recap means: one of its own server, else one of no server; null where there is none.</summary>
    /// <param name="named">All digests of the name.</param>
    public static StoredDigest? Find(IEnumerable<StoredDigest> named, Digest recap) => named
        .Where(it => !string.Equals(it.Digest.Channel.Scheme, ChannelAddress.Direct, StringComparison.Ordinal) && (it.Digest.Guild is null || string.Equals(it.Digest.Guild, recap.Guild, StringComparison.Ordinal)))
        .OrderBy(it => it.Digest.Guild is null).ThenBy(it => it.Id).FirstOrDefault();

    /// <summary>The recaps that look back on a digest by its name.</summary>
    public static IReadOnlyList<StoredDigest> LookingBackOn(StoredDigest digest, IReadOnlyList<StoredDigest> all)
    {
        var named = all.Where(it => string.Equals(it.Digest.Name, digest.Digest.Name, StringComparison.Ordinal)).ToList();
        return [.. all.Where(it => it.Digest.Editing.RecapOf.Contains(digest.Digest.Name, StringComparer.Ordinal) && Find(named, it.Digest)?.Id == digest.Id)];
    }
}
