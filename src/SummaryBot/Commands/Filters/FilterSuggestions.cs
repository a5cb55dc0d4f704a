using SummaryBot.Commands.Digests;
using SummaryBot.Commands.Shape;
using SummaryBot.Commands.Summaries;

namespace SummaryBot.Commands.Filters;

/// <summary>What is offered while somebody types an option of <c>/filter</c>.</summary>
public sealed class FilterSuggestions(DigestFinder finder, SummaryCommand articles)
{
    public async Task<IReadOnlyList<Choice>> SuggestAsync(CommandCall call, TypedOption option, CancellationToken cancellationToken)
    {
        if (option.Name is "article")
        {
            var found = await articles.SuggestAsync(option.Typed, SummaryAnswers.GuildOf(call), SummaryAnswers.UserOf(call), call.Words, cancellationToken);
            return [.. found.Select(it => new Choice(it.Label, it.ArticleId))];
        }

        var digests = await finder.ListAsync(call, cancellationToken);
        return option.Name is "rule"
            ? [.. digests.SelectMany(digest => digest.Digest.Editing.Filters.Select(rule =>
                new Choice($"{digest.Digest.Name}: {RuleWords.Of(call.Words, rule)}", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{digest.Id}:{rule.Id}"))))
                .Where(choice => choice.Label.Contains(option.Typed.Trim(), StringComparison.OrdinalIgnoreCase) || string.Equals(choice.Value, option.Typed, StringComparison.Ordinal))]
            : DigestSuggestions.Named(digests, option.Typed);
    }
}
