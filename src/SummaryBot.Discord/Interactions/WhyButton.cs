using System.Globalization;
using SummaryBot.Commands;
using SummaryBot.Digests;
using SummaryBot.Summarization;

namespace SummaryBot.Discord.Interactions;

/// <summary>
/// What a "Why these?" button asks for: the summary of the card, made again with its reasons. It holds all that is needed, so it works after a restart, and for
/// everybody who sees it, as each gets an answer of his own.
/// </summary>
/// <param name="Sentences">The number of sentences that was asked for; null where it was a preset.</param>
internal sealed record WhyButton(string ArticleId, SummaryLength Length, int? Sentences)
{
    private const string Version = "w1";

    /// <summary>100 characters at most.</summary>
    public string CustomId => $"{Version}:{ArticleId}:{Sentences?.ToString(CultureInfo.InvariantCulture) ?? ChoiceText.Of(Length)}";

    public SummaryRequest Request => new(ArticleId, Length, Sentences) { Why = true };

    /// <summary>Null for a button of another version or kind.</summary>
    public static WhyButton? TryRead(string customId)
    {
        if (customId.Split(':') is not [Version, { Length: <= 32 } article, var choice])
        {
            return null;
        }

        return int.TryParse(choice, NumberStyles.None, CultureInfo.InvariantCulture, out var sentences) ? new WhyButton(article, SummaryLength.Medium, sentences)
            : ChoiceText.TryParse<SummaryLength>(choice, out var length) ? new WhyButton(article, length, null)
            : null;
    }
}
