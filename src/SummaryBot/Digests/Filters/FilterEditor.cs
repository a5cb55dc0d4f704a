namespace SummaryBot.Digests.Filters;

/// <summary>Changes the filters of a digest for who set it up. Of two changes at the same time none is lost.</summary>
public sealed class FilterEditor(DigestStore digests)
{
    /// <param name="rule">It gets the next number, whatever its own.</param>
    public Task<FilterChange> AddAsync(long digest, FilterOptions rule, CancellationToken cancellationToken) => ChangeAsync(
        digest,
        rules =>
        {
            var next = rules.Select(other => other.Id).DefaultIfEmpty().Max() + 1;
            rules.Add(new FilterOptions { Id = next, Group = rule.Group, Field = rule.Field, Op = rule.Op, Value = rule.Value });
            return next;
        },
        cancellationToken);

    public Task<FilterChange> RemoveAsync(long digest, int rule, CancellationToken cancellationToken) =>
        ChangeAsync(digest, rules => rules.Remove(rules.FirstOrDefault(other => other.Id == rule)!) ? rule : null, cancellationToken);

    /// <param name="change">Returns the number of the rule that it added or removed; null where there is none.</param>
    private async Task<FilterChange> ChangeAsync(long id, Func<IList<FilterOptions>, int?> change, CancellationToken cancellationToken)
    {
        FilterChange outcome = new FilterChange.NotFound();
        await digests.ChangeAsync(
            id,
            digest =>
            {
                var options = EditorialText.Of(digest);
                if (change(options.Filters) is not { } rule)
                {
                    return digest;
                }

                var faults = new List<string>();
                var editing = EditorialReader.Read(options, faults);
                outcome = faults.Count > 0
                    ? new FilterChange.Faulty(faults)
                    : new FilterChange.Done(editing.Filters.Concat(digest.Editing.Filters).First(it => it.Id == rule));
                return faults.Count > 0 ? digest : digest with { Editing = editing };
            },
            cancellationToken);
        return outcome;
    }
}

public abstract record FilterChange
{
    /// <param name="Rule">That was added or removed.</param>
    public sealed record Done(FilterRule Rule) : FilterChange;

    /// <summary>One line each: key, value, remedy.</summary>
    public sealed record Faulty(IReadOnlyList<string> Faults) : FilterChange;

    /// <summary>There is no such rule, or no such digest any more.</summary>
    public sealed record NotFound : FilterChange;
}
