using System.Globalization;
using SummaryBot.Commands.Shape;
using SummaryBot.Digests;
using SummaryBot.Summarization;

namespace SummaryBot.Commands.Summaries;

/// <summary>What the buttons of a card remember, so that the same or another summary of the article can be made again.</summary>
/// <param name="Sentences">The number that was asked for; null where it was a preset.</param>
/// <param name="About">What the summary should be about; null where nothing was asked.</param>
internal sealed record CardState(string ArticleId, SummaryLength Length, int? Sentences = null, string? About = null)
{
    private const int MostId = 12;

    /// <summary>UTF-16 units that a question may have: what the id, the choice and two dots leave.</summary>
    private const int MostAbout = ReplyButton.MaxPayload - MostId - 4;

    public string Payload => $"{ArticleId}.{Choice}{(About is null ? "" : $".{About}")}";

    public SummaryRequest Request => new(ArticleId, Length, Sentences, About);

    private string Choice => Sentences?.ToString(CultureInfo.InvariantCulture) ?? ChoiceText.Of(Length)[..1];

    /// <summary>Whether a button has room for a question. An answer to a longer one has no buttons that would forget it.</summary>
    public static bool CanHold(string? about) => about is null || about.Length <= MostAbout;

    public static CardState? TryRead(string payload)
    {
        if (payload.Split('.', 3) is not [{ Length: > 0 and <= MostId } article, var choice, .. var rest])
        {
            return null;
        }

        var about = rest is [var asked] ? asked : null;
        return int.TryParse(choice, NumberStyles.None, CultureInfo.InvariantCulture, out var sentences) ? new CardState(article, SummaryLength.Medium, sentences, about)
            : choice switch
            {
                "s" => new CardState(article, SummaryLength.Short, null, about),
                "m" => new CardState(article, SummaryLength.Medium, null, about),
                "l" => new CardState(article, SummaryLength.Long, null, about),
                _ => null,
            };
    }
}
