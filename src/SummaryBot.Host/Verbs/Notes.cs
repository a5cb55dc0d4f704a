using SummaryBot.Operations;

namespace SummaryBot.Host.Verbs;

/// <summary>What a verb says beside its result: on standard error, one line each, without secrets.</summary>
internal static class Notes
{
    /// <summary>Set as soon as the configuration is read.</summary>
    public static Secrets Secrets { get; set; } = new([]);

    public static void Write(string line) => Console.Error.WriteLine($"summarybot: {Secrets.Redact(line)}");
}
