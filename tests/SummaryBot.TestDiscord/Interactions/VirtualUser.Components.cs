using System.Text.Json.Nodes;
using SummaryBot.TestDiscord.Rules;

namespace SummaryBot.TestDiscord.Interactions;

/// <summary>Buttons, menus and forms.</summary>
public sealed partial class VirtualUser
{
    private const int Button = 2;

    /// <summary>Clicks a button of a message.</summary>
    /// <exception cref="ArgumentException">The person cannot see the message, or it has no such button that can be clicked.</exception>
    public Task<InteractionOutcome> ClickAsync(string messageId, string customId, string? userId = null)
    {
        lock (_world.Gate)
        {
            var message = Message(messageId, userId);
            Component(message, customId, Button);
            return AskAsync(Interaction.Component, new JsonObject { ["custom_id"] = customId, ["component_type"] = Button }, At(message, userId), message);
        }
    }

    /// <summary>Chooses in a menu of a message.</summary>
    /// <param name="values">Values of its options; ids in a menu of users, roles or channels.</param>
    /// <exception cref="ArgumentException">The person cannot see the message, it has no such menu, or the menu does not take these values.</exception>
    public Task<InteractionOutcome> ChooseAsync(string messageId, string customId, IReadOnlyList<string> values, string? userId = null)
    {
        lock (_world.Gate)
        {
            var message = Message(messageId, userId);
            var menu = Component(message, customId, 3, 5, 6, 7, 8);
            var data = new JsonObject { ["custom_id"] = customId, ["component_type"] = menu["type"]!.DeepClone() };
            var resolved = new Resolved(_world);
            data["values"] = SelectInput.Values(menu, values, resolved);
            resolved.AddTo(data);
            return AskAsync(Interaction.Component, data, At(message, userId), message);
        }
    }

    /// <summary>Fills a form in that an interaction opened, and sends it.</summary>
    /// <param name="interactionId">Of the interaction that was answered with the form.</param>
    /// <param name="values">Texts, or lists of values in menus, by custom id.</param>
    /// <exception cref="ArgumentException">No form is open there, or it does not take these values.</exception>
    public Task<InteractionOutcome> SubmitAsync(string interactionId, IReadOnlyDictionary<string, object> values)
    {
        lock (_world.Gate)
        {
            var opened = _endpoints.ById(interactionId);
            if (opened?.Modal is not { } modal)
            {
                throw new ArgumentException($"No form is open from {interactionId}.", nameof(interactionId));
            }

            opened.Modal = null; // it closes when it is sent
            var place = new Whereabouts(_world.Find(opened.ChannelId)!, opened.UserId, opened.IsUserInstalled);
            return AskAsync(Interaction.ModalSubmit, FormInput.Data(_world, modal, values), place, opened.Source);
        }
    }

    /// <summary>The bot is there as it was when it wrote the message.</summary>
    private Whereabouts At(Message message, string? userId)
    {
        var wasUserInstalled = _endpoints.IsOfUserInstalled(message);
        return Place(message.ChannelId, userId, wasUserInstalled);
    }

    private static JsonObject Component(Message message, string customId, params int[] types) =>
        (message.Author is not null ? [] : MessageRules.Components(message.Body["components"]).Select(it => it.Component))
            .FirstOrDefault(it => it["custom_id"]?.ToString() == customId && types.Contains((int)it["type"]!) && (bool?)it["disabled"] != true)
        ?? throw new ArgumentException($"The message has no {customId} that can be used so.", nameof(customId));
}
