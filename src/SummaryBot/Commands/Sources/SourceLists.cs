using System.Text;
using SummaryBot.Commands.Shape;
using SummaryBot.Language;
using SummaryBot.Sources;
using SummaryBot.Sources.Feeds;
using SummaryBot.Undo;

namespace SummaryBot.Commands.Sources;

/// <summary><c>/source import</c> and <c>export</c>: lists of feeds, as feed readers exchange them.</summary>
public sealed class SourceLists(SubscriptionStore subscriptions, UndoLog undo)
{
    /// <summary>Of one file: Discord waits, and a person cannot read more.</summary>
    public const int MostFeeds = 500;

    private const int MaxBytes = FeedReader.MaxBytes;

    public async Task<Reply> ImportAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var (words, file) = (call.Words, call.File("file")!);
        if (file.Size > MaxBytes || await file.ReadAsync(MaxBytes, cancellationToken) is not { } bytes)
        {
            return Reply.Fail(words, ErrorCode.FileTooLarge, ("file", file.Name), ("megabytes", MaxBytes >> 20));
        }

        return Opml.Read(bytes) switch
        {
            OpmlResult.Read { Sources.Count: > 0 } list => await ImportAsync(call, list, cancellationToken),
            OpmlResult.Refused(var reason) => Reply.Fail(words, ErrorCode.NotOpml, ("file", file.Name), ("reason", StoredReason.Of(words, reason))),
            _ => Reply.Fail(words, ErrorCode.NotOpml, ("file", file.Name), ("reason", words.Of("source.import.nothing"))),
        };
    }

    public async Task<Reply> ExportAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var (count, text) = await WriteAsync(call.Guild, cancellationToken);
        return count == 0 ? Reply.Say(call.Words.Of("source.list.empty"))
            : Reply.Say(call.Words.Of("source.exported", ("count", count))) with { File = new ReplyFile("sources.opml", Encoding.UTF8.GetBytes(text)) };
    }

    /// <summary>How many feeds there are, and their list as OPML.</summary>
    public async Task<(int Count, string Text)> WriteAsync(string guild, CancellationToken cancellationToken)
    {
        var feeds = (await subscriptions.ListAsync(guild, cancellationToken)).Where(it => it.Kind is "feed").ToList();
        return (feeds.Count, Opml.Write("Sources of SummaryBot", feeds.Select(it => new OpmlSource(new Uri(it.Address), it.Name, it.GroupName, null))));
    }

    /// <summary>Reads a feed of a list; where the name is taken it gets a number.</summary>
    public Task<SubscribeResult> AddAsync(string guild, OpmlSource source, CancellationToken cancellationToken)
    {
        var name = NewSubscription.NameFor(source.Name, source.Address);
        return subscriptions.AddNumberedAsync(new NewSubscription(SourceKind.Feed, source.Address, name) { Guild = guild, Group = source.Group, Title = source.Name }, cancellationToken);
    }

    private async Task<Reply> ImportAsync(CommandCall call, OpmlResult.Read list, CancellationToken cancellationToken)
    {
        var feeds = list.Sources.Take(MostFeeds).ToList();
        var (added, undoId) = await undo.KeepAsync(
            call,
            call.Words.Plain("source.undo.imported", ("count", feeds.Count)),
            [new UndoRows("subscriptions", "guild = @key", call.Guild, "id") { Moving = ["news_from"] }],
            async () =>
            {
                var count = 0;
                foreach (var feed in feeds)
                {
                    count += await AddAsync(call.Guild, feed, cancellationToken) is SubscribeResult.Added ? 1 : 0;
                }

                return count;
            },
            cancellationToken);
        return new Reply
        {
            Title = call.Words.Of("source.imported", ("count", added)),
            Lines = [.. Rest(call.Words, feeds.Count - added, list.Skipped, list.Sources.Count - feeds.Count)],
            Buttons = UndoCommands.Button(call.Words, undoId),
        };
    }

    private static IEnumerable<ReplyText> Rest(Words words, int known, int skipped, int beyond) =>
        new[] { ("known", known), ("skipped", skipped), ("beyond", beyond) }.Where(it => it.Item2 > 0).Select(it => words.Of($"source.imported.{it.Item1}", ("count", it.Item2)));
}
