using Microsoft.Extensions.Options;

namespace SummaryBot.Articles.Inbox;

/// <summary>
/// A folder whose files become articles. What was read moves to <c>done</c>, what is no article to <c>rejected</c> with its reason in a file beside it. A file is taken
/// when its size and time have stayed the same over three looks.
/// </summary>
/// <remarks>Looking is cheaper than it sounds, and the system's own notices of changes do not come from folders on a network.</remarks>
public sealed class InboxFolder(IOptions<InboxOptions> options, InboxReader reader, ArticleStore store)
{
    /// <summary>Files in one look, so that a heap of them does not keep the database for itself.</summary>
    private const int MostAtOnce = 100;

    private const int LooksUntilCalm = 3;

    private static readonly string[] Unfinished = [".tmp", ".part", ".partial", ".crdownload", ".download", ".swp"];

    private Dictionary<string, (Shape Shape, int Looks)> _seen = new(StringComparer.Ordinal);

    /// <summary>What cannot be moved away is not read again.</summary>
    private readonly HashSet<(string Name, Shape Shape)> _stuck = [];

    private string Folder => options.Value.Folder;

    /// <summary>Looks once, and takes what has come to rest.</summary>
    public async Task<IReadOnlyList<ImportResult>> LookAsync(CancellationToken cancellationToken)
    {
        var results = new List<ImportResult>();
        foreach (var file in Calm().Take(MostAtOnce))
        {
            if (await TakeAsync(file, cancellationToken) is { } result)
            {
                results.Add(result);
            }
        }

        return results;
    }

    /// <summary>Files that do not change any more, in the order of their names.</summary>
    private IEnumerable<FileInfo> Calm()
    {
        var files = Folder.Length > 0 && Directory.Exists(Folder)
            ? new DirectoryInfo(Folder).EnumerateFiles().Where(file => !IsUnfinished(file.Name)).OrderBy(file => file.Name, StringComparer.Ordinal).ToList()
            : [];
        var before = _seen;
        _seen = files.ToDictionary(
            file => file.Name,
            file => before.TryGetValue(file.Name, out var seen) && seen.Shape == Shape.Of(file) ? (seen.Shape, seen.Looks + 1) : (Shape.Of(file), 1),
            StringComparer.Ordinal);
        _stuck.RemoveWhere(stuck => !_seen.ContainsKey(stuck.Name));
        return files.Where(file => _seen[file.Name].Looks >= LooksUntilCalm && !_stuck.Contains((file.Name, _seen[file.Name].Shape)));
    }

    private static bool IsUnfinished(string name) =>
        name[0] == '.' || name.EndsWith('~') || Unfinished.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>Null where it turned out to change still, or to be gone.</summary>
    private async Task<ImportResult?> TakeAsync(FileInfo file, CancellationToken cancellationToken)
    {
        var shape = _seen[file.Name].Shape;
        try
        {
            var read = Refuse(file) is { } reason ? new ReadResult.Rejected(reason) : await ReadAsync(file, shape, cancellationToken);
            return read switch
            {
                ReadResult.Read(var article) => Moved(file, shape, await store.AddAsync(article, cancellationToken)
                    ? new ImportResult.Added(file.Name, article)
                    : new ImportResult.Known(file.Name, article)),
                ReadResult.Rejected(var why) => Moved(file, shape, new ImportResult.Rejected(file.Name, why)),
                _ => null,
            };
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null; // another instance took it, or its owner thought better
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _stuck.Add((file.Name, shape));
            return new ImportResult.Rejected(file.Name, $"It cannot be read: {e.Message}");
        }
    }

    /// <summary>What is not even opened. Pipes and devices have no length, and opening one may take for ever.</summary>
    private static string? Refuse(FileInfo file) =>
        !InboxReader.Endings.Contains(file.Extension, StringComparer.OrdinalIgnoreCase) ? $"It is no article: the inbox takes {string.Join(", ", InboxReader.Endings)}."
        : file.LinkTarget is not null || file.Attributes.HasFlag(FileAttributes.ReparsePoint) ? "It is a link. Put the file itself into the inbox."
        : file.Length == 0 ? "It is empty. An article has a text."
        : file.Length > InboxReader.MaxBytes ? PlainTextReader.TooLarge(file.Length).Reason
        : null;

    private async Task<ReadResult?> ReadAsync(FileInfo file, Shape shape, CancellationToken cancellationToken)
    {
        var buffer = new byte[shape.Length + 1];
        await using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        file.Refresh();
        return length == shape.Length && Shape.Of(file) == shape ? await reader.ReadAsync(file.Extension, buffer[..length], cancellationToken) : null;
    }

    private ImportResult Moved(FileInfo file, Shape shape, ImportResult result)
    {
        try
        {
            var rejected = result as ImportResult.Rejected;
            var folder = Directory.CreateDirectory(Path.Combine(Folder, rejected is null ? "done" : "rejected")).FullName;
            var moved = MoveInto(folder, file);
            if (rejected is not null)
            {
                File.WriteAllText($"{moved}.reason.txt", $"{rejected.Reason}\n");
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _stuck.Add((file.Name, shape));
        }

        return result;
    }

    /// <summary>A name that is taken gets a number; what no screen shows is replaced.</summary>
    private static string MoveInto(string folder, FileInfo file)
    {
        var name = string.Concat(file.Name.Select(letter => char.IsControl(letter) ? '_' : letter));
        for (var number = 1; ; number++)
        {
            var target = Path.Combine(folder, number == 1 ? name : $"{Path.GetFileNameWithoutExtension(name)}-{number}{Path.GetExtension(name)}");
            if (!Path.Exists(target))
            {
                File.Move(file.FullName, target, overwrite: false);
                return target;
            }
        }
    }

    private readonly record struct Shape(long Length, DateTime ChangedAt)
    {
        public static Shape Of(FileInfo file) => new(file.Length, file.LastWriteTimeUtc);
    }
}
