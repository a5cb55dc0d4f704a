using SummaryBot.Summarization.Text;

namespace SummaryBot.Summarization.Tests.Text;

public sealed class StopWordsTests
{
    [Fact]
    public void Every_language_has_a_full_list_in_its_own_lower_case()
    {
        Assert.Equal("az de en es fr it nl pl pt ru tr uk", string.Join(' ', StopWords.Languages));
        Assert.All(StopWords.Languages, language => Assert.InRange(StopWords.Of(language).Count, 150, 330));
        Assert.All(StopWords.Languages.SelectMany(language => StopWords.Of(language)), word => Assert.True(word.All(char.IsLower), word));
    }

    [Theory]
    [InlineData("i me don t should now s ve wouldn", true)]
    [InlineData("said says new one two first people", false)]
    public void The_English_list_is_the_classic_one(string words, bool listed) =>
        Assert.All(words.Split(' '), word => Assert.Equal(listed, StopWords.Of("en").Contains(word)));

    [Theory]
    [InlineData(null)]
    [InlineData("fi")]
    [InlineData("EN")]
    public void An_unknown_language_has_none(string? language) => Assert.Empty(StopWords.Of(language));
}
