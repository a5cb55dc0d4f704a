namespace SummaryBot.Digests;

/// <summary>Changes some of what somebody set up, and checks the whole.</summary>
public sealed class DigestEditing(DigestStore digests)
{
    /// <param name="change">What is asked for; the rest stays as it is.</param>
    public async Task<DigestEditResult> EditAsync(StoredDigest digest, Action<DigestOptions> change, CancellationToken cancellationToken)
    {
        if (await TakenAsync(digest, change, cancellationToken) is { } taken)
        {
            return new DigestEditResult.Faulty([$"name \"{taken}\": write one that no other digest has."]);
        }

        var faults = new List<string>();
        var changed = await digests.ChangeAsync(digest.Id, it => Apply(it, change, faults), cancellationToken);
        if (faults.Count > 0 || changed is null)
        {
            return faults.Count > 0 ? new DigestEditResult.Faulty(faults) : new DigestEditResult.Gone();
        }

        await RenameInRecapsAsync(digest.Digest.Name, changed.Digest.Name, cancellationToken);
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
        var options = DigestText.Of(digest.Digest);
        change(options);
        var isRenamed = !string.Equals(options.Name, digest.Digest.Name, StringComparison.Ordinal);
        return isRenamed && await digests.FindAsync(options.Name, cancellationToken) is not null ? options.Name : null;
    }

    /// <summary>Recaps name the digests that they look back on.</summary>
    private async Task RenameInRecapsAsync(string before, string after, CancellationToken cancellationToken)
    {
        if (string.Equals(before, after, StringComparison.Ordinal))
        {
            return;
        }

        foreach (var recap in (await digests.ListAsync(cancellationToken)).Where(it => it.Digest.Editing.RecapOf.Contains(before, StringComparer.Ordinal)))
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

    public sealed record Faulty(IReadOnlyList<string> Faults) : DigestEditResult;

    /// <summary>Somebody deleted it meanwhile.</summary>
    public sealed record Gone : DigestEditResult;
}
