using System.CommandLine;

namespace SummaryBot.Host.Verbs;

/// <summary>Options of which only those that are given count.</summary>
internal static class OptionValues
{
    public static void IfGiven<T>(this ParseResult parsed, Option<T> option, Action<T> set)
    {
        if (parsed.GetResult(option) is { Implicit: false })
        {
            set(parsed.GetValue(option)!);
        }
    }

    public static Option<string> Text(string name, string description, string usual = "") =>
        new(name) { Description = usual.Length == 0 ? description : $"{description} {usual} unless told." };

    public static Option<string[]> List(string name, string description) => new(name) { Description = $"{description} May be repeated." };
}
