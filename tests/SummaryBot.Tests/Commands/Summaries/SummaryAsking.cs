using SummaryBot.Commands.Shape;
using SummaryBot.Language;
using SummaryBot.Tests.Sources;

namespace SummaryBot.Tests.Commands.Summaries;

/// <summary>What tests of summaries do with a bot.</summary>
internal static class SummaryAsking
{
    public const string Ours = "111111111111111111";
    public const string Theirs = "222222222222222222";
    public const string Ann = "333333333333333333";
    public const string Bob = "444444444444444444";
    public const string Page = "https://news.example/quay";
    public const string Text = "The quay burned for an hour. Two cranes fell into the water. Nobody was hurt. The port opens again on Friday. The cause is not known.";

    /// <summary>What <c>/summary</c> answers somebody in a server, or in his direct messages where it is empty.</summary>
    public static Task<Reply> AskAsync(this TestBot bot, string article, string guild = Ours, string user = Ann) => bot.RunAsync(Call(guild, user) with
    {
        Options = new Dictionary<string, object> { ["article"] = article },
    });

    public static Task<Reply> RunAsync(this TestBot bot, CommandCall call) =>
        bot.Get<CommandRunner>().RunAsync(bot.Get<CommandCatalog>()["summary"], call, TestBot.Token);

    public static async Task<IReadOnlyList<string>> SuggestAsync(this TestBot bot, string typed, string guild = Ours, string user = Ann) =>
        [.. (await bot.Get<CommandCatalog>()["summary"].SuggestAsync!(Call(guild, user), new TypedOption("article", typed), TestBot.Token)).Select(it => it.Value)];

    public static Task<Reply> PressAsync(this TestBot bot, string kind, string payload, string guild = Ours, string user = Ann) => bot.Get<CommandRunner>().RunAsync(
        bot.Get<CommandCatalog>().Actions.Single(it => it.Kind == kind), Call(guild, user), new ActionInput(payload, [], new Dictionary<string, IReadOnlyList<string>>()), TestBot.Token);

    public static CommandCall Call(string guild, string user) => new(Words.English, user, guild);

    /// <summary>Puts a page on the web.</summary>
    public static void Publish(this TestBot bot, string address = Page, string text = Text) => bot.Web.Answer(address, MadeUpWeb.Html(address, $"<p>{text}</p>"));
}
