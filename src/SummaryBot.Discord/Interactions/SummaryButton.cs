using SummaryBot.Digests;
using SummaryBot.Summarization;

namespace SummaryBot.Discord.Interactions;

/// <summary>What a Shorter or Longer button asks for. It holds all that is needed, so it works after a restart and on another instance.</summary>
/// <param name="UserId">Who may click it.</param>
/// <param name="About">What the summary should be about; null where nothing was asked.</param>
internal sealed record SummaryButton(string ArticleId, SummaryLength Length, string UserId, string? About = null)
{
    private const string Version = "s1";

    /// <summary>A version of its own, whose last part may hold colons.</summary>
    private const string AboutVersion = "s2";

    /// <summary>UTF-16 units beside those of the ids: an article's has 12, a user's 20 at most, and a button that asks nothing ends in a label.</summary>
    private const int MostAbout = 48;

    /// <summary>100 characters at most.</summary>
    public string CustomId => About is null
        ? $"{Version}:{ArticleId}:{ChoiceText.Of(Length)}:{UserId}"
        : $"{AboutVersion}:{ArticleId}:{ChoiceText.Of(Length)}:{UserId}:{About}";

    /// <summary>Whether a button has room for a question. An answer to a longer one has no buttons that would forget it.</summary>
    public static bool CanHold(string? about) => about is null || about.Length <= MostAbout;

    /// <summary>Null for a button of another version, or none of ours.</summary>
    public static SummaryButton? TryRead(string customId) => customId.Split(':', 5) switch
    {
        [Version, { Length: <= 32 } article, var length, var user] when ChoiceText.TryParse<SummaryLength>(length, out var wanted)
            => new SummaryButton(article, wanted, user),
        [AboutVersion, { Length: <= 32 } article, var length, var user, var about] when ChoiceText.TryParse<SummaryLength>(length, out var wanted)
            => new SummaryButton(article, wanted, user, about),
        _ => null,
    };
}
