using System.Globalization;

namespace SummaryBot.Commands.Shape;

/// <summary>Checks options against what was declared: chats do so themselves, but whoever writes to the bot by hand need not.</summary>
internal static class OptionCheck
{
    /// <summary>Null where all is well.</summary>
    public static Reply? Refuse(CommandSpec spec, CommandCall call) => spec.Options.Select(option => Refuse(spec, option, call)).FirstOrDefault(it => it is not null);

    private static Reply? Refuse(CommandSpec spec, OptionSpec option, CommandCall call)
    {
        var name = call.Words.Plain($"{spec.Family}.option.{option.Name}.name");
        if (!call.Options.TryGetValue(option.Name, out var value))
        {
            return option.IsRequired ? Reply.Fail(call.Words, ErrorCode.MissingOption, ("option", name)) : null;
        }

        return (option.Type, value) switch
        {
            (OptionType.Text, string text) when option.Choices.Count > 0 && !option.Choices.Contains(text, StringComparer.Ordinal) =>
                Bad(text, string.Join(", ", option.Choices)),
            (OptionType.Text, string text) when text.Length < (option.Min ?? 0) || text.Length > (option.Max ?? 6000) =>
                Bad($"{text.Length}", Range(option.Min ?? 0, option.Max ?? 6000)),
            (OptionType.Integer, long number) when number < (option.Min ?? long.MinValue) || number > (option.Max ?? long.MaxValue) =>
                Bad(number.ToString(CultureInfo.InvariantCulture), Range(option.Min, option.Max)),
            (OptionType.Channel, GivenChannel { Type: { } type } channel) when option.ChannelTypes.Count > 0 && !option.ChannelTypes.Contains(type) =>
                Bad(channel.Name, string.Join(", ", option.ChannelTypes)),
            _ => null,
        };

        Reply Bad(string shown, string remedy) => Reply.Fail(call.Words, ErrorCode.BadOption, ("option", name), ("value", shown), ("remedy", remedy));
    }

    private static string Range(int? least, int? most) => string.Create(CultureInfo.InvariantCulture, $"{least} – {most}");
}
