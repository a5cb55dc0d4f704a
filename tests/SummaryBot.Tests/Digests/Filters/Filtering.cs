using CsCheck;
using SummaryBot.Articles;
using SummaryBot.Digests.Filters;

namespace SummaryBot.Tests.Digests.Filters;

/// <summary>Articles and rules in few words.</summary>
internal static class Filtering
{
    public static StoredArticle Article(
        string text, string? headline = null, string? source = null, string? author = null, string? url = null, params string[] categories) =>
        new(new Article(headline, source, url is null ? null : new Uri(url), null, null, text), TestBot.Start, TestBot.Start) { Byline = author, Categories = categories };

    public static Gen<T> AnyOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    public static FilterText Text(string text) => FilterText.Of(Article(text));

    public static FilterRule Rule(FilterOp op, string value, FilterField field = FilterField.Any, int id = 1, int group = 1) => new(id, group, field, op, value);
}
