using System.CommandLine;
using SummaryBot.Commands.Digests;
using SummaryBot.Digests;

namespace SummaryBot.Host.Verbs;

/// <summary>What sets digests up, changes and deletes them.</summary>
internal static class DigestSetupVerbs
{
    private static readonly DigestArguments Arguments = new();
    private static readonly EditingArguments Editing = new();
    private static readonly Option<string?> Rename = new("--rename") { Description = "Another name.", HelpName = "NAME" };
    private static readonly Option<string?> From = new("--from") { Description = "A local time such as 22:00.", HelpName = "TIME" };
    private static readonly Option<string?> To = new("--to") { Description = "A local time such as 07:00; where it is earlier, of the next day.", HelpName = "TIME" };
    private static readonly Option<string> Days = new("--days") { Description = "The days that they begin on: daily, weekdays, or days such as fri,sat.", DefaultValueFactory = _ => "daily" };
    private static readonly Option<bool> Off = new("--off") { Description = "No quiet hours." };

    public static Command Create()
    {
        var create = DigestVerbs.Verb("create", "Set up a digest.", CreateAsync, [DigestVerbs.Name, .. Arguments.All, .. Editing.All]);
        create.Aliases.Add("add");
        return create;
    }

    public static Command Edit() => DigestVerbs.Verb(
        "edit", "Change a digest; what is not given stays as it is.", EditAsync, [DigestVerbs.Name, Rename, .. Arguments.All, .. Editing.All]);

    public static Command Quiet() => DigestVerbs.Verb(
        "quiet", "Set the hours in which nothing is posted. What is due in them goes out at their end.", QuietAsync, DigestVerbs.Name, From, To, Days, Off, DigestVerbs.Guild);

    public static Command Delete() => DigestVerbs.Verb(
        "delete",
        "Delete a digest with its history. What it has shown is not posted again by one set up under the same name.",
        DeleteAsync,
        DigestVerbs.Name,
        DigestVerbs.Guild,
        Confirmation.Yes);

    private static async Task<int> CreateAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var options = new DigestOptions { Name = parsed.GetValue(DigestVerbs.Name)!, Channel = "console", Times = { "08:00" } };
        Apply(parsed, options);
        await using var services = await BotServices.OpenAsync(Common.Load(parsed), cancellationToken);
        return await OwnVerb.WriteAsync(await services.GetRequiredService<DigestSetup>().CreateAsync(OwnVerb.Call, options, cancellationToken), cancellationToken);
    }

    private static Task<int> EditAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var given = new Option[] { Rename }.Concat(Arguments.All).Concat(Editing.All).Any(option => parsed.GetResult(option) is { Implicit: false });
        return given
            ? ChangeAsync(parsed, Arguments.GuildOf(parsed), options => Apply(parsed, options), cancellationToken)
            : throw DigestVerbs.WrongUse("Say what to change, such as --time 07:30. See: summarybot digest edit --help");
    }

    private static Task<int> QuietAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (from, to, off) = (parsed.GetValue(From), parsed.GetValue(To), parsed.GetValue(Off));
        if (off ? from is not null || to is not null : from is null || to is null)
        {
            throw DigestVerbs.WrongUse("Say either --from 22:00 --to 07:00, or --off.");
        }

        var quiet = off ? null : new QuietOptions { From = from!, To = to!, Days = parsed.GetValue(Days)! };
        return ChangeAsync(parsed, parsed.GetValue(DigestVerbs.Guild), options => options.Editing.Quiet = quiet, cancellationToken);
    }

    private static async Task<int> DeleteAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var services = await BotServices.OpenAsync(Common.Load(parsed), cancellationToken);
        var digest = await DigestVerbs.FindAsync(services, parsed, cancellationToken);
        var name = digest.Digest.Name;
        Confirmation.Ask(parsed, $"Delete \"{name}\" with its history and what it has not sent yet?", $"digest delete \"{name}\"");
        return await OwnVerb.WriteAsync(await services.GetRequiredService<DigestSetup>().DeleteAsync(OwnVerb.Call, digest, cancellationToken), cancellationToken);
    }

    private static void Apply(ParseResult parsed, DigestOptions options)
    {
        options.Name = parsed.GetValue(Rename) ?? options.Name;
        Arguments.Apply(parsed, options);
        Editing.Apply(parsed, options.Editing);
    }

    /// <param name="guild">Whose digest it is; counts only where several servers have one of that name, and else is what is to change.</param>
    private static async Task<int> ChangeAsync(ParseResult parsed, string? guild, Action<DigestOptions> change, CancellationToken cancellationToken)
    {
        await using var services = await BotServices.OpenAsync(Common.Load(parsed), cancellationToken);
        var name = parsed.GetValue(DigestVerbs.Name)!;
        var isOne = (await services.GetRequiredService<DigestStore>().NamedAsync(name, cancellationToken)).Count <= 1;
        var digest = await DigestVerbs.FindAsync(services, name, isOne ? null : guild, cancellationToken);
        return await OwnVerb.WriteAsync(await services.GetRequiredService<DigestSetup>().EditAsync(OwnVerb.Call, digest, change, cancellationToken), cancellationToken);
    }
}
