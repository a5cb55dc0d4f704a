using System.Text.Json.Nodes;
using SummaryBot.Commands.Shape;
using SummaryBot.Discord.Interactions;

namespace SummaryBot.Discord.Tests.Interactions.Everything;

/// <summary>
/// Presses every button, chooses in every menu and sends every form that an answer brings, then those of the answers to that. What looks the same is used a few times in all;
/// before that somebody else tries what is not his, and one time two presses come at once.
/// </summary>
/// <param name="first">What is done before something is used for the first time; it leaves everything as it was.</param>
internal sealed class Crawler(Town town, Func<Question, Task>? first = null)
{
    private const int MostOfAKind = 4;
    private const int Deepest = 6;

    private static readonly JsonObject NotOffered = new() { ["value"] = "9e9|<@1>" };

    private readonly Dictionary<string, int> _tried = new(StringComparer.Ordinal);

    /// <summary>The kinds of buttons, menus and forms that did what they are for at least once.</summary>
    public HashSet<string> Done { get; } = new(StringComparer.Ordinal);

    /// <summary>Those that were only ever refused, with the last answer.</summary>
    public Dictionary<string, string> Refused { get; } = new(StringComparer.Ordinal);

    public async Task CrawlAsync(Answer answer, int depth = 0)
    {
        if (depth == Deepest)
        {
            return;
        }

        if (answer.Outcome.Modal is { } modal)
        {
            await SubmitAsync(answer, modal, depth);
        }

        foreach (var message in answer.Messages.Where(message => answer.Outcome.AnswerType != 9))
        {
            await CrawlAsync(answer.Who, message.Json, depth);
        }
    }

    public async Task CrawlAsync(Person who, JsonObject message, int depth = 0)
    {
        var id = message["id"]!.GetValue<string>();
        foreach (var component in Components(message))
        {
            var (kind, isBound) = await KindAsync(component["custom_id"]!.GetValue<string>());
            foreach (var question in Uses(who, id, component))
            {
                await UseAsync(kind, $"{component["label"]}", isBound, question, depth);
            }
        }
    }

    /// <summary>Uses a button, a menu or a form, and then what its answer brings.</summary>
    public async Task UseAsync(Question question)
    {
        var (kind, isBound) = await KindAsync(question.Data["custom_id"]!.GetValue<string>());
        await UseAsync(kind, "", isBound, question, depth: 0);
    }

    private async Task UseAsync(string kind, string label, bool isBound, Question question, int depth)
    {
        var tried = _tried[$"{kind} {label}"] = _tried.GetValueOrDefault($"{kind} {label}") + 1;
        if (tried > MostOfAKind && (tried > 4 * MostOfAKind || Done.Contains(kind)))
        {
            return;
        }

        var asked = question with { AsksPublicly = Declared.Catalog.Actions.FirstOrDefault(it => it.Kind == kind)?.Answer == ActionAnswer.Public };
        if (tried == 1 && first is not null)
        {
            await first(asked);
        }

        if (isBound && tried <= 2)
        {
            await town.RefuseAsync(asked with { Who = asked.Who with { Id = "1100000000000000599" } });
        }

        var answers = tried == 3 ? await town.AskAsync(asked, asked) : await town.AskAsync(asked);
        Note(kind, answers.FirstOrDefault(answer => !answer.IsRefused) ?? answers[0]);
        await CrawlAsync(answers[0], depth + 1);
    }

    private async Task SubmitAsync(Answer opened, JsonObject modal, int depth)
    {
        var (kind, isBound) = await KindAsync(modal["custom_id"]!.GetValue<string>());
        foreach (var values in FormSamples.Of(town, modal))
        {
            await UseAsync(kind, "", isBound, Question.Submit(town, opened.Who, modal, opened.Asked["message"]?["id"]?.GetValue<string>(), values), depth);
        }
    }

    private void Note(string kind, Answer answer)
    {
        if (!answer.IsRefused)
        {
            Done.Add(kind);
            Refused.Remove(kind);
        }
        else if (!Done.Contains(kind))
        {
            Refused[kind] = answer.ToString();
        }
    }

    private IEnumerable<Question> Uses(Person who, string messageId, JsonObject component)
    {
        var customId = component["custom_id"]!.GetValue<string>();
        return ((int)component["type"]!, component["options"] as JsonArray) switch
        {
            (3, [var first, .., var last]) => [Choice(first!), Choice(last!), Choice(NotOffered)],
            (3, [var only]) => [Choice(only!), Choice(NotOffered)],
            (CommandData.ChannelMenu, _) => [Question.Choose(town, who, messageId, component, ChannelOf(component))],
            _ => [Question.Click(who, messageId, customId)],
        };

        Question Choice(JsonNode option) => Question.Choose(town, who, messageId, component, option["value"]!.GetValue<string>());
    }

    private string ChannelOf(JsonObject menu) => menu["channel_types"] is not JsonArray types || types.Any(type => (int)type! == 0) ? town.Home.ChannelId : town.Forum;

    /// <summary>What can be used in a message.</summary>
    public static IEnumerable<JsonObject> Components(JsonObject message) => (message["components"] as JsonArray ?? [])
        .SelectMany(row => (row!["components"] as JsonArray ?? []).Append(row["accessory"])).OfType<JsonObject>()
        .Where(it => it.ContainsKey("custom_id") && (bool?)it["disabled"] != true);

    private async Task<(string Kind, bool IsBound)> KindAsync(string customId)
    {
        var id = (await town.Bot.Get<ComponentKey>().LoadAsync(InteractionFixture.Token)).Read(customId);
        Assert.NotNull(id);
        return (id.Kind, id.UserId is not null);
    }
}
