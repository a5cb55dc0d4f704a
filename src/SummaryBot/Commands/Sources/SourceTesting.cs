using SummaryBot.Commands.Shape;
using SummaryBot.Language;
using SummaryBot.Sources;
using SummaryBot.Sources.Feeds;
using SummaryBot.Summarization;

namespace SummaryBot.Commands.Sources;

/// <summary><c>/source test</c>: what a source would give; nothing is stored.</summary>
public sealed class SourceTesting(SourceLookup lookup, SourceSampler sampler, TimeProvider time)
{
    /// <summary>For the page of the newest item; without it the feed's own text is shown.</summary>
    private static readonly TimeSpan PagePatience = TimeSpan.FromSeconds(4);

    public async Task<Reply> TestAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var (found, problem) = await lookup.FindAsync(call.Words, call.Text("url") ?? "", choice: null, cancellationToken);
        return found switch
        {
            FoundSource.Feed(var at, var feed) => Tell(call.Words, at, feed, await SampleAsync(at, feed, cancellationToken)),
            FoundSource.Several(var feeds) => new Reply
            {
                Title = call.Words.Of("source.test.several", ("count", feeds.Count)),
                Lines = [.. feeds.Select(feed => ReplyText.Link(feed.Title ?? feed.Address.Host, feed.Address))],
                Note = call.Words.Of("source.test.one"),
            },
            FoundSource.Page(var at, _) => SourceLookup.WithoutFeed(call.Words, at),
            _ => problem!,
        };
    }

    /// <summary>What a feed would give, in words.</summary>
    public static Reply Tell(Words words, Uri address, Feed feed, SourceSample? sample)
    {
        var title = words.Of("source.test.title", ("name", feed.Title ?? address.Host), ("kind", $"{feed.Kind}"));
        var items = words.Of("source.items", ("address", ReplyText.Link(address.Host, address)), ("count", feed.Items.Count));
        if (sample is null)
        {
            return new Reply { Title = title, Lines = [items, words.Of("source.test.nothing")] };
        }

        var article = sample.Item.Article;
        var newest = article.PublishedAt is { } at ? words.Of("source.test.newest", ("time", at)) : words.Of("source.test.undated");
        return new Reply
        {
            Title = title,
            Lines = [items, newest, FullText(words, sample)],
            More = [new Reply { Card = SummaryCardWriter.Write(article, new SummaryOptions { Title = article.Headline, Language = article.Language }) }],
        };
    }

    private static ReplyText FullText(Words words, SourceSample sample)
    {
        var key = (sample.IsFromPage, sample.IsTeaser, sample.Item.TeaserOnly) switch
        {
            (true, _, true) => "withheld",
            (true, _, _) => "page",
            (_, true, _) => "missing",
            _ => "feed",
        };
        return words.Of($"source.test.text.{key}", ("count", SummaryBot.Summarization.Text.Words.Count(sample.Item.Article.Text)));
    }

    private async Task<SourceSample?> SampleAsync(Uri address, Feed feed, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(PagePatience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await sampler.OfAsync(address, feed, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return SourceSampler.OfFeed(address, feed);
        }
    }
}
