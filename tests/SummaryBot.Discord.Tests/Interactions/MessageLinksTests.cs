using CsCheck;
using SummaryBot.Discord.Interactions;

namespace SummaryBot.Discord.Tests.Interactions;

public sealed class MessageLinksTests
{
    private static readonly string[] Pieces = ["https://", "http", "example.com/", "(", ")", "[", "](", ">", "<", " ", ".", "é", "\ud83d", "#", "|"];

    [Theory]
    [InlineData("see https://example.com/a.", "https://example.com/a")]
    [InlineData("<https://example.com/a>", "https://example.com/a")]
    [InlineData("[label](https://example.com/a_(b)) and more", "https://example.com/a_(b)")]
    [InlineData("[label](<https://example.com/a>)[second](http://example.org)", "https://example.com/a http://example.org/")]
    [InlineData("(https://example.com/a?x=1&y=2), \"https://example.com/b\"!", "https://example.com/a?x=1&y=2 https://example.com/b")]
    [InlineData("**https://example.com/a** ||https://example.com/b|| `https://example.com/c`", "https://example.com/a https://example.com/b https://example.com/c")]
    [InlineData("HTTPS://EXAMPLE.com/A#part https://example.com/A", "https://example.com/A")]
    [InlineData("https://example.com/1\nhttps://example.com/2 https://example.com/3 https://example.com/4 https://example.com/5 https://example.com/6", "https://example.com/1 https://example.com/2 https://example.com/3 https://example.com/4 https://example.com/5")]
    [InlineData("https://user:secret@example.com/a ftp://example.com/b xhttps://example.com/c https:// http", "")]
    public void Links_are_found_as_a_reader_sees_them(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', MessageLinks.In(new TargetMessage("1", [text], [])).Select(uri => uri.AbsoluteUri)));

    [Fact]
    public void Whatever_a_message_says_the_links_are_whole_addresses_of_the_web_and_five_at_most() =>
        Gen.Int[0, Pieces.Length - 1].Array[0, 60].Sample(picks =>
        {
            var parts = picks.Select(pick => Pieces[pick]);
            var links = MessageLinks.In(new TargetMessage("1", [string.Concat(parts)], [string.Concat(parts)]));
            Assert.InRange(links.Count, 0, 5);
            Assert.All(links, link => Assert.True(link is { Scheme: "http" or "https", Fragment: "", UserInfo: "" }));
        });
}
