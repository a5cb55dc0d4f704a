using SummaryBot.Digests;
using SummaryBot.Digests.Filters;

namespace SummaryBot.Health;

internal static class HealthText
{
    /// <summary>A rule as somebody would type it: <c>title has word budget</c>.</summary>
    public static string Of(FilterRule rule) => $"{ChoiceText.Of(rule.Field)} {FilterOpText.Of(rule.Op)} {rule.Value}";
}
