namespace SummaryBot.Articles;

/// <summary>What the lines at the top of an article file say about it: a date and an address, in any order, each once at most.</summary>
/// <param name="Problem">Why a line cannot be read, in one or two sentences; null where all can.</param>
internal sealed record ArticleHeading(DateTimeOffset? PublishedAt, Uri? Url, string? Problem)
{
    /// <summary>Takes the heading lines off the top.</summary>
    /// <param name="blocks">The paragraphs; the first loses its heading lines, and goes where it has no others.</param>
    public static ArticleHeading TakeFrom(List<string> blocks)
    {
        var heading = new ArticleHeading(null, null, null);
        while (heading.Problem is null && blocks.Count > 0 && heading.With(blocks[0].Split('\n')[0]) is { } longer)
        {
            heading = longer;
            var rest = blocks[0].IndexOf('\n', StringComparison.Ordinal) is >= 0 and var end ? blocks[0][end..].TrimStart('\n') : "";
            blocks.RemoveAt(0);
            blocks.InsertRange(0, rest.Length > 0 ? [rest] : []);
        }

        return heading;
    }

    /// <summary>Null where the line is no part of the heading.</summary>
    private ArticleHeading? With(string line) => line switch
    {
        _ when PublishedAt is null && DateLine.IsOne(line) => DateLine.Parse(line) is { } date
            ? this with { PublishedAt = date }
            : this with { Problem = DateLine.Problem },
        _ when Url is null && AddressLine.IsOne(line) => AddressLine.Parse(line) is { } url
            ? this with { Url = url }
            : this with { Problem = AddressLine.Problem },
        _ => null,
    };
}
