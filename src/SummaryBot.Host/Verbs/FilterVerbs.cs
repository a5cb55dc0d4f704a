using System.CommandLine;
using SummaryBot.Chat;
using SummaryBot.Commands.Filters;
using SummaryBot.Digests;
using SummaryBot.Digests.Filters;
using SummaryBot.Language;

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
        var add = new Command("add", "Add a rule to a digest.") { Name, Value, Field, Op, Group, DigestVerbs.Guild };
        add.SetAction(AddAsync);
        var list = new Command("list", "List the rules.") { OneName, DigestVerbs.Guild, Common.Json };
        list.SetAction(ListAsync);
        var remove = new Command("remove", "Remove a rule from a digest.") { Name, Rule, DigestVerbs.Guild };
        remove.SetAction(RemoveAsync);
        var test = new Command("test", "Tell what each rule of a digest says of one article, and whether it passes.") { Name, Article, DigestVerbs.Guild, Common.Json };
        test.SetAction(TestAsync);
        return new Command("filter", "Filters: what a digest lets through.") { add, list, remove, test };
    }

    private static async Task<int> AddAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var services = await BotServices.OpenAsync(Common.Load(parsed), cancellationToken);
        var digest = await DigestVerbs.FindAsync(services, parsed.GetValue(Name)!, parsed.GetValue(DigestVerbs.Guild), cancellationToken);
        var options = new FilterOptions
        {
            Group = parsed.GetValue(Group),
            Field = parsed.GetValue(Field)!,
            Op = parsed.GetValue(Op)!.Replace('-', ' '),
            Value = parsed.GetValue(Value)!,
        };
        return await OwnVerb.WriteAsync(await services.GetRequiredService<FilterCommands>().AddAsync(OwnVerb.Call, digest, options, cancellationToken), cancellationToken);
    }

    private static async Task<int> RemoveAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var services = await BotServices.OpenAsync(Common.Load(parsed), cancellationToken);
        var digest = await DigestVerbs.FindAsync(services, parsed.GetValue(Name)!, parsed.GetValue(DigestVerbs.Guild), cancellationToken);
        var number = parsed.GetValue(Rule);
        return digest.Digest.Editing.Filters.All(it => it.Id != number)
            ? throw new VerbException($"\"{digest.Digest.Name}\" has no rule {number}. See: summarybot filter list \"{digest.Digest.Name}\"")
            : await OwnVerb.WriteAsync(await services.GetRequiredService<FilterCommands>().RemoveAsync(OwnVerb.Call, digest, number, cancellationToken), cancellationToken);
    }

    private static async Task<int> ListAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var services = await BotServices.OpenAsync(Common.Load(parsed), cancellationToken);
        IReadOnlyList<StoredDigest> digests = parsed.GetValue(OneName) is { } name
            ? [await DigestVerbs.FindAsync(services, name, parsed.GetValue(DigestVerbs.Guild), cancellationToken)]
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
        var digest = await DigestVerbs.FindAsync(services, parsed.GetValue(Name)!, parsed.GetValue(DigestVerbs.Guild), cancellationToken);
        var article = await NamedArticle.FindAsync(services, parsed.GetValue(Article)!, cancellationToken);
        var report = new FilterSet(digest.Digest.Editing.Filters).Explain(FilterText.Of(article));
        if (parsed.GetValue(Common.Json))
        {
            Common.WriteJson(new
            {
                Digest = digest.Digest.Name,
                Article = article.Article.Id,
                report.Passes,
                Reason = RuleWords.Reason(Words.English, report),
                Groups = report.Groups.Select(group => new
                {
                    group.Group,
                    group.Holds,
                    Rules = group.Rules.Select(it => new { it.Rule.Id, it.Holds, Found = RuleWords.Found(Words.English, it.Found), EditorialText.Of(it.Rule).Field, EditorialText.Of(it.Rule).Op, it.Rule.Value }),
                }),
            });
            return Exit.Done;
        }

        Common.WriteLine(Printable.Of($"{article.Article.Headline ?? Listing.Opening(article.Article.Text)} ({article.Article.Id})"));
        foreach (var group in report.Groups)
        {
            Common.WriteLine(Words.English.Plain("filter.group", ("group", group.Group), ("holds", RuleWords.Holds(Words.English, group.Holds))));
            group.Rules.ToList().ForEach(it => Common.WriteLine(Printable.Of($"  {Verdict(it)}")));
        }

        Common.WriteLine(RuleWords.Reason(Words.English, report));
        return Exit.Done;
    }

    private static string Verdict(RuleVerdict it) => Words.English.Plain(
        "filter.verdict",
        ("rule", RuleWords.Of(Words.English, it.Rule)),
        ("holds", RuleWords.Holds(Words.English, it.Holds)),
        ("found", RuleWords.Found(Words.English, it.Found)));

    private static Option<string> Text(string name, string description, string usual) =>
        new(name) { Description = description, DefaultValueFactory = _ => usual };
}
