using CsCheck;
using SummaryBot.Chat;
using SummaryBot.Digests;

namespace SummaryBot.Tests.Digests.Archive;

/// <summary>Editions with whatever an article may hold.</summary>
internal static class MadeUpEditions
{
    private static readonly string[] Pieces =
    [
        "The minister spoke.", "Ships came from 3.5 countries!", "]]>", "<![CDATA[x]]>", "<script>alert(1)</script>", "<b>bold</b>", "</p><img src=x onerror=alert(1)>", "&amp; &lt;b&gt; &#0; &copy;",
        "\u0000\u0001\u0008\u000B\u001F\u007F\u0085", "\uFFFE\uFFFF\uFDD0", "\uD800", "\uDC00x", "\uD83D\uDE00", "\U0001FFFE", "\u202Ereversed\u202C", "\u200Bzero\uFEFF", "a\tb\r\nc\u2028d",
        "**bold** __under__ ~~no~~", "`code` ```block```", "# big", "- item", "+ item", "1. item", "2) item", "> quote", "[a](https://evil.example)", "![a](https://evil.example/x.png)", "<https://evil.example>",
        "https://evil.example/a", "www.evil.example", "me@evil.example", "| a | b |", "***", "---", "===", "\\", "\\*", "$x^2$", ":smile:", "[x]: https://evil.example", "{#id .class}", "<!-- -->", "<?php ?>",
        "世界は平和です。", "مرحبا بالعالم.", "naïve İstanbul ıßﬁ", "“Why?” she asked.", "\"quoted\" 'single'", "    indented", "trailing\\", new string('W', 300), "a  b   c",
    ];

    private static readonly Gen<string> Text = Gen.OneOf(AnyOf(Pieces), Gen.String[0, 30]).Array[1, 6].Select(parts => string.Join(' ', parts));

    private static readonly Gen<Uri?> Address = AnyOf<Uri?>(
        null,
        new Uri("https://example.com/a"),
        new Uri("https://example.com/a_(b)?c=[d]&e=ü&lt;=1&copy;=2"),
        new Uri("http://example.com/'\"><script>alert(1)</script>\\x^y`z|{q}"),
        new Uri("https://münchen.example/ä#:~:text=a%20b"));

    private static readonly Gen<StoryBlock> Story = Gen.Select(
        Text,
        Address,
        Gen.Select(Text, Gen.Bool, Text.Null(), (text, gap, credit) => new Quote(text, gap, Credit: credit)).Array[0, 3],
        Text.Null(),
        Gen.Select(Text.Null(), Text.Null(), Gen.Bool, Gen.Int[0, 9]),
        Gen.Int[0, 1_900_000_000].Select(seconds => DateTimeOffset.UnixEpoch.AddSeconds(seconds).ToOffset(TimeSpan.FromMinutes((seconds % 50 * 15) - 300))),
        (headline, url, quotes, source, more, published) => new StoryBlock($"H {headline}", url, quotes, source, published, 2, more.Item1, "abcdefghijkl", IsUpdate: more.Item3)
        {
            Section = more.Item2,
            IsWithdrawn = more.Item4 == 0,
            Earlier = more.Item4 == 1 ? new EarlierMessage("Thu 30 March", new Uri("https://discord.com/channels/111111111111111111/222222222222222222/3")) : null,
            Picture = more.Item4 == 2 ? new StoryPicture(new Uri("https://tracker.example/p.png"), "A harbor") : null,
        });

    public static readonly Gen<ChatMessage> Messages = Gen.Select(
        Text,
        Text.Array[0, 2],
        Story.Array[0, 4],
        Text.Array[0, 2],
        (title, intro, stories, footnote) => new ChatMessage($"Morning {title}", intro, stories, footnote, MessageLayout.Cards));

    private static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 0, 0, 123, TimeSpan.Zero);

    /// <summary>Newest first, each with a message and a time of its own.</summary>
    public static readonly Gen<SentEdition[]> Editions = Messages.Array[0, 4].Select(messages => messages.Select((message, i) => Edition(message, Start.AddDays(-i))).ToArray());

    public static SentEdition Edition(ChatMessage message, DateTimeOffset sentAt) => new(
        1,
        "Morning",
        $"{sentAt:yyyy-MM-dd}T08:00",
        sentAt.ToUnixTimeMilliseconds(),
        ChannelAddress.TryParse(TestChat.Channel)!,
        "333333333333333333",
        $"nonce-{sentAt.ToUnixTimeMilliseconds()}",
        DeliveryState.Sent,
        "4",
        sentAt.ToUnixTimeMilliseconds(),
        message);

    private static Gen<T> AnyOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
