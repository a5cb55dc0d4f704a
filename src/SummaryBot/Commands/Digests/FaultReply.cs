using SummaryBot.Commands.Shape;
using SummaryBot.Digests;
using SummaryBot.Language;

namespace SummaryBot.Commands.Digests;

/// <summary>What is wrong with settings, a line each: which, what it holds, what it may hold.</summary>
internal static class FaultReply
{
    /// <param name="faults">As readers of settings write them, in English.</param>
    public static Reply Of(Words words, IReadOnlyList<string> faults) => new() { Error = ErrorCode.BadOption, Lines = [.. faults.Select(fault => Line(words, fault))] };

    /// <summary>One setting.</summary>
    public static Reply Of(Words words, string key, string value) => new() { Error = ErrorCode.BadOption, Lines = [Line(words, key, value)] };

    /// <summary>The readers' own words are English, and say more of a regular expression.</summary>
    private static ReplyText Line(Words words, string fault) => words.Language == UiLanguage.English || FaultList.TryParse(fault) is not var (key, value) ? fault : Line(words, key, value);

    private static ReplyText Line(Words words, string key, string value)
    {
        var remedy = TextFiles.Find($"digest.remedy.{key}", words.Language);
        return words.Of("digest.fault", ("key", key), ("value", value), ("remedy", remedy ?? words.Plain("digest.remedy.other")));
    }
}
