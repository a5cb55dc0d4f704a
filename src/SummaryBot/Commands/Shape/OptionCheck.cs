using System.Globalization;
using SummaryBot.Articles;
using SummaryBot.Language;

namespace SummaryBot.Commands.Shape;

/// <summary>Checks options against what was declared: chats do so themselves, but whoever writes to the bot by hand need not.</summary>
internal static class OptionCheck
{
    private const int MostValues = 25;
    private const int MaxId = 100;

    /// <summary>UTF-16 units of a text in a form.</summary>
    private const int MaxField = 4000;

    /// <summary>UTF-16 units of a text that says nothing of its length, of a name, and of an id.</summary>
    private const int MaxText = 6000;

    /// <summary>How much of a wrong value is shown.</summary>
    private const int MaxShown = 100;

    /// <summary>Null where all is well.</summary>
    public static Reply? Refuse(CommandSpec spec, CommandCall call) => spec.Options.Select(option => Refuse(spec, option, call)).FirstOrDefault(it => it is not null);

    /// <summary>What a button remembers and what was chosen or filled in; null where all is well.</summary>
    public static Reply? Refuse(CommandCall call, ActionInput input) =>
        input.Payload.Length <= ReplyButton.MaxPayload && AreShort(input.Values) && input.Fields.Count <= MostValues
        && input.Fields.All(field => field.Key.Length <= MaxId && AreShort(field.Value))
            ? null : Reply.Fail(call.Words, ErrorCode.Unreadable);

    private static bool AreShort(IReadOnlyList<string> values) => values.Count <= MostValues && values.All(value => value.Length <= MaxField);

    private static Reply? Refuse(CommandSpec spec, OptionSpec option, CommandCall call)
    {
        if (!call.Options.TryGetValue(option.Name, out var value))
        {
            return option.IsRequired ? Reply.Fail(call.Words, ErrorCode.MissingOption, ("option", Name(spec, option, call))) : null;
        }

        return (option.Type, value) switch
        {
            (OptionType.Text, string text) when option.Choices.Count > 0 && !option.Choices.Contains(text, StringComparer.Ordinal) =>
                Bad(text, string.Join(", ", option.Choices)),
            (OptionType.Text, string text) when text.Length < (option.Min ?? 0) || text.Length > (option.Max ?? MaxText) =>
                Bad(text, Characters(option.Min ?? 0, option.Max ?? MaxText)),
            (OptionType.Role or OptionType.User, string id) when id.Length > MaxId => Bad(id, Characters(1, MaxId)),
            (OptionType.Integer, long number) when number < (option.Min ?? long.MinValue) || number > (option.Max ?? long.MaxValue) =>
                Bad(number.ToString(CultureInfo.InvariantCulture), Range(option.Min, option.Max)),
            (OptionType.Channel, GivenChannel { Type: { } type } channel) when option.ChannelTypes.Count > 0 && !option.ChannelTypes.Contains(type) =>
                Bad(channel.Name, string.Join(", ", option.ChannelTypes)),
            (OptionType.Text or OptionType.Role or OptionType.User, string) or (OptionType.Integer, long) or (OptionType.Truth, bool)
                or (OptionType.Channel, GivenChannel) or (OptionType.File, GivenFile) => null,
            _ => Bad(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "", $"{option.Type}"),
        };

        string Characters(int least, int most) => call.Words.Plain("reply.characters", ("range", Range(least, most)));

        Reply Bad(string shown, string remedy) =>
            Reply.Fail(call.Words, ErrorCode.BadOption, ("option", Name(spec, option, call)), ("value", WordCut.To(shown, MaxShown)), ("remedy", remedy));
    }

    private static string Name(CommandSpec spec, OptionSpec option, CommandCall call) =>
        TextFiles.Find($"{spec.Family}.option.{option.Name}.name", call.Words.Language) ?? option.Name;

    private static string Range(int? least, int? most) => string.Create(CultureInfo.InvariantCulture, $"{least} – {most}");
}
