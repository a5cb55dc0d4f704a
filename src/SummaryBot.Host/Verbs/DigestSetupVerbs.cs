using System.CommandLine;
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
        "quiet", "Set the hours in which nothing is posted. What is due in them goes out at their end.", QuietAsync, DigestVerbs.Name, From, To, Days, Off);

    public static Command Delete() => DigestVerbs.Verb(
        "delete",
        "Delete a digest with its history. What it has shown is not posted again by one set up under the same name.",
        DeleteAsync,
        DigestVerbs.Name,
        Confirmation.Yes);

    private static async Task<int> CreateAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var options = new DigestOptions { Name = parsed.GetValue(DigestVerbs.Name)!, Channel = "console", Times = { "08:00" } };
        Apply(parsed, options);
        var digest = DigestReader.Read(options) switch
        {
            DigestReadResult.Read(var read) => read,
            DigestReadResult.Faulty(var faults) => throw DigestVerbs.WrongUse(faults),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        await using var services = await BotServices.OpenAsync(Common.Load(parsed), cancellationToken);
        var stored = await services.GetRequiredService<DigestStore>().AddAsync(digest, cancellationToken)
            ?? throw new VerbException($"There is a digest \"{digest.Name}\" already. Choose another name, or change it: summarybot digest edit --help");
        Common.WriteLine($"Set up \"{digest.Name}\" for {digest.Channel}; {DigestRows.Next(stored)}.");
        return Exit.Done;
    }

    private static Task<int> EditAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var given = new Option[] { Rename }.Concat(Arguments.All).Concat(Editing.All).Any(option => parsed.GetResult(option) is { Implicit: false });
        return given
            ? ChangeAsync(parsed, options => Apply(parsed, options), cancellationToken)
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
        return ChangeAsync(parsed, options => options.Editing.Quiet = quiet, cancellationToken);
    }

    private static async Task<int> DeleteAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var services = await BotServices.OpenAsync(Common.Load(parsed), cancellationToken);
        var digest = await DigestVerbs.FindAsync(services, parsed, cancellationToken);
        var name = digest.Digest.Name;
        Confirmation.Ask(parsed, $"Delete \"{name}\" with its history and what it has not sent yet?", $"digest delete \"{name}\"");
        await services.GetRequiredService<DigestStore>().DeleteAsync(digest.Id, cancellationToken);
        Common.WriteLine($"Deleted \"{name}\". What it has posted stays in {digest.Digest.Channel}.");
        return Exit.Done;
    }

    private static void Apply(ParseResult parsed, DigestOptions options)
    {
        options.Name = parsed.GetValue(Rename) ?? options.Name;
        Arguments.Apply(parsed, options);
        Editing.Apply(parsed, options.Editing);
    }

    private static async Task<int> ChangeAsync(ParseResult parsed, Action<DigestOptions> change, CancellationToken cancellationToken)
    {
        await using var services = await BotServices.OpenAsync(Common.Load(parsed), cancellationToken);
        var digest = await DigestVerbs.FindAsync(services, parsed, cancellationToken);
        var changed = await services.GetRequiredService<DigestEditing>().EditAsync(digest, change, cancellationToken) switch
        {
            DigestEditResult.Edited(var edited) => edited,
            DigestEditResult.Faulty(var faults) => throw DigestVerbs.WrongUse(faults),
            _ => throw DigestVerbs.Missing(digest.Digest.Name),
        };
        Common.WriteLine($"Changed \"{changed.Digest.Name}\"; {DigestRows.Next(changed)}.");
        return Exit.Done;
    }
}
