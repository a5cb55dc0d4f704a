using SummaryBot.Language;
using SummaryBot.Sources;

namespace SummaryBot.Commands.Sources;

/// <summary>Says how sources do.</summary>
internal static class SourceText
{
    /// <summary>One line of a list.</summary>
    public static ReplyText Line(Words words, SubscriptionRecord it)
    {
        var line = words.Of("source.list.line", ("name", ReplyText.Strong(it.Name)), ("state", State(words, it)), ("host", new Uri(it.Address).Host));
        return Reason(it) is { } reason ? ReplyText.Join(" ", [line, StoredReason.Of(words, reason)]) : line;
    }

    public static IEnumerable<ReplyText> Details(Words words, SubscriptionRecord it)
    {
        yield return words.Of("source.show.address", ("address", ReplyText.Link(new Uri(it.Address).Host, new Uri(it.Address))));
        yield return words.Of("source.show.state", ("state", State(words, it)));
        if (Reason(it) is { } reason)
        {
            yield return it.FailingSince is { } since ? words.Of("source.show.failing", ("time", Time(since)), ("reason", StoredReason.Of(words, reason))) : StoredReason.Of(words, reason);
        }

        yield return it.VisitedAt is { } visited ? words.Of("source.show.visited", ("time", Time(visited))) : words.Of("source.show.unvisited");
        if (it is { Ended: null, Paused: 0 })
        {
            yield return words.Of("source.show.next", ("time", Time(Math.Max(it.NextVisitAt, it.HostOpenAt ?? 0))), ("minutes", it.IntervalSeconds / 60));
        }

        foreach (var setting in Settings(words, it))
        {
            yield return setting;
        }
    }

    /// <summary>What was set for it; nothing where all is as usual.</summary>
    public static IEnumerable<ReplyText> Settings(Words words, SubscriptionRecord it)
    {
        if (it.IntervalMinutes is { } interval)
        {
            yield return words.Of("source.set.interval", ("minutes", interval));
        }

        if (it.Trust is { } trust)
        {
            yield return words.Of($"source.set.trust.{trust}");
        }

        if (it.MaxPerDigest is { } most)
        {
            yield return words.Of("source.set.most", ("count", most));
        }

        if (it.QuoteShare is { } share)
        {
            yield return words.Of("source.set.share", ("percent", share));
        }

        if (it.Digest is { } digest)
        {
            yield return words.Of("source.set.digest", ("digest", digest));
        }

        if (it.GroupName is { } group)
        {
            yield return words.Of("source.set.group", ("group", group));
        }

        if (it.Outlet is { } outlet)
        {
            yield return words.Of("source.set.outlet", ("outlet", outlet));
        }
    }

    private static string State(Words words, SubscriptionRecord it) => words.Plain($"source.state.{it.State}");

    private static string? Reason(SubscriptionRecord it) => it.Ended ?? (it.FailingSince is null ? null : it.Failure);

    private static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
