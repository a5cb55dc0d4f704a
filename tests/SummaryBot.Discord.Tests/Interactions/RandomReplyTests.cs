using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CsCheck;
using SummaryBot.Commands.Shape;
using SummaryBot.Discord.Interactions.Commands;
using SummaryBot.Language;
using SummaryBot.TestDiscord;
using SummaryBot.TestDiscord.Rules;

namespace SummaryBot.Discord.Tests.Interactions;

/// <summary>Whatever an answer or a form says, Discord takes it, nobody is pinged, and words from outside make no markup and no link with another face.</summary>
public sealed class RandomReplyTests
{
    private static readonly string[] Pieces =
    [
        "harbor", "a short line.", "世界は平和です。", "😀👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿", "@everyone", "@here", "<@1>", "<@&2>", "<#3>", "<t:1:R>", "<:a:1>", "</about:1>", "**bold**", "*i*", "__under__", "~~no~~", "||spoiler||",
        "`code`", "```block```", "# big", "-# small", "- item", "+", "1", ". ", "1. item", "> quote", ">>> all", "[a](https://evil.example)", "https://evil.example/a_(b)", "discord.gg/x", "evil.example",
        "\u202Ereversed\u202C", "\u200B", "\u2066x\u2069", "مرحبا", "\\", "\\\\[", "", " ", "\n", "\n# big", "\u0000", "\uD83D", new string('W', 300), new string('語', 400), new string('*', 700), "\u3164",
    ];

    private static readonly Uri[] Addresses = [new("https://example.com/a"), new("https://example.com/a_(b)?c=[d]"), new("http://example.com/" + new string('x', 600)), new("ftp://example.com/")];

    private static readonly Gen<string> Words = Gen.OneOf(AnyOf(Pieces), Gen.String[0, 30]).Array[0, 12].Select(parts => string.Concat(parts));

    private static readonly Gen<ReplyText> Texts = Gen.OneOf(
        Words.Select(words => (ReplyPart)new ReplyPart.Plain(words)), Words.Select(words => (ReplyPart)new ReplyPart.Plain(words)), Words.Select(words => (ReplyPart)new ReplyPart.Strong(words)),
        Gen.Select(Words, AnyOf(Addresses[0], Addresses[1]), (label, address) => (ReplyPart)new ReplyPart.Link(label, address)),
        Gen.Select(Gen.Int[0, 2_000_000_000], Gen.Enum<TimeStyle>(), (at, style) => (ReplyPart)new ReplyPart.Time(DateTimeOffset.FromUnixTimeSeconds(at), style))).Array[0, 4].Select(parts => new ReplyText(parts));

    private static readonly Gen<MenuOption> Options = Gen.Select(
        Words, Gen.OneOf(Gen.Int[0, 30].Select(i => $"{i}"), AnyOf("", " ", new string('v', 100), new string('v', 101))), Words, Gen.Bool, (label, value, description, isChosen) => new MenuOption(label, value, description, isChosen));

    private static readonly Gen<ReplyButton> Buttons = Gen.Select(
        Words, Gen.Int[0, 4], Gen.Enum<ButtonLook>(), Gen.Bool, (label, address, look, isForAll) => address < 4 ? ReplyButton.Link(label, Addresses[address]) : new ReplyButton(label, "x", "") { Look = look, IsForAll = isForAll });

    private static readonly Gen<ReplyMenu> Menus = Gen.Select(
        Words, Options.Array[0, 30], Gen.Int[-1, 40], Gen.Bool, (placeholder, options, most, isOfChannels) =>
            new ReplyMenu("m", "", placeholder, options) { Max = most, ChannelTypes = isOfChannels ? [ChannelType.Text, ChannelType.Text, ChannelType.Forum] : [] });

    private static readonly Gen<Reply> Replies = Gen.Select(
        Texts, Texts.Array[0, 30], Texts, Buttons.Array[0, 30], Menus.Array[0, 6], Gen.Int[0, 7], (title, lines, note, buttons, menus, has) => new Reply
        {
            Title = (has & 1) > 0 ? title : null,
            Lines = lines,
            Note = (has & 2) > 0 ? note : null,
            Error = (has & 4) > 0 ? ErrorCode.Defect : null,
            Buttons = [.. buttons.Select((button, i) => button with { Payload = $"{i}" })],
            Menus = [.. menus.Select((menu, i) => menu with { Payload = $"{i}" })],
        });

    private static readonly Gen<FormField> Fields = Gen.OneOf(
        Gen.Select(Words, Words, Gen.Int[-1, 5000], Gen.Int[-1, 5000], Gen.Bool, (label, value, min, max, isLong) => (FormField)new FormField.TextField("", label, value, min, max, isLong) { Placeholder = value }),
        Words.Select(label => (FormField)new FormField.ChannelField("", label, [ChannelType.Text, ChannelType.Text], "1100000000000000001")),
        Gen.Select(Words, Options.Array[1, 30], Gen.Int[-1, 30], Gen.Int[-1, 30], (label, options, min, max) => (FormField)new FormField.SelectField("", label, WithOne(options), min, max)),
        Gen.Select(Words, Options.Array[1, 30], Gen.Int[-1, 30], Gen.Int[-1, 30], (label, options, min, max) => (FormField)new FormField.CheckboxesField("", label, WithOne(options), min, max)),
        Words.Select(label => (FormField)new FormField.UploadField("", label)));

    private static readonly Gen<Form> Forms = Gen.Select(Words, Fields.Array[1, 7], Words, Gen.Bool, (title, fields, description, isRequired) =>
        new Form(title, "f", "", [.. fields.Select((field, i) => field with { Id = $"field{i}", Description = description, IsRequired = isRequired })]));

    /// <summary>The number that the environment asks for; otherwise what takes some seconds.</summary>
    private static int Count { get; } = int.TryParse(Environment.GetEnvironmentVariable("SUMMARYBOT_REPLIES"), CultureInfo.InvariantCulture, out var count) ? count : 10_000;

    [Fact]
    public void Random_answers_are_taken_ping_nobody_and_let_no_word_make_markup() => Gen.Select(Replies, AnyOf([.. UiLanguage.All])).Sample(
        (reply, language) =>
        {
            var body = new ReplyRenderer(Interactions.Buttons.Ids, "1100000000000000001", new Words(language)).Render(reply);
            Assert.Empty(MessageVerdict.Refusals(body));
            Assert.Empty(MessageVerdict.Pings(body));
            var html = string.Concat(Displays(body).Select(MessageVerdict.Html));
            Assert.True(reply.Title is not null || !html.Contains("<h3>", StringComparison.Ordinal));
            Assert.DoesNotMatch("<(h1|h2|i|u|s|code|pre|li|blockquote)>|class=(spoiler|mention|emoji|invite)", html);
            var links = Regex.Matches(html, "<a href=\"(?<url>[^\"]*)\">(?<label>.*?)</a>", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
            Assert.All(links, link => Assert.StartsWith("https://example.com/a", WebUtility.HtmlDecode(link.Groups["url"].Value), StringComparison.Ordinal));
            Assert.All(links, link => Assert.DoesNotContain("evil", link.Groups["label"].Value, StringComparison.Ordinal));
        },
        iter: Count,
        threads: 2);

    [Fact]
    public void Random_forms_are_taken() => Forms.Sample(
        form =>
        {
            var data = JsonNode.Parse(FormJson.Of(form, Interactions.Buttons.Ids.Write(new SummaryBot.Discord.Interactions.ComponentId("f", "1100000000000000001", ""))).ToJsonString())!.AsObject();
            Assert.Empty(BodyRules.Committed.CheckRule("ModalInteractionCallbackRequest", new JsonObject { ["type"] = 9, ["data"] = data.DeepClone() }).Select(error => $"{error.Path}: {error.Message}"));
            Assert.InRange(data["components"]!.AsArray().Count, 1, 5);
            Assert.All(data["components"]!.AsArray().Select(label => label!["component"]!), AssertInput);
        },
        iter: Count,
        threads: 2);

    [Fact]
    public void A_line_that_is_longer_than_a_message_is_cut_at_a_word_and_the_others_are_counted()
    {
        var reply = new Reply { Lines = [string.Join(' ', Enumerable.Repeat("harbor", 1000)), "Second.", "Third."] };
        var texts = Displays(new ReplyRenderer(Interactions.Buttons.Ids, "1", Language.Words.English).Render(reply)).ToList();
        Assert.EndsWith("harbor…", texts[0], StringComparison.Ordinal);
        Assert.Equal("-# 2 more lines do not fit here.", texts[1]);
    }

    private static void AssertInput(JsonNode input)
    {
        var (least, most) = (Number(input, "min_length"), Number(input, "max_length"));
        var value = input["value"]?.GetValue<string>();
        Assert.True(most is null || (least <= most && (value is null || (value.Length <= most && value.Length >= least))), input.ToJsonString());
        if (input["options"] is JsonArray options)
        {
            Assert.Distinct(options.Select(option => option!["value"]!.GetValue<string>()));
            Assert.InRange(Number(input, "max_values")!.Value, Math.Max(1, Number(input, "min_values")!.Value), options.Count);
            Assert.InRange(options.Count(option => option!["default"]!.GetValue<bool>()), 0, Number(input, "max_values")!.Value);
        }
    }

    private static int? Number(JsonNode node, string name) => node[name]?.GetValue<int>();

    /// <summary>A menu has an option that can be taken; that much is up to whoever declares it.</summary>
    private static MenuOption[] WithOne(MenuOption[] options) => [new("One", "one"), .. options];

    private static IEnumerable<string> Displays(JsonObject body) => body["components"]![0]!["components"]!.AsArray().Select(it => it!["content"]?.GetValue<string>()).OfType<string>();

    private static Gen<T> AnyOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
