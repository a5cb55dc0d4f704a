using System.CommandLine;
using SummaryBot.Chat;
using SummaryBot.Digests;
using SummaryBot.Digests.Filters;

namespace SummaryBot.Host.Verbs;

internal static class FilterVerbs
{
    private static readonly FilterOptions Defaults = new();
    private static readonly Argument<string> Name = new("DIGEST") { Description = "The digest's name." };
    private static readonly Argument<string?> OneName = new("DIGEST") { Description = "The digest's name; all digests without it.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Argument<int> Rule = new("RULE") { Description = "The rule's number, as listed." };

    private static readonly Argument<string> Value = new("VALUE")
    {
        Description = "A word, or several in a row, found whole whatever the case and accents; transport* for any ending. Or a regular expression.",
    };

    private static readonly Argument<string> Article = new("ARTICLE") { Description = "The id or the address of a stored article, or an article file." };
    private static readonly Option<string> Field = Text("--field", $"Where to look: {ChoiceText.AllOf<FilterField>()}; any is all but url.", Defaults.Field);
    private static readonly Option<string> Op = Text("--op", $"{FilterOpText.All}; a hyphen may stand for the space.", Defaults.Op);
    private static readonly Option<int> Group = new("--group")
    {
        Description = "All rules of a group must hold; one group that holds is enough. 1 to 20, 1 unless told.",
        HelpName = "N",
        DefaultValueFactory = _ => Defaults.Group,
    };

    public static Command Command()
    {
        var add = new Command("add", "Add a rule to a digest.") { Name, Value, Field, Op, Group };
        add.SetAction(AddAsync);
        var list = new Command("list", "List the rules.") { OneName, Common.Json };
        list.SetAction(ListAsync);
        var remove = new Command("remove", "Remove a rule from a digest.") { Name, Rule };
        remove.SetAction(RemoveAsync);
        var test = new Command("test", "Tell what each rule of a digest says of one article, and whether it passes.") { Name, Article, Common.Json };
        test.SetAction(TestAsync);
        return new Command("filter", "Filters: what a digest lets through.") { add, list, remove, test };
    }

    private static async Task<int> AddAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var services = await BotServices.OpenAsync(Common.Load(parsed), cancellationToken);
        var digest = await FindAsync(services, parsed.GetValue(Name)!, cancellationToken);
        var options = new FilterOptions
        {
            Group = parsed.GetValue(Group),
            Field = parsed.GetValue(Field)!,
            Op = parsed.GetValue(Op)!.Replace('-', ' '),
            Value = parsed.GetValue(Value)!,
        };
        var rule = Done(await services.GetRequiredService<FilterEditor>().AddAsync(digest.Id, options, cancellationToken), digest, rule: null);
        Common.WriteLine(Printable.Of($"Added to \"{digest.Digest.Name}\": {Describe(rule)}, group {rule.Group}."));
        return Exit.Done;
    }

    private static async Task<int> RemoveAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var services = await BotServices.OpenAsync(Common.Load(parsed), cancellationToken);
        var digest = await FindAsync(services, parsed.GetValue(Name)!, cancellationToken);
        var number = parsed.GetValue(Rule);
        var rule = Done(await services.GetRequiredService<FilterEditor>().RemoveAsync(digest.Id, number, cancellationToken), digest, number);
        Common.WriteLine(Printable.Of($"Removed from \"{digest.Digest.Name}\": {Describe(rule)}."));
        return Exit.Done;
    }

    private static FilterRule Done(FilterChange change, StoredDigest digest, int? rule) => change switch
    {
        FilterChange.Done(var done) => done,
        FilterChange.Faulty(var faults) => throw new VerbException(string.Join($"{Environment.NewLine}summarybot: ", faults)) { ExitCode = Exit.WrongUse },
        _ => throw new VerbException($"\"{digest.Digest.Name}\" has no rule {rule}. See: summarybot filter list \"{digest.Digest.Name}\""),
    };

    private static async Task<int> ListAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var services = await BotServices.OpenAsync(Common.Load(parsed), cancellationToken);
        IReadOnlyList<StoredDigest> digests = parsed.GetValue(OneName) is { } name
            ? [await FindAsync(services, name, cancellationToken)]
            : await services.GetRequiredService<DigestStore>().ListAsync(cancellationToken);
        var rules = digests.SelectMany(digest => digest.Digest.Editing.Filters.OrderBy(rule => rule.Group).Select(rule => (digest.Digest.Name, Rule: EditorialText.Of(rule)))).ToList();
        if (parsed.GetValue(Common.Json))
        {
            Common.WriteJson(rules.Select(it => new { Digest = it.Name, it.Rule.Id, it.Rule.Group, it.Rule.Field, it.Rule.Op, it.Rule.Value }));
            return Exit.Done;
        }

        Listing.Write(
            ["digest", "group", "rule", "field", "op", "value"],
            rules.Select(it => new[] { it.Name, $"{it.Rule.Group}", $"{it.Rule.Id}", it.Rule.Field, it.Rule.Op, it.Rule.Value }));
        return Exit.Done;
    }

    private static async Task<int> TestAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var services = await BotServices.OpenAsync(Common.Load(parsed), cancellationToken);
        var digest = await FindAsync(services, parsed.GetValue(Name)!, cancellationToken);
        var article = await NamedArticle.FindAsync(services, parsed.GetValue(Article)!, cancellationToken);
        var report = new FilterSet(digest.Digest.Editing.Filters).Explain(FilterText.Of(article));
        if (parsed.GetValue(Common.Json))
        {
            Common.WriteJson(new
            {
                Digest = digest.Digest.Name,
                Article = article.Article.Id,
                report.Passes,
                report.Reason,
                Groups = report.Groups.Select(group => new
                {
                    group.Group,
                    group.Holds,
                    Rules = group.Rules.Select(it => new { it.Rule.Id, it.Holds, it.Found, EditorialText.Of(it.Rule).Field, EditorialText.Of(it.Rule).Op, it.Rule.Value }),
                }),
            });
            return Exit.Done;
        }

        Common.WriteLine(Printable.Of($"{article.Article.Headline ?? Listing.Opening(article.Article.Text)} ({article.Article.Id})"));
        foreach (var group in report.Groups)
        {
            Common.WriteLine($"Group {group.Group} {Verdict(group.Holds)}:");
            group.Rules.ToList().ForEach(it => Common.WriteLine(Printable.Of($"  {Describe(it.Rule)}: {Verdict(it.Holds)}, {it.Found}")));
        }

        Common.WriteLine(report.Reason);
        return Exit.Done;
    }

    private static string Describe(FilterRule rule) => $"rule {rule.Id}, {ChoiceText.Of(rule.Field)} {FilterOpText.Of(rule.Op)} \"{rule.Value}\"";

    private static string Verdict(bool holds) => holds ? "holds" : "does not hold";

    private static async Task<StoredDigest> FindAsync(IServiceProvider services, string name, CancellationToken cancellationToken) =>
        await services.GetRequiredService<DigestStore>().FindAsync(name, cancellationToken)
            ?? throw new VerbException($"There is no digest \"{name}\". See: summarybot digest list");

    private static Option<string> Text(string name, string description, string usual) =>
        new(name) { Description = description, DefaultValueFactory = _ => usual };
}
