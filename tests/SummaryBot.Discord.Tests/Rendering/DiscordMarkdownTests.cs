using SummaryBot.Discord.Rendering;

namespace SummaryBot.Discord.Tests.Rendering;

public sealed class DiscordMarkdownTests
{
    [Theory]
    [InlineData("plain words.", "plain words.")]
    [InlineData("**b** _i_ ~s~ `c` ||x||", @"\*\*b\*\* \_i\_ \~s\~ \`c\` \|\|x\|\|")]
    [InlineData("[a](https://evil.example)", @"\[a\]\(https\:\/\/evil.example\)")]
    [InlineData("@everyone <@1> <t:1:R>", @"\@everyone \<\@1\> \<t\:1\:R\>")]
    [InlineData("# big", @"\# big")]
    [InlineData("-# small", @"\-\# small")]
    [InlineData("- item", @"\- item")]
    [InlineData("12. item", @"12\. item")]
    [InlineData("12 items", "12 items")]
    [InlineData("  - item", @"  \- item")]
    [InlineData("+ item", @"\+ item")]
    [InlineData(">>> all", @"\>\>\> all")]
    [InlineData("</summary:12>", @"\<\/summary\:12\>")]
    [InlineData("<:smile:12> <id:customize> <#3>", @"\<\:smile\:12\> \<id\:customize\> \<\#3\>")]
    [InlineData("discord.gg/abc", @"discord.gg\/abc")]
    [InlineData("a\u202Eb\u200Bc", "abc")]
    public void Nothing_in_a_text_is_markup(string text, string escaped) => Assert.Equal(escaped, DiscordMarkdown.Escape(text));

    [Theory]
    [InlineData("Harbor opens", true)]
    [InlineData("example.com opens a harbor", true)]
    [InlineData("bank.com opens a harbor", false)]
    [InlineData("See https://example.com/harbor", false)]
    [InlineData("U.S. harbor opens", true)]
    [InlineData("bank\u3002com opens", false)]
    [InlineData("\uFF42\uFF41\uFF4E\uFF4B\uFF0E\uFF43\uFF4F\uFF4D opens", false)]
    [InlineData("b\u200Bank.c\u200Dom opens", false)]
    [InlineData("bank.\u202Ecom opens", false)]
    [InlineData("bank\u00B7com opens", false)]
    [InlineData("b\u0430nk.com opens", false)] // a Cyrillic letter
    [InlineData("b\U000E0061ank.com opens", false)]
    [InlineData("10.0.0.1 opens", false)]
    [InlineData("世界は平和です。これは文です。", true)]
    public void A_headline_that_looks_like_another_address_is_no_link(string headline, bool isLink) =>
        Assert.Equal(
            isLink,
            StoryMarkdown.Headline(headline, new Uri("https://www.example.com/harbor")).Contains(
                "](https://www.example.com/harbor)", StringComparison.Ordinal));
}
