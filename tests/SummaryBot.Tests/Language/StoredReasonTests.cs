using SummaryBot.Language;
using SummaryBot.Sources;
using SummaryBot.Sources.Fetching;

namespace SummaryBot.Tests.Language;

public sealed class StoredReasonTests
{
    [Theory]
    [InlineData("The bot may not post in the channel 123: give it there View Channel and Send Messages.", "123", "123")]
    [InlineData("Discord could not be reached: Connection refused (127.0.0.1:1)", "Connection refused (127.0.0.1:1)", "Discord")]
    [InlineData("Discord answered 503.", "503", "Discord")]
    [InlineData("Discord's limit for this route is used up.", "Discord", "Discord")]
    [InlineData("Story 3 is not quoted word for word: it was changed after it had been written. This message is never sent.", "3", "3")]
    [InlineData("Story 2 is not quoted word for word: the stored article does not say that any more. This message is never sent.", "2", "2")]
    public void Why_an_edition_was_not_sent_is_said_in_every_language_with_what_it_names(string reason, string name, string other)
    {
        Assert.Equal(reason, StoredReason.Of(Words.English, reason).ToString());
        foreach (var language in UiLanguage.All.Skip(1))
        {
            var said = StoredReason.Of(new Words(language), reason).ToString();
            Assert.NotEqual(reason, said);
            Assert.Contains(name, said, StringComparison.Ordinal);
            Assert.Contains(other, said, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("de", "Kanal ansehen, Nachrichten in Threads senden, Links einbetten")]
    [InlineData("tr", "Kanalı Görüntüle, Alt Başlıklarda Mesaj Gönder, Bağlantı Yerleştir")]
    public void Permissions_that_a_reason_names_are_named_as_the_readers_Discord_names_them(string language, string names) => Assert.Contains(
        names,
        StoredReason.Of(new Words(UiLanguage.Find(language)!), "The bot may not post in the channel 123: give it there View Channel and Send Messages in Threads and Embed Links.").ToString(),
        StringComparison.Ordinal);

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
            Assert.Equal(reason, StoredReason.Of(Words.English, reason).ToString());
            foreach (var language in UiLanguage.All.Skip(1))
            {
                Assert.DoesNotContain("It ", StoredReason.Of(new Words(language), reason).ToString(), StringComparison.Ordinal);
                Assert.NotEqual(reason, StoredReason.Of(new Words(language), reason).ToString());
            }
        }

        Assert.Equal("Нечто новое.", StoredReason.Of(new Words(UiLanguage.Find("ru")!), "Нечто новое.").ToString());
    }
}
