namespace SummaryBot.Summarization;

/// <summary>One thing that speaks for a sentence, of the run that chose it. Two of the same kind, words and place are equal.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Words">Up to three words or names, as they stand in the sentence and strongest first; none where the kind has none.</param>
public sealed record Reason(ReasonKind Kind, IReadOnlyList<string> Words)
{
    /// <summary>The index of the sentence that cannot be read without this one; null where <see cref="Kind"/> is another.</summary>
    public int? NeededBy { get; init; }

    /// <summary>Whether both say the same.</summary>
    public bool Equals(Reason? other) => other is not null && Kind == other.Kind && NeededBy == other.NeededBy
        && Words.SequenceEqual(other.Words, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(Kind);
        hash.Add(NeededBy);
        foreach (var word in Words)
        {
            hash.Add(word, StringComparer.Ordinal);
        }

        return hash.ToHashCode();
    }
}
