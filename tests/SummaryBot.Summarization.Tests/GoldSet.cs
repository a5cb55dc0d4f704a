namespace SummaryBot.Summarization.Tests;

/// <summary>A thousand texts whose sentence boundaries are known: the sentences of the files in Gold, three by three, each beside ever other ones.</summary>
/// <remarks>
/// A line of a file is a sentence. One that starts with "# " is a heading, on a line of its own; one that starts with "+" follows without a space.
/// What comes next to "He moved to the U.S." is left to chance, so a text or two is ambiguous even to a reader.
/// </remarks>
internal static class GoldSet
{
    public const int Size = 1000;

    /// <param name="folder">Where the files lie, one a language, named by its code.</param>
    public static IEnumerable<GoldText> Read(string folder)
    {
        var files = Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal)
            .Select(file => (Language: Path.GetFileNameWithoutExtension(file), Sentences: File.ReadAllLines(file))).ToList();
        var total = files.Sum(file => file.Sentences.Length);
        var languages = files.SelectMany(file => Enumerable.Range(0, file.Sentences.Length).Select(_ => file)).ToList();
        for (var number = 0; number < Size; number++)
        {
            var (language, sentences) = languages[number % total];
            var round = number / total;
            var first = number % total % sentences.Length;
            yield return Join(language, Enumerable.Range(0, 3).Select(place => sentences[(first + (place * ((7 * round) + 3 + place))) % sentences.Length]));
        }
    }

    private static GoldText Join(string language, IEnumerable<string> sentences)
    {
        var text = "";
        var ends = new List<int>();
        var afterHeading = false;
        foreach (var sentence in sentences)
        {
            var isHeading = sentence.StartsWith("# ", StringComparison.Ordinal);
            var canStick = sentence.StartsWith('+') && text.EndsWith('.') && char.IsLower(text[^2]);
            var space = isHeading || afterHeading ? "\n" : canStick || language is "ja" or "zh" ? "" : " ";
            if (text.Length > 0)
            {
                ends.Add(text.Length);
                text += space;
            }

            text += sentence.TrimStart('#', '+', ' ');
            afterHeading = isHeading;
        }

        return new GoldText(language, text, ends);
    }
}
