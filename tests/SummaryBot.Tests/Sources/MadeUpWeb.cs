using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using SummaryBot.Articles.Extraction;
using SummaryBot.Articles.Markup;
using SummaryBot.Sources.Fetching;

namespace SummaryBot.Tests.Sources;

/// <summary>A web that the test makes up. What it was asked is kept.</summary>
public sealed class MadeUpWeb(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Func<FetchRequest, Task<FetchOutcome>>> _answers = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<Request> _requests = new();
    private int _atOnce;

    public IReadOnlyList<Request> Requests => [.. _requests];

    /// <summary>The most requests that were on their way together.</summary>
    public int MostAtOnce { get; private set; }

    public IReadOnlyList<Request> RequestsOf(string address) => [.. _requests.Where(it => string.Equals(it.What.Address.AbsoluteUri, address, StringComparison.Ordinal))];

    public void Answer(string address, FetchOutcome outcome) => _answers[address] = _ => Task.FromResult(outcome);

    public void Answer(string address, Func<FetchRequest, Task<FetchOutcome>> answer) => _answers[address] = answer;

    /// <summary>Answers with a feed, and with 304 who has it already.</summary>
    public void Feed(string address, params Item[] items)
    {
        var body = Rss(items);
        var etag = $"\"{Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(body))[..12]}\"";
        Answer(address, request => Task.FromResult<FetchOutcome>(string.Equals(request.ETag, etag, StringComparison.Ordinal)
            ? new FetchOutcome.NotModified(null, null)
            : Ok(address, body) with { ETag = etag }));
    }

    public async Task<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        _requests.Enqueue(new Request(request, time.GetUtcNow()));
        MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref _atOnce));
        try
        {
            return _answers.TryGetValue(request.Address.AbsoluteUri, out var answer)
                ? await answer(request).WaitAsync(cancellationToken)
                : new FetchOutcome.Gone(404);
        }
        finally
        {
            Interlocked.Decrement(ref _atOnce);
        }
    }

    public static FetchOutcome.Fetched Ok(string address, byte[] body, string mediaType = "application/rss+xml") =>
        new(new Uri(address), null, body, mediaType, "utf-8", null, null, null);

    /// <summary>The paragraphs of a page that <see cref="Html"/> made.</summary>
    public static PageResult Extract(ReadOnlyMemory<byte> body)
    {
        var text = Encoding.UTF8.GetString(body.Span);
        var blocks = text.Split("<p>").Skip(1).Select(part => new TextBlock(BlockKind.Paragraph, part.Split("</p>")[0])).ToList();
        return new PageResult.Read(new Page(null, null, "Jo Writer", null, null, null, text.Contains("paywall", StringComparison.Ordinal), blocks));
    }

    public static FetchOutcome.Fetched Html(string address, string body) => Ok(address, Encoding.UTF8.GetBytes(body), "text/html");

    public static byte[] Rss(IEnumerable<Item> items, string extra = "") => Encoding.UTF8.GetBytes($"""
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0"><channel><title>Example News</title><link>https://news.example/</link><language>en</language>{extra}
        {string.Concat(items.Select(Xml))}
        </channel></rss>
        """);

    /// <summary>Long enough to be a whole article.</summary>
    public static string Story(string about) => string.Join(
        ' ', Enumerable.Range(1, 12).Select(i => $"Sentence {i} of the report tells what the town council decided about {about} and why that matters."));

    private static string Xml(Item item) => $"""
        <item>{Element("guid", item.Guid)}{Element("title", item.Title)}{Element("link", item.Link)}
        {Element("pubDate", item.At?.UtcDateTime.ToString("r", CultureInfo.InvariantCulture))}{Element("description", item.Text)}</item>
        """;

    private static string Element(string name, string? text) => text is null ? "" : $"<{name}>{WebUtility.HtmlEncode(text)}</{name}>";

    public sealed record Request(FetchRequest What, DateTimeOffset At);

    public sealed record Item(string? Guid, string Title, DateTimeOffset? At)
    {
        public string? Link { get; init; } = Guid is null ? null : $"https://news.example/{Guid}";

        /// <summary>A whole article unless told.</summary>
        public string Text { get; init; } = Story(Title);
    }
}
