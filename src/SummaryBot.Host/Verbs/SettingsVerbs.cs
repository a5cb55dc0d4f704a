using System.CommandLine;
using SummaryBot.Commands.Settings;
using SummaryBot.Commands.Shape;
using SummaryBot.Host.Verbs.Twins;
using SummaryBot.Language;
using SummaryBot.Sources;

namespace SummaryBot.Host.Verbs;

/// <summary>Restoring what a server has set up, which asks in between; the other verbs of settings are made from the commands of the chat.</summary>
internal static class SettingsVerbs
{
    private static readonly Argument<FileInfo> Source = new("FILE") { Description = "As summarybot settings backup wrote it." };
    private static readonly Option<string> Guild = OptionValues.Text("--guild", "The id of the Discord server that it is for; the operator's own unless told.");

    public static Command Command()
    {
        var restore = DigestVerbs.Verb("restore", Words.English.Plain("settings.restore.description"), RestoreAsync, Source, Guild, Confirmation.Yes);
        return new Command("settings", Words.English.Plain("settings.description")) { restore };
    }

    private static async Task<int> RestoreAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (file, guild) = (parsed.GetValue(Source)!, parsed.GetValue(Guild) ?? "");
        if (!file.Exists || !NewSubscription.IsGuild(guild))
        {
            throw DigestVerbs.WrongUse(file.Exists ? $"--guild \"{guild}\": write the id of a Discord server (17 to 20 digits)." : $"{file}: there is no such file.");
        }

        await using var services = await BotServices.OpenAsync(Common.Load(parsed), cancellationToken);
        var commands = services.GetServices<ICommandModule>().OfType<BackupCommands>().Single();
        var given = new GivenFile(file.Name, file.Length, async (most, token) => file.Length > most ? null : await File.ReadAllBytesAsync(file.FullName, token));
        var call = new CommandCall(Words.English, "", guild) { IsOperator = true, MayManage = true, Options = new Dictionary<string, object>(StringComparer.Ordinal) { [BackupCommands.File] = given } };
        var shown = await commands.ShowAsync(call, cancellationToken);
        var exit = await TwinAnswer.WriteAsync(shown with { Note = null }, output: null, Words.English, cancellationToken);
        if (shown.Buttons is not [var restore, ..])
        {
            return exit;
        }

        Confirmation.Ask(parsed, "Restore it?", $"settings restore {file}");
        return await TwinAnswer.WriteAsync(await commands.RestoreAsync(call, restore.Payload, cancellationToken), output: null, Words.English, cancellationToken);
    }
}
