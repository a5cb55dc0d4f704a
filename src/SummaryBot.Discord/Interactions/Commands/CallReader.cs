using SummaryBot.Commands.Shape;
using SummaryBot.Language;
using SummaryBot.Settings;

namespace SummaryBot.Discord.Interactions.Commands;

/// <summary>Makes a call in plain words of an interaction.</summary>
internal sealed class CallReader(GuildSettingsStore settings, FileReader files, DiscordOptions discord)
{
    public async Task<CommandCall> ReadAsync(Interaction interaction, CommandSpec? command, CancellationToken cancellationToken)
    {
        var place = interaction.Place;
        var options = (interaction.Asked as Asked.Command)?.Options ?? (interaction.Asked as Asked.Typing)?.Options;
        return new CommandCall(await WordsAsync(interaction, cancellationToken), interaction.UserId, place.InstalledGuildId ?? "")
        {
            Channel = place.ChannelId,
            Roles = place.Roles,
            Locale = interaction.Locale,
            GuildLocale = place.GuildLocale,
            MayManage = InteractionAccess.ManageGuild(place) is null,
            IsInOperatorGuild = place.InstalledGuildId is { } own && string.Equals(own, discord.OwnerGuild, StringComparison.Ordinal),
            MayShare = InteractionAccess.Share(place) is null,
            IsPrivate = interaction.State.First is FirstAnswer.Private or FirstAnswer.None || (interaction.State.First == FirstAnswer.Update && interaction.IsOnPrivateMessage),
            Options = interaction.Asked is Asked.Modal modal ? Given(modal) : Given(command, options),
            Message = interaction.Asked is Asked.OnMessage { Message: var message } ? Given(interaction, message) : null,
        };
    }

    /// <summary>The server's language, else the person's, else English.</summary>
    public async Task<Words> WordsAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var set = interaction.Place.InstalledGuildId is { } guild ? (await settings.OfAsync(guild, cancellationToken)).Language : null;
        return new Words(set ?? UiLanguage.OfLocale(interaction.Locale) ?? UiLanguage.English);
    }

    private Dictionary<string, object> Given(CommandSpec? command, InteractionOptions? options)
    {
        var given = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var option in options is null ? [] : command?.Options ?? [])
        {
            object? value = option.Type switch
            {
                OptionType.Integer => options!.Integer(option.Name),
                OptionType.Truth => options!.Truth(option.Name),
                OptionType.Channel => Given(options!.Channel(option.Name)),
                OptionType.Role => options!.Role(option.Name)?.Id,
                OptionType.User => options!.User(option.Name)?.Id,
                OptionType.File => Given(options!.Attachment(option.Name)),
                _ => options!.Text(option.Name),
            };
            if (value is not null)
            {
                given[option.Name] = value;
            }
        }

        return given;
    }

    /// <summary>Channels and files of a form; texts are its fields.</summary>
    private Dictionary<string, object> Given(Asked.Modal modal)
    {
        var given = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var (id, values) in modal.Fields)
        {
            object? value = values is [var first, ..] ? (object?)Given(modal.Resolved.Channel(first)) ?? Given(modal.Resolved.Attachment(first)) : null;
            if (value is not null)
            {
                given[id] = value;
            }
        }

        return given;
    }

    private static GivenChannel? Given(ResolvedChannel? channel) =>
        channel is null ? null : new GivenChannel(channel.Id, channel.Name, Enum.IsDefined((ChannelType)channel.Type) ? (ChannelType)channel.Type : null);

    private GivenFile? Given(ResolvedAttachment? file) =>
        file is null ? null : new GivenFile(file.FileName, file.Size, (most, token) => files.ReadAsync(file.Url, most, token));

    private static GivenMessage Given(Interaction interaction, TargetMessage message) =>
        new(message.Id, interaction.Place.ChannelId ?? "", MessageLinks.In(message), message.IsOurs(interaction.ApplicationId));
}
