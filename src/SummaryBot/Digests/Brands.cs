using SummaryBot.Chat;

namespace SummaryBot.Digests;

/// <summary>The brands that stand behind the digests' own.</summary>
/// <param name="Default">For every digest.</param>
/// <param name="OfGuilds">By the id of the server.</param>
public sealed record Brands(Brand Default, IReadOnlyDictionary<string, Brand> OfGuilds)
{
    public static Brands None { get; } = new(Brand.None, new Dictionary<string, Brand>(StringComparer.Ordinal));

    /// <summary>What the digest leaves open is what its server has set, then what is configured for that, and then the default.</summary>
    public Brand For(Digest digest)
    {
        var configured = digest.Guild is { } guild ? OfGuilds.GetValueOrDefault(guild) : null;
        return (digest.Posting.Brand ?? Brand.None).Or(digest.GuildBrand ?? Brand.None).Or(configured ?? Brand.None).Or(Default);
    }

    /// <summary>How an edition of the digest is posted; null where nothing is asked for.</summary>
    public Posting? PostingOf(Digest digest)
    {
        var brand = For(digest);
        var posting = digest.Posting with { Brand = brand == Brand.None ? null : brand };
        return posting.IsPlain ? null : posting;
    }
}
