using SummaryBot.Chat;
using SummaryBot.Digests.Kinds;

namespace SummaryBot.Host.Verbs;

/// <summary><c>story show ID --timeline</c>: the story sentence by sentence, the oldest first.</summary>
internal static class StoryTimelineVerb
{
    public static async Task<int> ShowAsync(IServiceProvider services, long id, bool json, CancellationToken cancellationToken)
    {
        if (await services.GetRequiredService<StoryHistory>().FindAsync(id, guild: null, cancellationToken) is not { } story)
        {
            throw new VerbException($"There is no story {id}. See: summarybot story list");
        }

        if (json)
        {
            Common.WriteJson(Describe(story.Id, story.Timeline, story.Editions));
            return Exit.Done;
        }

        Listing.Write(["date (UTC)", "source", "sentence", "article", "shown in"], story.Timeline.Lines.Select(line => new[]
        {
            Listing.Time(line.DatedAt.ToUnixTimeMilliseconds()),
            line.Article.Source ?? "",
            QuoteOrigin.Shown(line.Article.Text, line.Start, line.End),
            line.Article.Id,
            string.Join(", ", story.Editions[line.Article.Id].Select(Text)),
        }));
        if (story.Timeline.NothingNew > 0)
        {
            Notes.Write($"{story.Timeline.NothingNew} more articles say nothing new.");
        }

        return Exit.Done;
    }

    private static string Text(ShownEdition edition) => $"{edition.Digest} {edition.DueLocal}{(edition.Link is { } link ? $" {link}" : "")}";

    private static object Describe(long id, StoryTimeline timeline, ILookup<string, ShownEdition> editions) => new
    {
        Id = id,
        Lines = timeline.Lines.Select(line => new
        {
            Article = line.Article.Id,
            line.Start,
            line.End,
            line.Text,
            line.Article.Source,
            line.DatedAt,
            ShownIn = editions[line.Article.Id],
        }),
        timeline.NothingNew,
    };
}
