using System.Text.Json.Nodes;
using SummaryBot.TestDiscord.Rules;

namespace SummaryBot.Discord.Tests.TestDiscord;

/// <summary>The rules file and Discord's document itself, judged by ajv, say the same of made-up bodies.</summary>
public sealed class AjvTests
{
    private const int Bodies = 8000;

    [Fact]
    public async Task The_rules_file_refuses_what_ajv_refuses_by_Discords_document_and_nothing_else()
    {
        Assert.SkipUnless(File.Exists(Outside.Document), "../shared is absent: there is no document to judge by.");
        var (cases, verdicts) = Make();
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.jsonl");
        await File.WriteAllLinesAsync(file, cases.Select(it => it.ToJsonString()), TestContext.Current.CancellationToken);
        try
        {
            var answers = (await Outside.RunAsync("ajv.mjs", "ajv", Outside.Document, file)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal(Bodies, answers.Length);
            var differences = Enumerable.Range(0, Bodies).Where(i => (answers[i] == "valid") != verdicts[i].StartsWith("valid", StringComparison.Ordinal))
                .Select(i => $"ajv: {answers[i]}; the rules: {verdicts[i]}; {cases[i].ToJsonString()}").ToList();
            Assert.True(differences.Count == 0, $"{differences.Count} of {Bodies} differ:\n{string.Join('\n', differences.Take(5))}");
            var valid = answers.Count(it => it == "valid");
            TestContext.Current.SendDiagnosticMessage($"{Bodies} bodies, {valid} valid and {Bodies - valid} refused, by both alike.");
            Assert.InRange(valid, Bodies / 4, Bodies * 3 / 4);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static (List<JsonObject> Cases, List<string> Verdicts) Make()
    {
        var file = BodyRules.ReadCommitted();
        var bodies = new RuleBodies(file, new Random(20261126));
        var operations = file["operations"]!.AsObject().Select(it => (Operation: it.Key, Status: 0, Rule: it.Value!)).ToList();
        var answers = file["answers"]!.AsObject().SelectMany(it => it.Value!.AsObject().Where(answer => answer.Value is not null)
            .Select(answer => (Operation: it.Key, Status: int.Parse(answer.Key, System.Globalization.CultureInfo.InvariantCulture), Rule: answer.Value!))).ToList();
        var (cases, verdicts) = (new List<JsonObject>(), new List<string>());
        for (var i = 0; i < Bodies; i++)
        {
            var list = i % 3 == 0 ? answers : operations; // requests are what matters more
            var (operation, status, rule) = list[i / 3 % list.Count];
            var body = JsonNode.Parse(bodies.Body(rule)?.ToJsonString() ?? "null");
            var errors = status == 0 ? BodyRules.Committed.Check(operation, body) : BodyRules.Committed.CheckAnswer(operation, status, body);
            cases.Add(new JsonObject { ["operation"] = operation, ["status"] = status, ["body"] = body });
            verdicts.Add(errors.Count == 0 ? "valid" : string.Join("; ", errors.Take(3)));
        }

        return (cases, verdicts);
    }
}
