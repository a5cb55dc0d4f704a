using SummaryBot.Summarization.Text;

namespace SummaryBot.Commands.Summaries;

/// <summary>Cuts a text into pages: between paragraphs, within a long one between sentences, and only within a sentence longer than a page elsewhere.</summary>
internal static class ArticlePages
{
    /// <summary>UTF-16 units. A chat's markup may double them, and a message has room for 4,000 beside the headline.</summary>
    public const int MaxPage = 1700;

    /// <summary>What parts two lines.</summary>
    private const int PerLine = 2;

    /// <returns>At least one page of at least one line; together they are the text, but for the white space between paragraphs, sentences and pages.</returns>
    public static IReadOnlyList<IReadOnlyList<string>> Of(string text, string? language)
    {
        var pages = new List<List<string>> { new() };
        var room = MaxPage;
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries).SelectMany(paragraph => Lines(paragraph, language)))
        {
            if (line.Length + PerLine > room && pages[^1].Count > 0)
            {
                pages.Add([]);
                room = MaxPage;
            }

            pages[^1].Add(line);
            room -= line.Length + PerLine;
        }

        return pages;
    }

    /// <summary>A paragraph as it is or, where it is longer than a page, in lines of whole sentences.</summary>
    private static IEnumerable<string> Lines(string paragraph, string? language)
    {
        var (start, end) = (0, 0);
        foreach (var sentence in paragraph.Length + PerLine <= MaxPage ? [] : SentenceSplitter.Split(paragraph, language))
        {
            if (sentence.End - start + PerLine > MaxPage && end > start)
            {
                yield return paragraph[start..end];
                start = sentence.Start;
            }

            for (; sentence.End - start + PerLine > MaxPage; start = CutAt(paragraph, start))
            {
                yield return paragraph[start..CutAt(paragraph, start)];
            }

            end = sentence.End;
        }

        if (paragraph[start..].Trim() is { Length: > 0 } rest)
        {
            yield return rest;
        }
    }

    /// <summary>Before a word, else anywhere but within a character.</summary>
    private static int CutAt(string text, int start)
    {
        var most = start + MaxPage - PerLine;
        var space = text.LastIndexOf(' ', most - 1, MaxPage / 2);
        return space > start ? space : char.IsLowSurrogate(text[most]) ? most - 1 : most;
    }
}
