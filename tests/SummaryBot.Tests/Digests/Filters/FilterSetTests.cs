using System.Text.RegularExpressions;
using CsCheck;
using SummaryBot.Articles;
using SummaryBot.Articles.Search;
using SummaryBot.Commands.Filters;
using SummaryBot.Digests.Filters;
using SummaryBot.Language;

namespace SummaryBot.Tests.Digests.Filters;

public sealed class FilterSetTests
{
    private static readonly StoredArticle Ferry = Filtering.Article(
        "The ferry is back.", "Harbor opens", "Example News", "Ada Byron", "https://example.com/sport/h%C3%A4fen?id=7", "Transport", "City life");

    [Theory]
    [InlineData(FilterField.Title, "harbor", true)]
    [InlineData(FilterField.Title, "ferry", false)]
    [InlineData(FilterField.Body, "ferry", true)]
    [InlineData(FilterField.Source, "example", true)]
    [InlineData(FilterField.Author, "byron", true)]
    [InlineData(FilterField.Category, "city life", true)]
    [InlineData(FilterField.Category, "transport city", false)] // two categories are no row of words
    [InlineData(FilterField.Url, "sport", true)]
    [InlineData(FilterField.Url, "häfen", true)]
    [InlineData(FilterField.Any, "byron", true)]
    [InlineData(FilterField.Any, "life", true)]
    [InlineData(FilterField.Any, "sport", false)] // nobody sees the address
    [InlineData(FilterField.Any, "opens the", false)] // title and body are no row of words
    public void Each_field_is_looked_at_alone(FilterField field, string words, bool isFound)
    {
        Assert.Equal(isFound, Test(Ferry, Filtering.Rule(FilterOp.HasWord, words, field)).Passes);
        Assert.Equal(!isFound, Test(Ferry, Filtering.Rule(FilterOp.HasNot, words, field)).Passes);
        Assert.Equal(isFound, Test(Ferry, Filtering.Rule(FilterOp.MatchesRegex, $@"\b{words}\b", field)).Passes);
    }

    [Theory]
    [InlineData(FilterOp.HasWord, false)]
    [InlineData(FilterOp.HasNot, true)]
    [InlineData(FilterOp.MatchesRegex, false)]
    public void A_field_that_an_article_lacks_holds_nothing(FilterOp op, bool passes) => Assert.All(
        [FilterField.Title, FilterField.Source, FilterField.Author, FilterField.Category, FilterField.Url],
        field => Assert.Equal(passes, Test(Filtering.Article("Text."), Filtering.Rule(op, ".?text", field)).Passes));

    [Fact]
    public void All_rules_of_a_group_must_hold_and_one_group_is_enough()
    {
        FilterRule[] rules =
        [
            Filtering.Rule(FilterOp.HasWord, "ferry", id: 1, group: 2),
            Filtering.Rule(FilterOp.HasNot, "strike", id: 2, group: 2),
            Filtering.Rule(FilterOp.MatchesRegex, "quakes?", id: 3, group: 1),
        ];
        var passed = Test(Filtering.Article("The ferry is back."), rules);
        Assert.Equal((true, null), (passed.Passes, passed.Rule));
        Assert.Equal([rules[0]], passed.Hits);

        var kept = Test(Filtering.Article("The ferry is on strike."), rules);
        Assert.Equal((false, rules[2]), (kept.Passes, kept.Rule)); // the first of the first group
        Assert.Equal([rules[0]], kept.Hits);

        Assert.Equal([rules[0], rules[2]], Test(Filtering.Article("Ferry in a quake"), rules).Hits);
    }

    [Fact]
    public void No_rules_let_everything_through() => Assert.Equivalent(new FilterVerdict(true, null, []), Test(Ferry));

    [Fact]
    public void The_report_tells_what_each_rule_found()
    {
        FilterRule[] rules =
        [
            Filtering.Rule(FilterOp.HasWord, "is", id: 1),
            Filtering.Rule(FilterOp.HasNot, "ferry", FilterField.Body, id: 2),
            Filtering.Rule(FilterOp.MatchesRegex, "har.or", id: 3),
            Filtering.Rule(FilterOp.HasNot, "x", FilterField.Author, id: 4, group: 2),
            Filtering.Rule(FilterOp.HasWord, "storm", id: 5, group: 2),
        ];
        var report = new FilterSet(rules).Explain(FilterText.Of(Ferry with { Byline = null }));
        Assert.Equal(
            ["found once in the body", "found once in the body", "found in the title: \"Harbor\"", "the article has no such field", "not found"],
            report.Groups.SelectMany(group => group.Rules).Select(rule => RuleWords.Found(Words.English, rule.Found)));
        Assert.Equal([true, false, true, true, false], report.Groups.SelectMany(group => group.Rules).Select(rule => rule.Holds));
        Assert.Equal("It is kept out: rule 2 of group 1, rule 5 of group 2 do not hold, and one group that holds would be enough.", RuleWords.Reason(Words.English, report));
        Assert.Equal("It passes: there are no filters.", RuleWords.Reason(Words.English, new FilterSet([]).Explain(FilterText.Of(Ferry))));
        Assert.Equal("It passes: all rules of group 1 hold.", RuleWords.Reason(Words.English, new FilterSet([rules[0]]).Explain(FilterText.Of(Ferry))));
        Assert.Equal("It is kept out: rule 5 of group 2 does not hold.", RuleWords.Reason(Words.English, new FilterSet([rules[4]]).Explain(FilterText.Of(Ferry))));
    }

    [Fact]
    public void The_filters_agree_with_a_slow_model()
    {
        var piece = Filtering.AnyOf("a", "b", "É", "e", "İ", "i", "ı", "c", "++", "&", "'", "-", " ", " ", " ", ". ", "東", "京", "か", "\u3099", "각", "7", "😀", "\n");
        var text = piece.Array[0, 14].Select(string.Concat);
        var article = Gen.Select(text, text, text, text, text.Array[0, 3], (body, title, source, author, categories) => Filtering.Article(
            body, title.Length == 0 ? null : title, source.Length == 0 ? null : source, author.Length == 0 ? null : author, $"https://example.com/{categories.Length}/a-b", categories));
        var words = Gen.Select(piece.Array[1, 4].Select(string.Concat), Filtering.AnyOf("", "*"), (value, end) => value + end);
        var rule = Gen.Select(Gen.Int[1, 3], Filtering.AnyOf(Enum.GetValues<FilterField>()), Filtering.AnyOf(Enum.GetValues<FilterOp>()), words, Filtering.AnyOf("a+b", "^e", "c.?", "[i東]{2}", "b$"), (group, field, op, value, pattern) =>
            new FilterRule(1, group, field, op, op is FilterOp.MatchesRegex ? pattern : value));
        Gen.Select(article, rule.Array[0, 5]).Sample(
            (stored, drawn) =>
            {
                FilterRule[] rules = [.. drawn.Index().Select(it => it.Item with { Id = it.Index + 1 })];
                var expected = rules.Length == 0 || rules.GroupBy(it => it.Group).Any(group => group.All(it => SlowFilter.Holds(it, stored)));
                var verdict = Test(stored, rules);
                Assert.Equal(expected, verdict.Passes);
                Assert.Equal(rules.Where(it => it.Op is not FilterOp.HasNot && SlowFilter.Holds(it, stored)), verdict.Hits);
                Assert.Equal(expected, verdict.Rule is null);
                Assert.Equal(rules.Select(it => SlowFilter.Holds(it, stored)), rules.Select(it => new FilterSet([it]).Explain(FilterText.Of(stored)).Passes));
                Assert.Equal(expected, new FilterSet(rules).Explain(FilterText.Of(stored)).Passes);
            },
            iter: 20_000);
    }

    private static FilterVerdict Test(StoredArticle article, params FilterRule[] rules) => new FilterSet(rules).Test(FilterText.Of(article));

    /// <summary>Reads each text anew for each rule.</summary>
    private static class SlowFilter
    {
        public static bool Holds(FilterRule rule, StoredArticle article) => rule.Op switch
        {
            FilterOp.HasWord => Texts(rule.Field, article).Any(text => Has(text, rule.Value)),
            FilterOp.HasNot => !Texts(rule.Field, article).Any(text => Has(text, rule.Value)),
            _ => Texts(rule.Field, article).Any(text => Regex.IsMatch(text, rule.Value, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5))),
        };

        private static IEnumerable<string> Texts(FilterField field, StoredArticle article) => Fields(field, article).OfType<string>();

        private static IEnumerable<string?> Fields(FilterField field, StoredArticle article) => field switch
        {
            FilterField.Any => [article.Article.Headline, article.Article.Text, article.Article.Source, article.Byline, .. article.Categories],
            FilterField.Title => [article.Article.Headline],
            FilterField.Body => [article.Article.Text],
            FilterField.Source => [article.Article.Source],
            FilterField.Author => [article.Byline],
            FilterField.Url => [article.Article.Url?.AbsoluteUri],
            _ => [.. article.Categories],
        };

        private static bool Has(string text, string value)
        {
            var (there, sought) = (Split(text), Split(value.TrimEnd('*')));
            var isBegun = value.Length > 1 && value[^1] == '*' && !char.IsWhiteSpace(value[^2]) && sought.Count > 0 && !IsAlone(sought[^1][0]);
            return sought.Count > 0 && Enumerable.Range(0, there.Count + 1).Any(start => start + sought.Count <= there.Count
                && sought.Index().All(it => isBegun && it.Index == sought.Count - 1
                    ? there[start + it.Index].StartsWith(it.Item, StringComparison.Ordinal)
                    : string.Equals(there[start + it.Index], it.Item, StringComparison.Ordinal)));
        }

        private static List<string> Split(string text)
        {
            var words = new List<string> { "" };
            foreach (var c in SearchFold.Fold(text, keepsSigns: true))
            {
                var isMark = c is '\u3099' or (>= '\u1160' and <= '\u11FF');
                if (c == ' ')
                {
                    words.Add("");
                }
                else if (words[^1].Length > 0 && (isMark ? IsAlone(words[^1][0]) : !IsAlone(c) && !IsAlone(words[^1][0])))
                {
                    words[^1] += c;
                }
                else
                {
                    words.Add($"{c}");
                }
            }

            return [.. words.Where(word => word.Length > 0)];
        }

        private static bool IsAlone(char c) => c is '東' or '京' or 'か' or '\u3099' or (>= '\u1100' and <= '\u11FF');
    }
}
