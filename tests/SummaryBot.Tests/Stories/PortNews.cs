using SummaryBot.Articles;
using SummaryBot.Digests;

namespace SummaryBot.Tests.Stories;

/// <summary>One event as invented outlets tell it, and another event.</summary>
internal static class PortNews
{
    public const string Post =
        "The port of Elmouth opened its second container terminal on Sunday. The terminal can handle 54 containers an hour. "
        + "The first terminal of the port was built in 1998 and had become too small. Ships had waited for up to three days in January.\n\n"
        + "Residents of the old town of Elmouth have asked for a noise barrier. A band played at the opening of the terminal.";

    public const string Courier =
        "A second container terminal was opened at the port of Elmouth on Sunday. The terminal cost 210 million and took four years to build. "
        + "It makes Elmouth the largest container port on the coast. The port director of Elmouth, Ines Calder, thanked the workers of the terminal.";

    public const string Gazette =
        "Elmouth has a new container terminal at its port since Sunday. The terminal at Elmouth gives work to 320 people from the town. "
        + "He said that the port of Elmouth would grow. The containers come from three countries.";

    public const string Bridge =
        "The old bridge over the Elm closes for eighteen months. Engineers found cracks in two of its nine arches. Buses take the northern road, "
        + "which adds eleven minutes. The repair costs 14 million, of which the state pays half.";

    public static StoredArticle Article(string? source, string text, string? headline = "Second terminal opens at the port of Elmouth", int hours = 0, string? url = null) =>
        new(
            new Article(headline, source, url is null ? null : new Uri(url), "en", TestBot.Start.AddHours(hours), text),
            TestBot.Start.AddHours(hours),
            TestBot.Start.AddHours(hours));

    public static ReadArticle Read(string? source, string text, string? headline = "Second terminal opens at the port of Elmouth", string? url = null) =>
        new(Article(source, text, headline, url: url));

    public static async Task<string> AddAsync(TestBot bot, string? source, string text, string? headline = "Second terminal opens at the port of Elmouth", string? url = null)
    {
        var article = Article(source, text, headline, (int)(bot.Time.GetUtcNow() - TestBot.Start).TotalHours, url).Article;
        await bot.Get<ArticleStore>().AddAsync(article, TestBot.Token);
        return article.Id;
    }
}
