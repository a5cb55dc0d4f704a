using SummaryBot.Digests;
using SummaryBot.Summarization;

namespace SummaryBot.Discord.Interactions;

/// <summary>What a Shorter or Longer button asks for. It holds all that is needed, so it works after a restart and on another instance.</summary>
/// <param name="UserId">Who may click it.</param>
internal sealed record SummaryButton(string ArticleId, SummaryLength Length, string UserId)
{
    private const string Version = "s1";

    /// <summary>100 characters at most.</summary>
    public string CustomId => $"{Version}:{ArticleId}:{ChoiceText.Of(Length)}:{UserId}";

    /// <summary>Null for a button of another version, or none of ours.</summary>
    public static SummaryButton? TryRead(string customId) =>
        customId.Split(':') is [Version, { Length: <= 32 } article, var length, var user]
        && ChoiceText.TryParse<SummaryLength>(length, out var wanted)
            ? new SummaryButton(article, wanted, user)
            : null;
}
