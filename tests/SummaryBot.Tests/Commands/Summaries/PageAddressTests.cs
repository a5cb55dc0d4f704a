using SummaryBot.Commands.Summaries;

namespace SummaryBot.Tests.Commands.Summaries;

public sealed class PageAddressTests
{
    [Theory]
    [InlineData("https://example.com/a", "https://example.com/a")]
    [InlineData("  <http://example.com/a?b=c>  ", "http://example.com/a?b=c")]
    [InlineData("HTTPS://Example.com", "https://example.com/")]
    [InlineData("https://user:pass@example.com/", "https://user:pass@example.com/")] // the guard refuses it, and says so
    public void What_is_pasted_as_an_address_is_one(string text, string address) => Assert.Equal(address, PageAddress.TryRead(text)!.AbsoluteUri);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("harbor")]
    [InlineData("example.com/a")]
    [InlineData("ftp://example.com/a")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://")]
    [InlineData("https: see below")]
    public void Anything_else_is_words(string? text) => Assert.Null(PageAddress.TryRead(text));
}
