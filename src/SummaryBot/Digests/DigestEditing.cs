using SummaryBot.Digests.Kinds;

namespace SummaryBot.Digests;

/// <summary>Changes some of what somebody set up, and checks the whole.</summary>
public sealed class DigestEditing(DigestStore digests)
{
    /// <param name="change">What is asked for; the rest stays as it is.</param>
    public async Task<DigestEditResult> EditAsync(StoredDigest digest, Action<DigestOptions> change, CancellationToken cancellationToken)
    {
        if (await TakenAsync(digest, change, cancellationToken) is { } taken)
        {
            return new DigestEditResult.Taken(taken);
        }

        var recaps = await RecapsAsync(digest, change, cancellationToken);
        var faults = new List<string>();
        var changed = await digests.ChangeAsync(digest.Id, it => Apply(it, change, faults), cancellationToken);
        if (faults.Count > 0 || changed is null)
        {
            return faults.Count > 0 ? new DigestEditResult.Faulty(faults) : new DigestEditResult.Gone();
        }

        await RenameInAsync(recaps, digest.Digest.Name, changed.Digest.Name, cancellationToken);
        return new DigestEditResult.Edited(changed);
    }

    private static Digest Apply(Digest digest, Action<DigestOptions> change, List<string> faults)
    {
        var options = DigestText.Of(digest);
        change(options);
        switch (DigestReader.Read(options))
        {
            case DigestReadResult.Read(var read):
                return read;
            case DigestReadResult.Faulty(var found):
                faults.AddRange(found);
                return digest;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private async Task<string?> TakenAsync(StoredDigest digest, Action<DigestOptions> change, CancellationToken cancellationToken)
    {
        var options = OptionsOf(digest, change);
        return await digests.FindAsync(options.Guild, options.Name, cancellationToken) is { } other && other.Id != digest.Id ? options.Name : null;
    }

    /// <summary>The recaps that look back on a digest by a name that is to change; none where it stays.</summary>
    public async Task<IReadOnlyList<StoredDigest>> RecapsAsync(StoredDigest digest, Action<DigestOptions> change, CancellationToken cancellationToken) =>
        string.Equals(OptionsOf(digest, change).Name, digest.Digest.Name, StringComparison.Ordinal)
            ? [] : RecapNames.LookingBackOn(digest, await digests.ListAsync(cancellationToken));

    private static DigestOptions OptionsOf(StoredDigest digest, Action<DigestOptions> change)
    {
        var options = DigestText.Of(digest.Digest);
        change(options);
        return options;
    }

    private async Task RenameInAsync(IEnumerable<StoredDigest> recaps, string before, string after, CancellationToken cancellationToken)
    {
        foreach (var recap in recaps)
        {
            await digests.ChangeAsync(
                recap.Id,
                it => it with { Editing = it.Editing with { RecapOf = [.. it.Editing.RecapOf.Select(name => string.Equals(name, before, StringComparison.Ordinal) ? after : name)] } },
                cancellationToken);
        }
    }
}

public abstract record DigestEditResult
{
    public sealed record Edited(StoredDigest Digest) : DigestEditResult;

    /// <summary>Another digest of its server has the name.</summary>
    public sealed record Taken(string Name) : DigestEditResult;

    public sealed record Faulty(IReadOnlyList<string> Faults) : DigestEditResult;

    /// <summary>Somebody deleted it meanwhile.</summary>
    public sealed record Gone : DigestEditResult;
}
