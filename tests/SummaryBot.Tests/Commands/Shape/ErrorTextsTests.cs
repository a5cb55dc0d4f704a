using SummaryBot.Commands.Shape;
using SummaryBot.Language;

namespace SummaryBot.Tests.Commands.Shape;

public sealed class ErrorTextsTests
{
    public static TheoryData<ErrorCode, string> All => [.. Enum.GetValues<ErrorCode>().SelectMany(code => UiLanguage.All.Select(language => (code, language.Code)))];

    [Theory]
    [MemberData(nameof(All))]
    public void Every_error_tells_its_cause_and_one_thing_to_do(ErrorCode code, string language)
    {
        var of = UiLanguage.Find(language)!;
        Assert.False(string.IsNullOrWhiteSpace(TextFiles.Find($"error.{code}.cause", of)));
        var next = TextFiles.Find($"error.{code}.next", of);
        Assert.False(string.IsNullOrWhiteSpace(next));
        Assert.DoesNotContain(';', next);
        Assert.DoesNotMatch(@"[.!?]\s", next); // a second sentence would be a second thing to do
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Its_values_are_those_that_the_code_declares(ErrorCode code, string language)
    {
        var of = UiLanguage.Find(language)!;
        var names = new[] { "cause", "next" }.SelectMany(part => MessagePattern.Parse(TextFiles.Find($"error.{code}.{part}", of)!).Names);
        Assert.Subset(Declared(code), names.ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public void No_text_belongs_to_no_code() => Assert.Equal(
        Enum.GetNames<ErrorCode>().SelectMany(code => new[] { $"{code}.cause", $"{code}.next" }).Order(StringComparer.Ordinal),
        TextFiles.Of("error", UiLanguage.English).Keys.Order(StringComparer.Ordinal));

    /// <summary>As the comment of the code lists them.</summary>
    private static HashSet<string> Declared(ErrorCode code)
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "src/SummaryBot/Commands/Shape/ErrorCode.cs"));
        var comment = lines[Array.FindIndex(lines, line => line.Trim() == $"{code},") - 1];
        return comment.Split("Values: ") is [_, var values] ? [.. values.Split('.')[0].Split(", ")] : [];
    }
}
