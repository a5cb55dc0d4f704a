using SummaryBot.Commands.Sources;
using SummaryBot.Language;
using SummaryBot.Sources;
using SummaryBot.Sources.Fetching;

namespace SummaryBot.Tests.Commands.Sources;

public sealed class SourceReasonTests
{
    [Fact]
    public void Reasons_that_visits_keep_in_English_are_said_in_every_language()
    {
        string[] reasons =
        [
            SourceFinder.Reason(new FetchOutcome.Gone(404)), SourceFinder.Reason(new FetchOutcome.AskAgain(TimeSpan.FromMinutes(9), 429)), SourceFinder.Reason(new FetchOutcome.AskAgain(null, 429)),
            "It took longer than 15 seconds.", "The connection broke.", "It answered 500.", "It redirects more than 5 times.", "localhost is no public name.", "Port 22 is not fetched from.",
            "It redirects elsewhere. localhost is no public name.", "The page names the feed https://a.example/feed, but: It answered 500.",
        ];
        foreach (var reason in reasons)
        {
            Assert.Equal(reason, SourceReason.Of(Words.English, reason).ToString());
            foreach (var language in UiLanguage.All.Skip(1))
            {
                Assert.DoesNotContain("It ", SourceReason.Of(new Words(language), reason).ToString(), StringComparison.Ordinal);
                Assert.NotEqual(reason, SourceReason.Of(new Words(language), reason).ToString());
            }
        }

        Assert.Equal("Нечто новое.", SourceReason.Of(new Words(UiLanguage.Find("ru")!), "Нечто новое.").ToString());
    }
}
