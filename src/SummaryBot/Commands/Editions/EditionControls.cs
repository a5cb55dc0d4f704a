using SummaryBot.Chat;
using SummaryBot.Commands.Shape;
using SummaryBot.Language;

namespace SummaryBot.Commands.Editions;

/// <summary>The menu and the buttons below an edition. Whoever sees it may use them; the answers are for that person alone.</summary>
public static class EditionControls
{
    internal const string Read = "eread";
    internal const string Direct = "edm";
    internal const string Why = "ewhy";
    internal const string Useful = "euse";
    internal const string NotUseful = "enot";
    internal const string Stop = "estop";
    internal const string Choose = "esay";
    internal const string TakeBack = "eback";

    /// <summary>Discord takes no more in one menu.</summary>
    private const int MostOptions = 25;

    /// <summary>The stories whose summary can be read; null where there are none.</summary>
    public static ReplyMenu? MenuOf(ChatMessage message, Words words) => message.Edition is { } edition ? MenuOf(message, edition, words) : null;

    /// <param name="edition">Which edition the message is of, where it does not say.</param>
    public static ReplyMenu? MenuOf(ChatMessage message, EditionKey edition, Words words)
    {
        var stories = message.Stories.Select((story, i) => (Number: i + 1, Story: story)).Where(it => it.Story is { ArticleId: not null, IsWithdrawn: false });
        MenuOption[] options = [.. stories.DistinctBy(it => it.Story.ArticleId, StringComparer.Ordinal).Take(MostOptions).Select(it => Option(it.Number, it.Story))];
        return options.Length == 0 ? null : new ReplyMenu(Read, new EditionState(edition).Payload, words.Plain("edition.read"), options) { IsForAll = true };
    }

    /// <summary>One row; empty where the message has none. Only the person whose digest it is can stop it.</summary>
    public static IReadOnlyList<ReplyButton> ButtonsOf(ChatMessage message, Words words)
    {
        if (message.Edition is not { } edition)
        {
            return [];
        }

        var hasStories = message.Stories.Count > 0;
        (string Kind, string Text, bool IsThere)[] buttons =
        [
            (Direct, "dm", hasStories && message is { IsPersonal: false, IsCopy: false }), (Why, "why", hasStories), (Useful, "useful", hasStories),
            (NotUseful, "notUseful", hasStories), (Stop, "stop", message is { IsPersonal: true, IsCopy: false }),
        ];
        return [.. buttons.Where(it => it.IsThere).Select(it => new ReplyButton(words.Plain($"edition.{it.Text}"), it.Kind, new EditionState(edition).Payload) { IsForAll = true })];
    }

    /// <summary>One story to choose.</summary>
    /// <param name="number">As the message numbers it.</param>
    internal static MenuOption Option(int number, StoryBlock story) => new(
        $"{number}. {Printable.Of(story.Headline)}", story.ArticleId!, Printable.Of(story.Source ?? "").Trim() is { Length: > 0 } outlet ? outlet : null);
}
