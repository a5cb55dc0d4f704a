using System.Globalization;
using Dapper;
using SummaryBot.Articles;
using SummaryBot.Chat;
using SummaryBot.Digests;
using SummaryBot.Digests.Selection;
using SummaryBot.Storage;

namespace SummaryBot.Tests.Digests.Selection;

/// <summary>Days of made-up news through the real dispatcher, and what became of them.</summary>
/// <param name="storiesADay">50 at most.</param>
internal sealed class ThirtyDays(TestBot bot, StoredDigest digest, int storiesADay, int seed)
{
    private const string Syllables = "ba de fi go hu ka le mi no pu ra se ti vo zu";
    private static readonly string[] Outlets = ["Harbor Post", "Valley Courier", "Gazette", "Hill Times", "North Star", "Lake Review"];
    private readonly Random _random = new(seed);
    private readonly List<int> _events = [];
    private int _eventCount;

    /// <summary>The editions in order, with what became of their candidates.</summary>
    public List<(ChatMessage Message, SelectionRecord Record)> Editions { get; } = [];

    /// <summary>The articles in the order they came, by id, with the edition that comes next.</summary>
    public Dictionary<string, int> Came { get; } = new(StringComparer.Ordinal);

    /// <summary>The day of an edition.</summary>
    public static string DayOf(int edition) => TestBot.Start.AddDays(edition + 1).ToString("ddd d MMMM", CultureInfo.InvariantCulture);

    /// <summary>A day of news and the edition at its end.</summary>
    public async Task NextAsync()
    {
        var due = new DateTimeOffset(bot.Time.GetUtcNow().Date, TimeSpan.Zero).AddDays(1).AddHours(8);
        for (var i = 0; i < storiesADay; i++)
        {
            bot.Time.SetUtcNow(due.AddMinutes(-20 * (storiesADay - i)));
            await AddAsync(i);
        }

        bot.Time.SetUtcNow(due);
        await bot.Get<DigestDispatcher>().DispatchDueAsync(TestBot.Token);
        await bot.Get<Outbox>().DrainAsync(TestBot.Token);
        var record = await bot.Get<SelectionStore>().OfAsync(digest.Id, due.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture), TestBot.Token);
        Editions.Add((bot.Chat.Messages[^1].Message, record!));
    }

    public Task FeedbackAsync(string outlet, int readers, int useful) => ExecuteAsync(
        string.Join(';', Enumerable.Range(0, readers).Select(i => $"INSERT INTO feedback (digest_id, article_id, user_id, outlet, useful, at) VALUES ({digest.Id}, 'x{outlet}', 'u{i}', @outlet, {useful}, @at)")),
        new { outlet, at = bot.Time.GetUtcNow().ToUnixTimeMilliseconds() });

    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? values = null)
    {
        await using var connection = await bot.Get<Database>().OpenAsync(TestBot.Token);
        return [.. await connection.QueryAsync<T>(sql, values)];
    }

    private async Task ExecuteAsync(string sql, object values)
    {
        await using var connection = await bot.Get<Database>().OpenAsync(TestBot.Token);
        await connection.ExecuteAsync(sql, values);
    }

    /// <summary>Mostly a new event; now and then another outlet's words on one, or what is new in it.</summary>
    private async Task AddAsync(int i)
    {
        var isOld = _events.Count > 10 && _random.Next(3) == 0;
        var told = isOld ? _events[^(1 + _random.Next(Math.Min(60, _events.Count)))] : _eventCount++;
        _events.Add(told);
        var number = (Came.Count * 7) + 1000;
        string[] ending = _random.Next(2) == 0 ? [$"The {Word(told, 1)} {Word(told, 2)} counts {number} {Word(told, 3)} now."] : [];
        string[] sport = _random.Next(10) == 0 ? ["The cricket club sent flowers."] : [];
        var sentences = new[]
        {
            $"The {Word(told, 1)} {Word(told, 2)} of {Name(told)} opened a {Word(told, 3)} {Word(told, 4)} for the {Word(told, 5)}.",
            $"People of {Name(told)} saw the {Word(told, 4)} {Word(told, 6)} near the {Word(told, 7)} {Word(told, 2)}.",
        }.Concat(sport).Concat(ending).Concat(Enumerable.Range(8, _random.Next(6)).Select(k => $"Some say the {Word(told, k)} of {Name(told)} is a {Word(told, k + 1)}."));
        var topic = told % 9 == 0 ? "harbor" : "town";
        var article = new Article(
            $"{Name(told)} {topic} opens {Word(told, 3)} {Word(told, 4)} {i}", Outlets[_random.Next(Outlets.Length)], null, "en", bot.Time.GetUtcNow(), string.Join(' ', sentences));
        if (await bot.Get<ArticleStore>().AddAsync(article, TestBot.Token))
        {
            Came[article.Id] = Editions.Count;
        }
    }

    private static string Name(int told) => $"{char.ToUpperInvariant(Word(told, 0)[0])}{Word(told, 0)[1..]}";

    private static string Word(int told, int word)
    {
        var syllables = Syllables.Split(' ');
        var number = (uint)(((told * 31L) + word) * 2654435761L % 4294967291L);
        return string.Concat(Enumerable.Range(0, 4).Select(k => syllables[(number >> (5 * k)) % syllables.Length]));
    }
}
