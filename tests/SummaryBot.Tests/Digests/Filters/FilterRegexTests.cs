using CsCheck;
using SummaryBot.Digests;
using SummaryBot.Digests.Filters;

namespace SummaryBot.Tests.Digests.Filters;

public sealed class FilterRegexTests
{
    [Theory]
    [InlineData(@"(a+)+$")]
    [InlineData(@"(a|a)*b")]
    [InlineData(@"\bquakes?\b")]
    [InlineData(@"^(breaking|live):")]
    [InlineData(@"\d{1,3}(\.\d{3})* (dead|killed)")]
    [InlineData(@"[\p{L}\p{N}]+@[\p{L}.]+")]
    public void Ordinary_patterns_may_be_written(string pattern) => Assert.Null(FilterRegex.FaultOf(pattern));

    /// <summary>Nothing shorter than its repetitions is too large.</summary>
    [Fact]
    public void A_pattern_of_two_hundred_characters_without_numbers_may_be_written()
    {
        Assert.Null(FilterRegex.FaultOf(string.Join('|', Enumerable.Repeat("earthquake", 18))));
        Assert.Null(FilterRegex.FaultOf(new string('a', 200)));
        Assert.Null(FilterRegex.FaultOf(string.Concat(Enumerable.Repeat("[a-z]*", 33))));
    }

    [Theory]
    [InlineData("(a{1,200}){1,200}")]
    [InlineData("(a{1,50}){1,50}b")]
    [InlineData(@"(.{1,9}){1,99}$")]
    [InlineData(@"\p{L}{5000}")]
    [InlineData(@"((a{1,9}){1,9}){1,9}")]
    public void What_would_grow_too_large_is_refused(string pattern) =>
        Assert.Equal("a smaller regular expression, with smaller numbers in { } or fewer parts", FilterRegex.FaultOf(pattern));

    [Theory]
    [InlineData("(a")]
    [InlineData(@"(a)\1")]
    [InlineData("a(?=b)")]
    [InlineData("(?<!a)b")]
    [InlineData("[z-a]")]
    public void What_the_engine_does_not_know_is_refused_with_its_reason(string pattern) =>
        Assert.Matches(@"^a regular expression without backreferences and look-around \(.+\)$", FilterRegex.FaultOf(pattern));

    [Fact]
    public void A_pattern_is_compiled_once() => Assert.Same(FilterRegex.Of("once"), FilterRegex.Of("once"));

    [Fact]
    public void Case_is_ignored_and_the_culture_is_too() => Assert.Equal("İI Harbor", FilterRegex.Of("İI harbor").Find("the İI Harbor opens"));

    [Fact]
    public void Patterns_made_to_explode_end_on_long_texts()
    {
        var text = string.Concat(Enumerable.Range(0, 100_000).Select(i => "ab"[(i * 7919 / 13 % 5) & 1]));
        Assert.False(FilterRegex.Of("(a+)+$").IsMatch(new string('a', 99_999) + "!"));
        Assert.False(FilterRegex.Of("[ab]*a[ab]{60}c").IsMatch(text));
        Assert.False(FilterRegex.Of("(a{1,14}){1,14}c").IsMatch(text));
        Assert.False(FilterRegex.Of("(?:e.{0,30}|t.{0,30}|a.{0,30}|o.{0,30})+#").IsMatch(text));
    }

    /// <summary>Slowness is a matter of time; what counts is that such a rule finds nothing any more and says so, and that its digest goes on.</summary>
    [Fact]
    public void A_pattern_that_is_set_aside_finds_nothing_and_says_so()
    {
        var regex = FilterRegex.Of("aside+");
        Assert.True(regex.IsMatch("aside"));
        regex.SetAside();
        Assert.False(regex.IsMatch("aside"));
        var report = new FilterSet([Filtering.Rule(FilterOp.MatchesRegex, "aside+")]).Explain(Filtering.Text("aside"));
        Assert.Equal((false, (RuleFinding)new RuleFinding.SetAside()), (report.Passes, report.Groups[0].Rules[0].Found));
    }

    [Fact]
    public void Any_text_as_a_pattern_is_a_rule_or_a_fault()
    {
        var piece = Gen.OneOf(Gen.Char['!', '~'].Select(c => $"{c}"), Filtering.AnyOf("a{1,9}", "(", ")", "*", "+", "|", ".*", @"\w", @"\p{L}", "[^a]", "{3}", "?", "^", "$", @"\b"));
        piece.Array[0, 40].Select(string.Concat).Sample(
            pattern =>
            {
                if (FilterRegex.FaultOf(pattern) is null)
                {
                    FilterRegex.Of(pattern).IsMatch("The Harbor opened on 7 May, aaaaaaaab.");
                }
                else
                {
                    Assert.Throws<ArgumentException>(() => { FilterRegex.Of(pattern); });
                }
            },
            iter: 2000);
    }

    [Theory]
    [InlineData("has word", "...", "filters value \"...\": write a word, with a letter, a digit or a sign such as +.")]
    [InlineData("has not", "", "filters value \"\": write one line of 1 to 200 characters.")]
    [InlineData("matches regex", "(a{1,99}){1,99}", "filters value \"(a{1,99}){1,99}\": write a smaller regular expression, with smaller numbers in { } or fewer parts.")]
    [InlineData("has words", "a", "filters op \"has words\": write has word, has not or matches regex.")]
    public void A_rule_that_is_wrong_is_one_line(string op, string value, string fault)
    {
        var faults = new List<string>();
        EditorialReader.Read(new EditorialOptions { Filters = [new FilterOptions { Op = op, Value = value }] }, faults);
        Assert.Equal([fault], faults);
    }
}
