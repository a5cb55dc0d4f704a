using SummaryBot.Commands.Shape;
using SummaryBot.Sources;

namespace SummaryBot.Commands.Sources;

/// <summary>Suggests sources and digests of the server while somebody types.</summary>
public sealed class SourceSuggestions(SubscriptionStore subscriptions, SourceDigests digests)
{
    private const int Most = 25;

    public async Task<IReadOnlyList<Choice>> SuggestAsync(CommandCall call, TypedOption typed, CancellationToken cancellationToken)
    {
        IEnumerable<string> names = typed.Name is "digest"
            ? (await digests.OfAsync(call.Guild, cancellationToken)).Select(it => it.Name)
            : (await subscriptions.ListAsync(call.Guild, cancellationToken)).Select(it => it.Name);
        return [.. names.Where(name => name.Contains(typed.Typed.Trim(), StringComparison.CurrentCultureIgnoreCase)).Take(Most).Select(name => new Choice(name, name))];
    }
}
