using SummaryBot.Commands;
using SummaryBot.Language;
using SummaryBot.Summarization;

namespace SummaryBot.Tests.Commands;

public sealed class WhyLinesTests
{
    public static TheoryData<string> Languages => [.. UiLanguage.All.Select(language => language.Code)];

    [Fact]
    public void Each_sentence_has_a_line_of_place_score_and_reasons_with_the_highest_score_first()
    {
        var summary = new Summary([new Sentence(0, 0, 9, 0.744, 2), new Sentence(6, 80, 90, 0.91, 1)], 14, 300, "en", IsLead: false)
        {
            Reasons =
            [
                [new Reason(ReasonKind.Opening, []), new Reason(ReasonKind.Central, ["port", "railway"])],
                [new Reason(ReasonKind.OnlyFigures, ["54"]), new Reason(ReasonKind.Needed, []) { NeededBy = 0 }],
            ],
        };
        Assert.Equal(
            ["S7 0.91 only sentence with figures: 54; S1 cannot be read without it", "S1 0.74 opening of the story; central to: port, railway"],
            WhyLines.Of(summary, Words.English));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_reason_has_words_of_its_own_for_a_reader(string code)
    {
        var language = UiLanguage.Find(code)!;
        var texts = Enum.GetValues<ReasonKind>().Select(kind =>
            Assert.Single(WhyLines.Of(new Summary([new Sentence(0, 0, 9, 1, 1)], 9, 9, null, IsLead: false) { Reasons = [[new Reason(kind, ["port"])]] }, new Words(language))));
        Assert.Distinct(texts);
    }

    [Fact]
    public void There_are_no_lines_where_nobody_asked() =>
        Assert.Empty(WhyLines.Of(new Summary([new Sentence(0, 0, 9, 1, 1)], 9, 9, null, IsLead: false), Words.English));
}
