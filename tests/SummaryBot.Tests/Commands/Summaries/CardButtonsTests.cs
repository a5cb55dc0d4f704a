using SummaryBot.Articles;
using SummaryBot.Commands;
using SummaryBot.Commands.Shape;
using SummaryBot.Commands.Summaries;
using SummaryBot.Language;
using SummaryBot.Summarization;

namespace SummaryBot.Tests.Commands.Summaries;

public sealed class CardButtonsTests
{
    private const string News = "The harbor opened on Monday. Ships came from three countries. The mayor spoke of trade. Nobody was hurt. The band played.";

    private static readonly Article Article = new("Harbor opens", "Example News", new Uri("https://example.com/harbor"), "en", DateTimeOffset.UnixEpoch, News);

    [Fact]
    public void A_private_card_has_every_button_in_its_place()
    {
        var buttons = Of(new SummaryOptions(), mayShare: true, isWhole: true);
        Assert.Equal(["Open article", "Shorter", "Longer", "Why these?", "Full text", "Share here"], buttons.Select(it => it.Label));
        Assert.Equal([null, "less", "more", "why", "full", "share"], buttons.Select(it => it.Kind));
        Assert.Equal([false, false, false, true, true, false], buttons.Select(it => it.IsForAll));
    }

    [Fact]
    public void Whoever_may_not_share_or_read_it_whole_has_no_button_for_it() =>
        Assert.Equal(["Open article", "Shorter", "Longer", "Why these?"], Of(new SummaryOptions(), mayShare: false, isWhole: false).Select(it => it.Label));

    [Theory]
    [InlineData(SummaryLength.Short, "Shorter")]
    [InlineData(SummaryLength.Long, "Longer")]
    public void A_button_that_leads_nowhere_is_disabled_and_has_a_memory_of_its_own(SummaryLength length, string label)
    {
        var buttons = Of(new SummaryOptions { Length = length, About = new string('x', 48) });
        Assert.Equal([label], buttons.Where(it => it.IsDisabled).Select(it => it.Label));
        Assert.Distinct(buttons.Where(it => it.Address is null).Select(it => (it.Kind, it.Payload)));
        Assert.All(buttons, it => Assert.InRange(it.Payload.Length, 0, ReplyButton.MaxPayload));
    }

    [Theory]
    [InlineData("trade")]
    [InlineData("trade: what was said?")]
    [InlineData(":")]
    [InlineData("a question of forty-eight characters and no more")]
    public void The_buttons_ask_the_same_again_of_another_length(string about) => Assert.Equal(
        [new CardState(Article.Id, SummaryLength.Short, null, about), new CardState(Article.Id, SummaryLength.Long, null, about)],
        Of(new SummaryOptions { About = about }).Skip(1).Select(it => CardState.TryRead(it.Payload)));

    [Fact]
    public void A_question_too_long_for_a_button_gets_no_buttons_that_would_forget_it() =>
        Assert.Equal(["Open article"], Of(new SummaryOptions { About = new string('x', 49) }).Select(it => it.Label));

    [Fact]
    public void What_is_not_stored_has_no_button_that_would_not_find_it()
    {
        var shown = new SummaryReply.Shown(SummaryCardWriter.Write(Article, new SummaryOptions())) { IsStored = false };
        Assert.Equal(["Open article"], CardButtons.Of(Call(mayShare: true), shown, isWhole: false).Select(it => it.Label));
    }

    [Theory]
    [InlineData(SummaryLength.Short, null)]
    [InlineData(SummaryLength.Long, null)]
    [InlineData(SummaryLength.Medium, 12)]
    public void Why_asks_for_the_summary_of_its_card(SummaryLength length, int? sentences)
    {
        var button = Of(new SummaryOptions { Length = length, Sentences = sentences }).Single(it => it.Kind == CardButtons.Why);
        Assert.Equal(new SummaryRequest(Article.Id, length, sentences), CardState.TryRead(button.Payload)!.Request);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("a.huge")]
    [InlineData("a.-1")]
    [InlineData(".m")]
    [InlineData("abcdefghijklm.m")]
    public void What_no_button_remembers_is_not_read(string payload) => Assert.Null(CardState.TryRead(payload));

    private static IReadOnlyList<ReplyButton> Of(SummaryOptions options, bool mayShare = false, bool isWhole = false) =>
        CardButtons.Of(Call(mayShare), new SummaryReply.Shown(SummaryCardWriter.Write(Article, options with { Language = "en" })), isWhole);

    private static CommandCall Call(bool mayShare) => new(Words.English, "1100000000000000001", "") { MayShare = mayShare };
}
