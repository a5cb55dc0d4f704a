using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using SummaryBot.Commands.Shape;
using SummaryBot.Discord.Rendering;
using SummaryBot.Language;

namespace SummaryBot.Discord.Interactions.Commands;

/// <summary>The commands and actions of <see cref="CommandCatalog"/>, for Discord.</summary>
internal sealed partial class CommandInteractions(
    CommandCatalog catalog, CommandRunner runner, CallReader calls, InteractionReplies replies, InteractionErrors errors, ComponentKey key, DiscordOptions options, TimeProvider time,
    ILogger<CommandInteractions> logger) : IInteractionModule
{
    private static readonly Dictionary<string, IReadOnlyList<string>> NoFields = new(StringComparer.Ordinal);
    /// <summary>The option with which an answer is shown to everybody.</summary>
    public const string Show = "show";

    private const int MaxChoice = 100;
    private const int MostChoices = 25;

    /// <summary>Discord waits three seconds for suggestions.</summary>
    private static readonly TimeSpan SuggestWithin = TimeSpan.FromSeconds(2.5);

    public IEnumerable<JsonObject> Commands => CommandDeclarations.Of(catalog.Commands.Where(it => it.Audience != CommandAudience.Operator));

    public IEnumerable<JsonObject> OwnerCommands => CommandDeclarations.Of(catalog.Commands.Where(it => it.Audience == CommandAudience.Operator));

    public IEnumerable<InteractionRoute> Routes => catalog.Commands.SelectMany(RoutesOf).Concat(catalog.Actions.Select(RouteOf));

    private IEnumerable<InteractionRoute> RoutesOf(CommandSpec command)
    {
        var access = AccessOf(command.Audience);
        var first = command.OpenAsync is not null ? FirstAnswer.None
            : command.Options.Any(option => string.Equals(option.Name, Show, StringComparison.Ordinal)) ? FirstAnswer.PrivateUnlessShown
            : FirstAnswer.Private;
        yield return command.IsOnMessage
            ? InteractionRoute.OnMessage(Words.English.Plain($"{command.Family}.name"), first, (interaction, _, token) => AnswerAsync(interaction, command, token)) with { Access = access }
            : InteractionRoute.Command(command.Path, first, (interaction, _, token) => AnswerAsync(interaction, command, token)) with { Access = access };
        if (command.SuggestAsync is not null)
        {
            yield return InteractionRoute.Typing(command.Path, (interaction, asked, token) => SuggestAsync(interaction, asked, command, token)) with { Access = access };
        }
    }

    private InteractionRoute RouteOf(ActionSpec action)
    {
        var first = action.OpenAsync is not null ? FirstAnswer.None : action.Answer switch
        {
            ActionAnswer.Update => FirstAnswer.Update,
            ActionAnswer.Public => FirstAnswer.Public,
            _ => FirstAnswer.Private,
        };
        var route = action.IsForm
            ? InteractionRoute.Modal(action.Kind, first, (interaction, asked, id, token) => AnswerAsync(interaction, action, new ActionInput(id.Payload, [], asked.Fields), token))
            : InteractionRoute.Component(
                action.Kind, first, (interaction, asked, id, token) => AnswerAsync(interaction, action, new ActionInput(id.Payload, asked.Values, NoFields), token));
        return route with { Access = action.Answer == ActionAnswer.Public ? InteractionAccess.Share : AccessOf(action.Audience) };
    }

    private Func<InteractionPlace, ErrorCode?> AccessOf(CommandAudience audience) => audience switch
    {
        CommandAudience.Reader => _ => null,
        CommandAudience.Admin => InteractionAccess.ManageGuild,
        _ => place => InteractionAccess.Operator(place, options.OwnerGuild),
    };

    private async Task AnswerAsync(Interaction interaction, CommandSpec command, CancellationToken cancellationToken)
    {
        var call = await calls.ReadAsync(interaction, command, cancellationToken);
        if (command.OpenAsync is not null)
        {
            await OpenAsync(interaction, await runner.OpenAsync(command, call, cancellationToken), cancellationToken);
            return;
        }

        await ShowAsync(interaction, call, await runner.RunAsync(command, call, cancellationToken), cancellationToken);
    }

    private async Task AnswerAsync(Interaction interaction, ActionSpec action, ActionInput input, CancellationToken cancellationToken)
    {
        var call = await calls.ReadAsync(interaction, command: null, cancellationToken);
        if (action.OpenAsync is not null)
        {
            await OpenAsync(interaction, await runner.OpenAsync(action, call, input, cancellationToken), cancellationToken);
            return;
        }

        await ShowAsync(interaction, call, await runner.RunAsync(action, call, input, cancellationToken), cancellationToken);
    }

    private async Task SuggestAsync(Interaction interaction, Asked.Typing asked, CommandSpec command, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var timer = time.CreateTimer(_ => limit.Cancel(), null, SuggestWithin, Timeout.InfiniteTimeSpan);
        var call = await calls.ReadAsync(interaction, command, limit.Token);
        var found = await CommandRunner.SuggestAsync(command, call, new TypedOption(asked.Option, asked.Typed), limit.Token);
        var fitting = found.Where(choice => choice.Value.Length is > 0 and <= MaxChoice && !string.IsNullOrWhiteSpace(choice.Label)).Take(MostChoices);
        await replies.ChooseAsync(interaction, fitting.Select(choice => (Label.Of(choice.Label, MaxChoice), choice.Value)), cancellationToken);
    }

    private async Task OpenAsync(Interaction interaction, OpenedForm opened, CancellationToken cancellationToken)
    {
        if (opened.Form is not { } form)
        {
            await errors.FailAsync(interaction, opened.Refusal!, cancellationToken);
            return;
        }

        var id = (await key.LoadAsync(cancellationToken)).Write(new ComponentId(form.Kind, interaction.UserId, form.Payload));
        await replies.OpenAsync(interaction, FormJson.Of(form, id), cancellationToken);
    }

    /// <summary>What went wrong with a button is said beside the message, which stays; what Discord does not take ends in a plain sentence.</summary>
    private async Task ShowAsync(Interaction interaction, CommandCall call, Reply reply, CancellationToken cancellationToken)
    {
        var renderer = new ReplyRenderer(await key.LoadAsync(cancellationToken), interaction.UserId, call.Words);
        var bodies = Bodies(reply, renderer).Concat(reply.More.SelectMany(more => Bodies(more, renderer))).ToList();
        var isBeside = interaction.State.First == FirstAnswer.Update && reply.Error is not null;
        foreach (var (body, file, i) in bodies.Select((it, i) => (it.Body, it.File, i)))
        {
            if (!await (i == 0 && !isBeside ? replies.EditAsync(interaction, body, file, cancellationToken) : replies.FollowUpAsync(interaction, body, file, cancellationToken)))
            {
                var errorId = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
                Log.NotTaken(logger, interaction.Id, errorId);
                await errors.FailAsync(interaction, ErrorCode.AnswerRefused, cancellationToken, errorId);
                return;
            }
        }
    }

    /// <summary>An edition comes as it is posted; what is said of it comes behind.</summary>
    private static IEnumerable<(JsonObject Body, ReplyFile? File)> Bodies(Reply reply, ReplyRenderer renderer) =>
        (reply.Message is null ? [] : MessageRenderer.Render(reply.Message)).Select(body => (body, (ReplyFile?)null)).Append((renderer.Render(reply), reply.File));

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Discord did not take the answer to interaction {InteractionId} (error {ErrorId}).")]
        public static partial void NotTaken(ILogger logger, string interactionId, string errorId);
    }
}
