using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using SummaryBot.Commands;
using SummaryBot.Digests;
using SummaryBot.Discord.Rest;
using SummaryBot.Storage;
using SummaryBot.Summarization;

namespace SummaryBot.Discord.Interactions;

/// <summary>Makes the bot's commands known to Discord, only when they changed.</summary>
internal sealed partial class CommandRegistration(DiscordRest rest, BotStateStore state, ILogger<CommandRegistration> logger)
{
    public const string Summary = "summary";
    public const string Article = "article";
    public const string Length = "length";
    public const string Sentences = "sentences";
    public const string About = "about";
    public const string Show = "show";

    private const int Text = 3;
    private const int Integer = 4;
    private const int Truth = 5;

    /// <summary>View Channel, Send Messages, Embed Links, Read Message History.</summary>
    private const int Permissions = (1 << 10) | (1 << 11) | (1 << 14) | (1 << 16);

    public async Task EnsureAsync(string applicationId, CancellationToken cancellationToken)
    {
        var commands = new JsonArray(Definition());
        var key = $"discord-commands:{applicationId}";
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(commands.ToJsonString())));
        if (string.Equals(await state.ReadAsync(key, cancellationToken), hash, StringComparison.Ordinal))
        {
            return;
        }

        switch (await rest.SendAsync(HttpMethod.Put, $"applications/{applicationId}/commands", commands, cancellationToken))
        {
            case RestResult.Done:
                await state.WriteAsync(key, hash, cancellationToken);
                Log.Registered(logger);
                break;
            case RestResult.Refused refused:
                Log.Refused(logger, refused.Reason, InviteLink(applicationId));
                break;
            case var result:
                Log.NotRegistered(logger, result.GetType().Name);
                break;
        }
    }

    public static string InviteLink(string applicationId) =>
        $"https://discord.com/oauth2/authorize?client_id={applicationId}&scope=bot+applications.commands&permissions={Permissions}";

    private static JsonObject Definition()
    {
        var length = Option(Length, "How much of it; medium unless told", Text);
        length["choices"] = new JsonArray([.. Enum.GetValues<SummaryLength>().Select(ChoiceText.Of).Select(name => (JsonNode)new JsonObject { ["name"] = name, ["value"] = name })]);
        var sentences = Option(Sentences, "How many sentences, instead of a length", Integer);
        (sentences["min_value"], sentences["max_value"]) = (1, SummaryCommand.MaxSentences);
        var about = Option(About, "Only what is about this: a word, a name or a question", Text);
        about["max_length"] = 100;
        var article = Option(Article, "Type words of the article and choose it from the list", Text);
        (article["required"], article["autocomplete"], article["min_length"], article["max_length"]) = (true, true, 1, 200);
        return new JsonObject
        {
            ["name"] = Summary,
            ["type"] = 1,
            ["description"] = "A summary of one article: whole sentences, word for word",
            ["options"] = new JsonArray(article, length, sentences, about, Option(Show, "Show the answer to everybody here, not to you alone", Truth)),
            ["integration_types"] = new JsonArray(0, 1),
            ["contexts"] = new JsonArray(0, 1, 2),
        };
    }

    private static JsonObject Option(string name, string description, int type) =>
        new() { ["name"] = name, ["description"] = description, ["type"] = type };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The commands were registered with Discord.")]
        public static partial void Registered(ILogger logger);

        [LoggerMessage(2, LogLevel.Error, "Discord refused the commands: {Reason} If the bot was invited without commands, invite it again: {InviteLink}")]
        public static partial void Refused(ILogger logger, string reason, string inviteLink);

        [LoggerMessage(3, LogLevel.Warning, "The commands were not registered ({Result}); the next start tries again.")]
        public static partial void NotRegistered(ILogger logger, string result);
    }
}
