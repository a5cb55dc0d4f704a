using System.Globalization;
using System.Text;

namespace SummaryBot.Language;

/// <summary>
/// A text with places for values, in the part of ICU's MessageFormat that the bot's texts use: <c>{name}</c>, and
/// <c>{count, plural, one {# story} other {# stories}}</c>, in which # is the number. Texts hold no other braces.
/// </summary>
/// <remarks><see href="https://unicode-org.github.io/icu/userguide/format_parse/messages/"/></remarks>
public sealed class MessagePattern
{
    private readonly IReadOnlyList<Piece> _pieces;

    private MessagePattern(IReadOnlyList<Piece> pieces) => _pieces = pieces;

    private abstract record Piece
    {
        public sealed record Text(string Words) : Piece;

        public sealed record Place(string Name) : Piece;

        public sealed record Number : Piece;

        public sealed record Plural(string Name, IReadOnlyDictionary<string, IReadOnlyList<Piece>> Forms) : Piece;
    }

    /// <summary>The names of all values, each once, in alphabetical order.</summary>
    public IReadOnlyList<string> Names => [.. NamesIn(_pieces).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The forms of every plural.</summary>
    public IEnumerable<IReadOnlyCollection<string>> Plurals => PluralsIn(_pieces);

    /// <exception cref="FormatException">It is no such text.</exception>
    public static MessagePattern Parse(string text)
    {
        var at = 0;
        var pieces = ReadPieces(text, ref at, inPlural: false);
        return at == text.Length ? new MessagePattern(pieces) : throw new FormatException($"A brace closes nothing at {at}: {text}");
    }

    /// <param name="write">Writes a value in its place; it is given the value's name.</param>
    /// <param name="number">The number of a plural by its name.</param>
    public void Write(UiLanguage language, Action<string> words, Action<string> write, Func<string, long> number) =>
        Write(_pieces, language, words, write, number, current: 0);

    private static void Write(IReadOnlyList<Piece> pieces, UiLanguage language, Action<string> words, Action<string> write, Func<string, long> number, long current)
    {
        foreach (var piece in pieces)
        {
            switch (piece)
            {
                case Piece.Text text:
                    words(text.Words);
                    break;
                case Piece.Place place:
                    write(place.Name);
                    break;
                case Piece.Number:
                    words(current.ToString(CultureInfo.InvariantCulture));
                    break;
                case Piece.Plural plural:
                    var count = number(plural.Name);
                    var form = plural.Forms.GetValueOrDefault(PluralRule.Form(language, count)) ?? plural.Forms["other"];
                    Write(form, language, words, write, number, count);
                    break;
            }
        }
    }

    private static List<Piece> ReadPieces(string text, ref int at, bool inPlural)
    {
        var pieces = new List<Piece>();
        var words = new StringBuilder();
        while (at < text.Length && text[at] != '}')
        {
            if (text[at] != '{' && !(inPlural && text[at] == '#'))
            {
                words.Append(text[at++]);
                continue;
            }

            Flush(words, pieces);
            pieces.Add(text[at] == '#' ? new Piece.Number() : ReadPlace(text, ref at));
            at += pieces[^1] is Piece.Number ? 1 : 0;
        }

        Flush(words, pieces);
        return pieces;
    }

    private static void Flush(StringBuilder words, List<Piece> pieces)
    {
        if (words.Length > 0)
        {
            pieces.Add(new Piece.Text(words.ToString()));
            words.Clear();
        }
    }

    private static Piece ReadPlace(string text, ref int at)
    {
        var end = text.IndexOfAny(['}', ','], at);
        var name = end < 0 ? "" : text[(at + 1)..end].Trim();
        if (name.Length == 0 || !name.All(char.IsAsciiLetterOrDigit))
        {
            throw new FormatException($"A place without a name at {at}: {text}");
        }

        at = end + 1;
        return text[end] == '}' ? new Piece.Place(name) : new Piece.Plural(name, ReadForms(text, ref at));
    }

    private static Dictionary<string, IReadOnlyList<Piece>> ReadForms(string text, ref int at)
    {
        const string Keyword = "plural,";
        var forms = new Dictionary<string, IReadOnlyList<Piece>>(StringComparer.Ordinal);
        Skip(text, ref at);
        if (!text.AsSpan(at).StartsWith(Keyword, StringComparison.Ordinal))
        {
            throw new FormatException($"Only plurals choose, at {at}: {text}");
        }

        at += Keyword.Length;
        for (Skip(text, ref at); at < text.Length && text[at] != '}'; Skip(text, ref at))
        {
            var open = text.IndexOf('{', at);
            var form = open < 0 ? "" : text[at..open].Trim();
            at = open + 1;
            if (form is not ("one" or "few" or "many" or "other") || !forms.TryAdd(form, ReadPieces(text, ref at, inPlural: true)) || at >= text.Length)
            {
                throw new FormatException($"No form of a plural at {at}: {text}");
            }

            at++;
        }

        at++;
        return forms.ContainsKey("other") ? forms : throw new FormatException($"A plural without other: {text}");
    }

    private static void Skip(string text, ref int at)
    {
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }
    }

    private static IEnumerable<string> NamesIn(IEnumerable<Piece> pieces) => pieces.SelectMany(piece => piece switch
    {
        Piece.Place place => [place.Name],
        Piece.Plural plural => plural.Forms.Values.SelectMany(NamesIn).Prepend(plural.Name),
        _ => Enumerable.Empty<string>(),
    });

    private static IEnumerable<IReadOnlyCollection<string>> PluralsIn(IEnumerable<Piece> pieces) => pieces.OfType<Piece.Plural>()
        .SelectMany(plural => plural.Forms.Values.SelectMany(PluralsIn).Prepend([.. plural.Forms.Keys]));
}
