using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SummaryBot.TestDiscord.Interactions;

namespace SummaryBot.Discord.Tests.Interactions.Everything;

/// <summary>What somebody asked and what became of it.</summary>
/// <param name="Log">What was logged meanwhile.</param>
internal sealed record Answer(Person Who, JsonObject Asked, HandMadeOutcome Outcome, IReadOnlyList<string> Log, IReadOnlyList<string> Errors)
{
    private const int Reply = 4;
    private const int DeferredReply = 5;
    private const int DeferredUpdate = 6;

    /// <summary>The color of an answer that says what went wrong.</summary>
    private const string ErrorAccent = "\"accent_color\":14171198";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public IReadOnlyList<SeenMessage> Messages => [.. new[] { Outcome.Original }.OfType<SeenMessage>(), .. Outcome.FollowUps];

    public string Text => string.Join('\n', Messages.Select(message => $"{message.Json["content"]} {message.Json["components"]?.ToJsonString(Readable)}"));

    /// <summary>Whether the person was told that it cannot be done: by the router, which logs it, or by the command.</summary>
    public bool IsRefused => WasRefused || (Outcome.AnswerType == DeferredUpdate ? Outcome.FollowUps : Messages).Any(message => message.Json.ToJsonString().Contains(ErrorAccent, StringComparison.Ordinal));

    private bool WasRefused => Log.Any(line => line.Contains($"Interaction {Asked["id"]} was refused", StringComparison.Ordinal));

    /// <summary>What is wrong with it by the rules that hold for all answers; null where nothing is.</summary>
    public string? Fault(bool mayBePublic)
    {
        var fault = Errors.Count > 0 ? $"The log holds an error: {Errors[0]}"
            : Outcome.AnswerType == 0 ? "It was not acknowledged."
            : Outcome.IsThinking ? "It still shows \"is thinking…\"."
            : !HasOneEnd ? $"It was answered {Outcome.Finals} times with {Outcome.FollowUps.Count} messages behind."
            : !mayBePublic && IsPublic ? "Everybody sees the answer."
            : null;
        return fault is null ? null : $"{fault}\n{this}";
    }

    public override string ToString() =>
        $"{Who.Id} asked {Asked["data"]!.ToJsonString(Readable)} in {Asked["channel_id"]}\nand got {Outcome.AnswerType}: {Text} {Outcome.Modal?.ToJsonString(Readable)} {Outcome.Choices?.ToJsonString(Readable)}\n{string.Join('\n', Log.Where(line => !line.StartsWith("Resilience", StringComparison.Ordinal) && !line.StartsWith("Execution", StringComparison.Ordinal)))}";

    /// <summary>What went wrong with a button is said beside its message.</summary>
    private bool HasOneEnd => Outcome.Finals == 1 || (Outcome is { AnswerType: DeferredUpdate, Finals: 0, FollowUps.Count: > 0 });

    private bool IsPublic => (Outcome.AnswerType is Reply or DeferredReply && Outcome.Original is { OnlyFor: null }) || Outcome.FollowUps.Any(message => message.OnlyFor is null);
}
