using SummaryBot.Commands.Shape;
using SummaryBot.Language;
using SummaryBot.Sources;

namespace SummaryBot.Commands.News;

/// <summary>The sources of a server: its own, and the operator's for everybody.</summary>
internal sealed class NewsSources(SubscriptionStore subscriptions)
{
    /// <summary>By name, each source once.</summary>
    public async Task<IReadOnlyList<SubscriptionRecord>> VisibleAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var all = new List<SubscriptionRecord>();
        foreach (var guild in new[] { call.Guild, "" }.Distinct(StringComparer.Ordinal))
        {
            all.AddRange(await subscriptions.ListAsync(guild, cancellationToken));
        }

        return [.. all.DistinctBy(it => it.SourceId).OrderBy(it => it.Name, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>Null where none has that name.</summary>
    public async Task<SubscriptionRecord?> FindAsync(CommandCall call, string name, CancellationToken cancellationToken) =>
        (await VisibleAsync(call, cancellationToken)).FirstOrDefault(it => string.Equals(it.Name, name.Trim(), StringComparison.OrdinalIgnoreCase));

    public async Task<NewsList> ListAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var (words, all) = (call.Words, await VisibleAsync(call, cancellationToken));
        var title = words.Of("news.sources.title", ("count", all.Count));
        return all.Count > 0
            ? new NewsList(title, [.. all.Select(it => new NewsLine(Line(it, words)))], Note: null)
            : new NewsList(title, [], ReplyText.Join(" ", [words.Of("news.sources.none"), words.Of("news.sources.noneHint")]));
    }

    private static ReplyText Line(SubscriptionRecord it, Words words)
    {
        var source = Uri.TryCreate(it.Address, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? ReplyText.Link(it.Name, Site(address)) : ReplyText.Strong(it.Name);
        var (state, at) = it switch
        {
            { Paused: not 0 } => ("paused", null),
            { Ended: not null } => ("ended", null),
            { FailingSince: { } since } => ("failing", (long?)since),
            { VisitedAt: { } visited } => ("read", visited),
            _ => ("new", null),
        };
        return words.Of($"news.sources.{state}", ("source", source), ("at", at is { } time ? DateTimeOffset.FromUnixTimeMilliseconds(time) : null));
    }

    /// <summary>An address of a feed may hold a key; people read the site.</summary>
    private static Uri Site(Uri address) => new(address.GetLeftPart(UriPartial.Authority));
}
