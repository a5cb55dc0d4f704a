using System.Text;

namespace SummaryBot.Articles.Inbox.Mail;

/// <summary>A mail, or a part of one: header fields and what is below them. Its text holds one character for each byte.</summary>
internal sealed class MailPart
{
    private const int MaxFields = 500;
    private const int MaxDepth = 5;
    private const int MaxParts = 200;

    private readonly Dictionary<string, string> _fields;
    private readonly string _content;
    private readonly int _depth;

    private MailPart(string text, int depth)
    {
        var end = text.StartsWith('\n') ? 0 : text.IndexOf("\n\n", StringComparison.Ordinal);
        (_fields, _content, _depth) = (Fields(end < 0 ? text : text[..end]), end < 0 ? "" : text[end..].TrimStart('\n'), depth);
        ContentType = HeaderValue.Read(this["Content-Type"] ?? "text/plain");
    }

    public string MediaType => ContentType.Value;

    /// <summary>Null where it names none.</summary>
    public string? Charset => ContentType.Parameter("charset");

    public bool IsAttachment => HeaderValue.Read(this["Content-Disposition"] ?? "").Value is "attachment" || ContentType.Parameter("name") is not null;

    private HeaderValue ContentType { get; }

    /// <summary>A field as it came, unfolded; the first where there are several, null where there is none.</summary>
    public string? this[string name] => _fields.GetValueOrDefault(name);

    public static MailPart Of(byte[] bytes) =>
        new(Encoding.Latin1.GetString(bytes).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').TrimStart('\n'), depth: 0);

    /// <summary>The parts that hold something, in order; itself where it has none.</summary>
    public IEnumerable<MailPart> Leaves() => Spread().Take(MaxParts);

    /// <summary>The content without its transfer encoding.</summary>
    public byte[] Body() => TransferEncoding.Decode(this["Content-Transfer-Encoding"], _content);

    /// <summary>UTF-8 where it is, else as it is labelled.</summary>
    public string Text() => MailCharset.Decode(Body(), Charset);

    private IEnumerable<MailPart> Spread() =>
        MediaType.StartsWith("multipart/", StringComparison.Ordinal) && ContentType.Parameter("boundary") is { Length: > 0 } boundary
            ? _depth == MaxDepth ? [] : Parts(boundary).SelectMany(part => part.Spread())
            : [this];

    /// <summary>What is before the first boundary and behind the last is for programs that know no parts. A last boundary may be missing.</summary>
    private IEnumerable<MailPart> Parts(string boundary)
    {
        var body = $"\n{_content}";
        var mark = $"\n--{boundary}";
        for (var start = body.IndexOf(mark, StringComparison.Ordinal); start >= 0;)
        {
            start += mark.Length;
            if (body.AsSpan(start).StartsWith("--"))
            {
                yield break;
            }

            var lineEnd = body.IndexOf('\n', start);
            var next = lineEnd < 0 ? -1 : body.IndexOf(mark, lineEnd, StringComparison.Ordinal);
            if (lineEnd >= 0)
            {
                yield return new MailPart(body[(lineEnd + 1)..Math.Max(lineEnd + 1, next < 0 ? body.Length : next)], _depth + 1);
            }

            start = next;
        }
    }

    private static Dictionary<string, string> Fields(string head)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in head.Replace("\n ", " ", StringComparison.Ordinal).Replace("\n\t", " ", StringComparison.Ordinal).Split('\n').Take(MaxFields))
        {
            if (line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && line.AsSpan(0, colon).IndexOf(' ') < 0)
            {
                fields.TryAdd(line[..colon], line[(colon + 1)..].Trim());
            }
        }

        return fields;
    }
}
