using SummaryBot.Articles;

namespace SummaryBot.Benchmarks.Load;

/// <summary>Articles that each tell a story of their own, in words that no other has.</summary>
internal static class LoadNews
{
    private static readonly string[] Syllables = ["ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu", "va"];

    public static Article Article(int number, DateTimeOffset publishedAt)
    {
        var sentences = Enumerable.Range(0, 14).Select(
            i => $"Sentence {i} of {Word(number, i)} tells what {Word(number, i + 20)} and {Word(number, i + 40)} did to {Word(number, i + 60)} near {Word(number, i + 80)} then.");
        return new Article(
            $"Story of {Word(number, 0)}", $"Source {number % 5}", new Uri($"https://example.com/{number}"), "en", publishedAt, string.Join(' ', sentences));
    }

    private static string Word(int story, int word)
    {
        var number = (story * 128) + word;
        return string.Concat(Enumerable.Range(0, 4).Select(i => Syllables[(number >> (4 * i)) % Syllables.Length]));
    }
}
