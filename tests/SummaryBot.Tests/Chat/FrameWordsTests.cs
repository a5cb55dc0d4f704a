using System.Globalization;
using NodaTime;
using SummaryBot.Chat;
using SummaryBot.Language;

namespace SummaryBot.Tests.Chat;

public sealed class FrameWordsTests
{
    private static readonly StoryBlock Story = new("Port opens", null, [], "Azernews", null, 2, null, Also: ["Trend", "A", "B", "C"]) { Earlier = new EarlierMessage("Do., 30. März", null) };

    public static TheoryData<string> Languages => [.. UiLanguage.All.Select(language => language.Code)];

    [Theory]
    [InlineData("en", "Thu 30 March", "30 March", "30 March 2023 15:57 (UTC+04:00)")]
    [InlineData("az", "30 mart, C.a.", "30 mart", "30 mart 2023 15:57 (UTC+04:00)")]
    [InlineData("tr", "30 Mart Per", "30 Mart", "30 Mart 2023 15:57 (UTC+04:00)")]
    [InlineData("ru", "чт, 30 марта", "30 марта", "30 марта 2023 15:57 (UTC+04:00)")]
    [InlineData("de", "Do., 30. März", "30. März", "30. März 2023 15:57 (UTC+04:00)")]
    public void Days_are_written_as_the_language_writes_them(string language, string day, string date, string dateTime)
    {
        var frame = FrameWords.Of(UiLanguage.Find(language)!);
        var at = new LocalDateTime(2023, 3, 30, 15, 57);
        Assert.Equal((day, date, dateTime), (frame.Day(at), frame.Date(at), frame.DateTime(new DateTimeOffset(2023, 3, 30, 15, 57, 0, TimeSpan.FromHours(4)))));
    }

    /// <summary>The runtime's own tables are another source of the same.</summary>
    [Theory]
    [MemberData(nameof(Languages))]
    public void There_are_seven_days_and_the_twelve_months_of_the_calendar(string language)
    {
        var (frame, culture) = (FrameWords.Of(UiLanguage.Find(language)!), CultureInfo.GetCultureInfo(language).DateTimeFormat);
        for (var month = 1; month <= 12; month++)
        {
            Assert.Contains(culture.MonthGenitiveNames[month - 1], frame.Date(new LocalDateTime(2026, month, 7, 0, 0)), StringComparison.OrdinalIgnoreCase);
        }

        var weekdays = Enumerable.Range(2, 7).Select(day => frame.Weekday(new LocalDateTime(2026, 3, day, 0, 0))).ToList(); // a Monday
        Assert.Distinct(weekdays);
        Assert.All(weekdays.Index(), it => Assert.Equal(
            char.ToUpperInvariant(culture.DayNames[(it.Index + 1) % 7][0]), char.ToUpperInvariant(it.Item[0])));
    }

    [Theory]
    [InlineData("en", "also Trend, A, B and 1 more", "first shown Do., 30. März", "stories 1, 2 and 3")]
    [InlineData("de", "auch Trend, A, B und 1 weitere", "zuerst gezeigt: Do., 30. März", "Meldungen 1, 2 und 3")]
    [InlineData("ru", "также Trend, A, B и ещё 1", "впервые показано: Do., 30. März", "сюжеты 1, 2 и 3")]
    public void Small_print_is_in_the_language(string language, string also, string first, string stories)
    {
        var frame = FrameWords.Of(UiLanguage.Find(language)!);
        Assert.Equal((also, first), (frame.Also(Story), frame.FirstShown(Story)));
        Assert.Equal(also, frame.Also(Story)); // a second time it is not written anew
        Assert.Contains(stories, frame.Corrected(new Correction("10:40", [1, 2, 3])), StringComparison.Ordinal);
        Assert.Null(frame.Also(Story with { Also = null }));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_message_keeps_its_language_and_one_of_an_older_version_is_english(string language)
    {
        var message = new ChatMessage("News", [], [Story, Story with { Section = "Ports" }, Story], [], MessageLayout.Cards) { Language = language };
        Assert.Equal(FrameWords.Of(UiLanguage.Find(language)!), MessageJson.Read(MessageJson.Write(message)).Frame);
        Assert.Equal([null, "Ports", message.Frame.OtherStories], message.Headings);
        Assert.DoesNotContain("language", MessageJson.Write(message with { Language = null }), StringComparison.Ordinal);
        Assert.Same(FrameWords.English, (message with { Language = null }).Frame);
        Assert.Same(FrameWords.English, (message with { Language = "xx" }).Frame); // of a version that speaks more
    }
}
