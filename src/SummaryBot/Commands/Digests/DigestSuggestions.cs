using SummaryBot.Commands.Shape;
using SummaryBot.Digests;
using SummaryBot.Digests.Feedback;

namespace SummaryBot.Commands.Digests;

/// <summary>What is offered while somebody types an option of <c>/digest</c>.</summary>
public sealed class DigestSuggestions(DigestFinder finder, FeedbackStore feedback, TimeProvider time)
{
    private const int Most = 25;

    public async Task<IReadOnlyList<Choice>> SuggestAsync(CommandCall call, TypedOption option, CancellationToken cancellationToken) => option.Name switch
    {
        "time" or "from" or "to" => TimeSuggestions.Of(option.Typed),
        "timezone" => ZoneSuggestions.Of(option.Typed, call.GuildLocale ?? call.Locale, time.GetUtcNow()),
        "days" => DaySuggestions.Of(call.Words, option.Typed),
        "until" => DaySuggestions.Dates(call.Words, option.Typed, time.GetUtcNow()),
        "section" => await SectionsAsync(call, option.Typed, cancellationToken),
        "reset" => await OutletsAsync(call, option.Typed, cancellationToken),
        "recap_of" => Listed(await finder.ListAsync(call, cancellationToken), option.Typed),
        _ => Named(await finder.ListAsync(call, cancellationToken), option.Typed),
    };

    /// <summary>The digests whose names hold what was typed.</summary>
    public static IReadOnlyList<Choice> Named(IEnumerable<StoredDigest> digests, string typed) =>
        [.. Fitting(digests.Select(it => it.Digest.Name), typed).Select(name => new Choice(name, name))];

    /// <summary>What was typed up to the last comma, with each digest that may follow.</summary>
    private static IReadOnlyList<Choice> Listed(IEnumerable<StoredDigest> digests, string typed)
    {
        var (before, last) = typed.LastIndexOf(',') is >= 0 and var comma ? ($"{typed[..comma].Trim()}, ", typed[(comma + 1)..]) : ("", typed);
        return [.. Fitting(digests.Select(it => it.Digest.Name), last).Select(name => new Choice($"{before}{name}", $"{before}{name}"))];
    }

    private async Task<IReadOnlyList<Choice>> SectionsAsync(CommandCall call, string typed, CancellationToken cancellationToken)
    {
        var (digest, _) = await finder.FindAsync(call, call.Text("name"), cancellationToken);
        return [.. Fitting((digest?.Digest.Editing.Sections ?? []).Select(it => it.Name), typed).Select(name => new Choice(name, name))];
    }

    private async Task<IReadOnlyList<Choice>> OutletsAsync(CommandCall call, string typed, CancellationToken cancellationToken)
    {
        var (digest, _) = await finder.FindAsync(call, call.Text("name"), cancellationToken);
        var outlets = digest is null ? [] : await feedback.ListAsync(digest.Id, cancellationToken);
        return [.. Fitting(outlets.Select(it => it.Outlet), typed).Select(outlet => new Choice(outlet, outlet))];
    }

    private static IEnumerable<string> Fitting(IEnumerable<string> names, string typed) =>
        names.Where(name => name.Contains(typed.Trim(), StringComparison.OrdinalIgnoreCase)).Distinct(StringComparer.Ordinal).Take(Most);
}
