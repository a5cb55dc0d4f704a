using System.Text.Json.Nodes;

namespace SummaryBot.EndToEnd.Tests;

public sealed class VerbTests : IDisposable
{
    private readonly BotFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_first_run_shows_the_seed_and_the_second_shows_nothing_twice()
    {
        var first = await BotProcess.RunAsync(_folder, "run", "--once");
        Assert.Equal(0, first.Code);
        Assert.Contains("Israeli President Isaac Herzog received", first.Output, StringComparison.Ordinal);
        Assert.Contains("30 March 2023 15:57 (UTC+04:00)", first.Output, StringComparison.Ordinal);
        Assert.Contains("No Discord token", first.Notes, StringComparison.Ordinal);
        Assert.Contains("Next: \"Morning digest\"", first.Notes, StringComparison.Ordinal);
        var second = await BotProcess.RunAsync(_folder, "run", "--once");
        Assert.Equal((0, ""), (second.Code, second.Output));
    }

    [Fact]
    public async Task The_bot_stays_until_it_is_told_to_stop_and_then_ends_in_time()
    {
        await using var bot = BotProcess.Start(_folder, []);
        var health = await bot.ReadyAsync();
        using var http = new HttpClient(new SocketsHttpHandler());
        var token = TestContext.Current.CancellationToken;
        Assert.Equal(System.Net.HttpStatusCode.OK, (await http.GetAsync(new Uri(health, "/health/live"), token)).StatusCode);
        var ready = JsonNode.Parse(await http.GetStringAsync(new Uri(health, "/health/ready"), token))!;
        Assert.Equal("Healthy", ready["status"]!.GetValue<string>());
        var second = await BotProcess.RunAsync(_folder, "run");
        Assert.Equal(1, second.Code);
        Assert.Contains("Another summarybot runs", second.Notes, StringComparison.Ordinal);
        bot.Terminate();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await bot.WaitAsync();
        Assert.Equal(0, bot.ExitCode);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"It took {watch.Elapsed}.");
    }

    [Fact]
    public async Task A_database_over_nine_tenths_of_what_it_may_hold_is_a_fault_that_health_names()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "texts"));
        for (var i = 0; i < 40; i++)
        {
            _folder.Write(Path.Combine("texts", $"{i}.txt"), string.Concat(Enumerable.Range(0, 400).Select(line => $"Ship {i * 1000 + line} reached the harbor of Elmouth.\n")));
        }

        Assert.Equal(0, (await BotProcess.RunAsync(_folder, "article", "import", Path.Combine(_folder.Path, "texts"))).Code);
        Assert.DoesNotContain("nearly full", (await BotProcess.RunAsync(_folder, "health")).Output, StringComparison.Ordinal);
        _folder.Environment["SUMMARYBOT__STORAGE__MAXMEGABYTES"] = "1";
        Assert.Contains("nearly full", (await BotProcess.RunAsync(_folder, "health")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Summarize_gives_exact_sentences_with_their_offsets_and_figures()
    {
        var result = await BotProcess.RunAsync(_folder, "summarize", BotFolder.Seed, "--json");
        var json = JsonNode.Parse(result.Output)!;
        var text = json["text"]!.GetValue<string>();
        Assert.Equal("2023-03-30T15:57:00+04:00", json["publishedAt"]!.GetValue<string>());
        Assert.Equal("Azernews", json["source"]!.GetValue<string>());
        Assert.Equal("en", json["language"]!.GetValue<string>());
        Assert.Equal((14, 396), (json["sentenceCount"]!.GetValue<int>(), json["wordCount"]!.GetValue<int>()));
        Assert.Equal(100, json["readingSeconds"]!.GetValue<int>());
        Assert.Null(json["headline"]);
        Assert.Equal(3, json["sentences"]!.AsArray().Count);
        Assert.All(
            json["sentences"]!.AsArray(),
            it => Assert.Equal(it!["text"]!.GetValue<string>(), text[it["start"]!.GetValue<int>()..it["end"]!.GetValue<int>()]));
    }

    [Fact]
    public async Task Summarize_about_something_gives_what_answers_or_says_that_nothing_does()
    {
        var asked = JsonNode.Parse((await BotProcess.RunAsync(_folder, "summarize", BotFolder.Seed, "--about", "trade", "--json")).Output)!;
        Assert.Equal(("trade", true), (asked["about"]!.GetValue<string>(), asked["answers"]!.GetValue<bool>()));
        Assert.All(asked["sentences"]!.AsArray(), it => Assert.Contains("trade", it!["text"]!.GetValue<string>(), StringComparison.Ordinal));
        var none = await BotProcess.RunAsync(_folder, "summarize", BotFolder.Seed, "--about", "penguins");
        Assert.Contains("No sentence is about “penguins”: this is the ordinary summary.", none.Output, StringComparison.Ordinal);
        var input = _folder.Write("in.jsonl", """
            {"id": 1, "about": "islands", "text": "One came. Two left for the islands. Three stayed. Four slept. Five ate. Six drank."}
            {"id": 2, "text": "One came. Two left for the islands. Three stayed. Four slept. Five ate. Six drank."}
            """);
        var rows = (await BotProcess.RunAsync(_folder, "summarize", "--jsonl", input, "--out", "-", "--about", "penguins")).Output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal("Two left for the islands.", rows[0]["summary"]!.GetValue<string>());
        Assert.Equal([true, false], rows.Select(row => row["answers"]!.GetValue<bool>()));
    }

    [Fact]
    public async Task Summarize_tells_why_with_rank_and_reasons_that_stand_in_the_sentences()
    {
        var json = JsonNode.Parse((await BotProcess.RunAsync(_folder, "summarize", BotFolder.Seed, "--json")).Output)!;
        var sentences = json["sentences"]!.AsArray();
        Assert.Equal([1, 2, 3], sentences.Select(it => it!["rank"]!.GetValue<int>()).Order());
        Assert.All(sentences, it => Assert.All(
            it!["reasons"]!.AsArray().SelectMany(reason => reason!["words"]!.AsArray()),
            word => Assert.Contains(word!.GetValue<string>(), it["text"]!.GetValue<string>(), StringComparison.Ordinal)));
        Assert.All(sentences, it => Assert.InRange(it!["reasons"]!.AsArray().Count, 1, 3));
        var shown = (await BotProcess.RunAsync(_folder, "summarize", BotFolder.Seed, "--why")).Output;
        Assert.Contains("Why these sentences?", shown, StringComparison.Ordinal);
        Assert.All(sentences, it => Assert.Matches($@"(?m)^S{it!["index"]!.GetValue<int>() + 1} 0\.\d\d \w+", shown));
        Assert.DoesNotContain("Why", (await BotProcess.RunAsync(_folder, "summarize", BotFolder.Seed)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Summarize_reads_standard_input()
    {
        await using var bot = BotProcess.Start(_folder, ["summarize", "-", "--sentences", "1"], readsInput: true);
        await bot.WriteAsync("One came.\n\nTwo left. Three stayed. Four slept. Five ate.");
        await bot.WaitAsync();
        Assert.Equal(0, bot.ExitCode);
        Assert.Contains("of 5 sentences", bot.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stories_tells_the_story_of_every_row_and_skips_a_bad_one_with_its_number()
    {
        var input = _folder.Write("in.jsonl", """
            {"id": "a", "title": "Dockers strike in Saltmouth", "text": "The dockers of Saltmouth are on strike for more pay. Thirty ships wait.", "date": "2026-11-01T10:00:00Z", "source": "One"}
            {"id": 2, "title": "Bees return to city roofs", "date": "2026-11-01T11:00:00Z"}
            {"id": 3, "title": "No date that one can read", "date": "yesterday"}
            {"id": 4, "title": "Strike in Saltmouth: thirty ships wait", "text": "Thirty ships wait off Saltmouth while dockers strike for more pay.", "date": "2026-11-01T12:00:00Z"}
            """);
        var result = await BotProcess.RunAsync(_folder, "stories", "--jsonl", input, "--out", "-");
        var rows = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal(["\"a\"", "2", "4"], rows.Select(row => row["id"]!.ToJsonString()));
        var stories = rows.ConvertAll(row => row["story"]!.GetValue<long>());
        Assert.Equal(stories[0], stories[2]);
        Assert.NotEqual(stories[0], stories[1]);
        Assert.Contains("Row 3 is skipped", result.Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_are_answered_in_their_order_and_a_bad_one_is_reported_alone()
    {
        var input = _folder.Write("in.jsonl", """
            {"id": "a", "text": "One came. Two left the house. Three stayed. Four slept. Five ate. Six drank."}
            {"id": "b", "sents": ["First of all.", "Then this.", "At last that.", "More of it.", "The end."], "title": "The end"}
            not json
            {"id": 3, "title": "Ships", "text": "Çay içdi. Ships came in the morning. İlk."}
            {"text": "no id"}
            """);
        var output = Path.Combine(_folder.Path, "out.jsonl");
        var result = await BotProcess.RunAsync(
            _folder, "summarize", "--jsonl", input, "--out", output, "--sentences", "2", "--threads", "2");
        Assert.Equal(0, result.Code);
        Assert.Contains("Row 3 is skipped", result.Notes, StringComparison.Ordinal);
        Assert.Contains("Row 5 is skipped", result.Notes, StringComparison.Ordinal);
        Assert.Contains("articles/s", result.Notes, StringComparison.Ordinal);
        var rows = (await File.ReadAllLinesAsync(output, TestContext.Current.CancellationToken)).Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal(["\"a\"", "\"b\"", "3"], rows.Select(row => row["id"]!.ToJsonString()));
        Assert.All(rows, row => Assert.Equal(2, row["sentences"]!.AsArray().Count));
        Assert.All(rows, row => Assert.Equal(2, row["summary"]!.GetValue<string>().Split('\n').Length));
        Assert.NotNull(rows[0]["sentences"]![0]!["start"]);
        Assert.Null(rows[1]["sentences"]![0]!["start"]);
    }

    [Fact]
    public async Task A_word_budget_is_never_passed_if_one_sentence_fits()
    {
        var input = _folder.Write("in.jsonl", """{"id": 1, "text": "A long opening sentence of nine words stands here. Short one. Another short one. And one more. Then the end."}""");
        var result = await BotProcess.RunAsync(_folder, "summarize", "--jsonl", input, "--out", "-", "--words", "5");
        var summary = JsonNode.Parse(result.Output)!["summary"]!.GetValue<string>();
        Assert.InRange(summary.Split([' ', '\n']).Length, 1, 5);
    }

    [Fact]
    public async Task Sentences_are_split_with_exact_offsets()
    {
        var text = "Mr. Smith came at 5 p.m. to the U.S. embassy. He paid $3.50. \"Why?\" she asked.";
        var input = _folder.Write("in.jsonl", new JsonObject { ["id"] = "x", ["text"] = text }.ToJsonString());
        var result = await BotProcess.RunAsync(_folder, "sentences", "--jsonl", input, "--out", "-");
        var sentences = JsonNode.Parse(result.Output)!["sentences"]!.AsArray();
        Assert.Equal(
            ["Mr. Smith came at 5 p.m. to the U.S. embassy.", "He paid $3.50.", "\"Why?\" she asked."],
            sentences.Select(it => it!["text"]!.GetValue<string>()));
        Assert.All(
            sentences, it => Assert.Equal(it!["text"]!.GetValue<string>(), text[it["start"]!.GetValue<int>()..it["end"]!.GetValue<int>()]));
    }

    [Fact]
    public async Task Articles_are_imported_listed_and_shown()
    {
        var imported = await BotProcess.RunAsync(_folder, "article", "import", BotFolder.Seed, _folder.Write("empty.txt", ""));
        Assert.Equal(1, imported.Code);
        Assert.Contains("Imported", imported.Output, StringComparison.Ordinal);
        Assert.Contains("empty.txt: It is empty", imported.Notes, StringComparison.Ordinal);
        Assert.Contains(
            "stored already", (await BotProcess.RunAsync(_folder, "article", "import", BotFolder.Seed)).Output, StringComparison.Ordinal);
        var list = JsonNode.Parse((await BotProcess.RunAsync(_folder, "article", "list", "--json")).Output)!.AsArray();
        var id = Assert.Single(list)!["id"]!.GetValue<string>();
        Assert.Contains(
            "At the meeting, opinions", (await BotProcess.RunAsync(_folder, "article", "show", id)).Output, StringComparison.Ordinal);
        foreach (var words in new[] { "PRESİDENT", "herzog israeli", "azernews" })
        {
            var found = JsonNode.Parse((await BotProcess.RunAsync(_folder, "article", "search", words, "--json")).Output)!.AsArray();
            Assert.Equal(id, Assert.Single(found)!["id"]!.GetValue<string>());
        }

        Assert.Equal("[]", (await BotProcess.RunAsync(_folder, "article", "search", "president", "--days", "3", "--json")).Output.Trim());
        var version = Assert.Single(JsonNode.Parse((await BotProcess.RunAsync(_folder, "article", "versions", id, "--json")).Output)!.AsArray())!;
        Assert.Equal(1, version["version"]!.GetValue<int>());
        var absent = await BotProcess.RunAsync(_folder, "article", "show", "nothing");
        Assert.Equal(1, absent.Code);
        Assert.Contains("article list", absent.Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Articles_of_one_event_are_shown_as_one_story()
    {
        var post = _folder.Write("post.txt", "The port of Elmouth opened its second container terminal on Sunday, Harbor Post reports. The terminal can handle 54 containers an hour. "
            + "The first terminal of the port was built in 1998.");
        var courier = _folder.Write("courier.txt", "A second container terminal was opened at the port of Elmouth on Sunday, Valley Courier reports. The terminal of the port cost 210 million.");
        await BotProcess.RunAsync(_folder, "article", "import", BotFolder.Seed, post, courier);
        var stories = JsonNode.Parse((await BotProcess.RunAsync(_folder, "story", "list", "--json")).Output)!.AsArray();
        var port = Assert.Single(stories, it => it!["articles"]!.AsArray().Count == 2)!;
        Assert.Equal(2, stories.Count);
        Assert.Equal(["Harbor Post", "Valley Courier"], port["outlets"]!.AsArray().Select(it => it!.GetValue<string>()).Order(StringComparer.Ordinal));
        var shown = await BotProcess.RunAsync(_folder, "story", "show", port["id"]!.ToString(), "--json");
        Assert.Equal(port.ToJsonString(), JsonNode.Parse(shown.Output)!.ToJsonString());
        var article = await BotProcess.RunAsync(_folder, "article", "show", port["center"]!.GetValue<string>(), "--json");
        Assert.Equal(port["id"]!.GetValue<long>(), JsonNode.Parse(article.Output)!["story"]!.GetValue<long>());
        var absent = await BotProcess.RunAsync(_folder, "story", "show", "99");
        Assert.Equal(1, absent.Code);
        Assert.Contains("story list", absent.Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_digest_is_set_up_previewed_sent_and_its_history_kept()
    {
        var posts = Path.Combine(_folder.Path, "posts.jsonl");
        await BotProcess.RunAsync(_folder, "article", "import", BotFolder.Seed);
        Assert.Equal(
            0,
            (await BotProcess.RunAsync(_folder, "digest", "add", "Evening", "--channel", $"file:{posts}", "--time", "18:30", "--zone", "Asia/Baku")).Code);
        Assert.Equal(1, (await BotProcess.RunAsync(_folder, "digest", "add", "Evening")).Code);
        Assert.Contains(
            "Isaac Herzog", (await BotProcess.RunAsync(_folder, "digest", "preview", "Evening")).Output, StringComparison.Ordinal);
        Assert.False(File.Exists(posts));
        Assert.Equal(0, (await BotProcess.RunAsync(_folder, "digest", "send-now", "Evening")).Code);
        Assert.Single(await File.ReadAllLinesAsync(posts, TestContext.Current.CancellationToken));
        Assert.Equal(1, (await BotProcess.RunAsync(_folder, "digest", "send-now", "Evening")).Code);
        var history = JsonNode.Parse((await BotProcess.RunAsync(_folder, "digest", "history", "Evening", "--json")).Output)!.AsArray();
        Assert.Equal("sent", Assert.Single(history)!["delivery"]!.GetValue<string>());
        var outbox = JsonNode.Parse((await BotProcess.RunAsync(_folder, "outbox", "list", "--json")).Output)!.AsArray();
        Assert.Equal("sent", Assert.Single(outbox)!["state"]!.GetValue<string>());
        Assert.Equal(0, (await BotProcess.RunAsync(_folder, "doctor")).Code);
    }

    [Fact]
    public async Task A_digest_is_changed_skipped_paused_and_deleted_and_says_so()
    {
        await DigestAsync("create Evening --time 18:30 --zone Asia/Baku --max-stories 5");
        Assert.Contains("Changed \"Late\"", await DigestAsync("edit Evening --rename Late --kind normal --max-per-source 2 --holiday 12-25 --quiet 22:00-07:00"), StringComparison.Ordinal);
        Assert.Contains("Say what to change", await DigestAsync("edit Late", code: 2), StringComparison.Ordinal);
        Assert.Contains("holidays \"32-25\"", await DigestAsync("edit Late --holiday 32-25", code: 2), StringComparison.Ordinal);
        Assert.Contains("Say either", await DigestAsync("quiet Late", code: 2), StringComparison.Ordinal);
        await DigestAsync("quiet Late --from 23:00 --to 06:00 --days fri,sat");
        var skipping = JsonNode.Parse(await DigestAsync("skip-next Late 2 --json"))!;
        Assert.Equal(2, skipping["skips"]!.GetValue<int>());
        Assert.Contains("is paused; next due when it is resumed", await DigestAsync("pause Late"), StringComparison.Ordinal);
        Assert.Contains("The digest is paused. Post an edition all the same? Nobody can answer here", await DigestAsync("send-now Late", code: 2), StringComparison.Ordinal);
        Assert.Contains("goes out again", await DigestAsync("resume Late"), StringComparison.Ordinal);
        var listed = JsonNode.Parse(await DigestAsync("list --json"))!.AsArray().Single()!;
        Assert.Equal(
            (5, 2, "23:00", "fri,sat", "12-25", false),
            (listed["maxStories"]!.GetValue<int>(), listed["editing"]!["maxPerSource"]!.GetValue<int>(), listed["editing"]!["quiet"]!["from"]!.GetValue<string>(),
                listed["editing"]!["quiet"]!["days"]!.GetValue<string>(), listed["editing"]!["holidays"]![0]!.GetValue<string>(), listed["isPaused"]!.GetValue<bool>()));
        Assert.Equal("[]", (await DigestAsync("history Late --status skipped --json")).Trim());
        Assert.Contains("Sat 5 January", await DigestAsync("preview Late --as-of 2030-01-05T08:00 --json"), StringComparison.Ordinal);
        Assert.Contains("digest delete \"Late\" --yes", await DigestAsync("delete Late", code: 2), StringComparison.Ordinal);
        await DigestAsync("delete Late --yes");
        Assert.Contains("There is no digest", await DigestAsync("pause Late", code: 1), StringComparison.Ordinal);
    }

    /// <summary>What a verb of digests says, with nobody there to answer it.</summary>
    private async Task<string> DigestAsync(string arguments, int code = 0)
    {
        await using var bot = BotProcess.Start(_folder, ["digest", .. arguments.Split(' ')], readsInput: true);
        await bot.WriteAsync("");
        await bot.WaitAsync();
        Assert.True(code == bot.ExitCode, $"{arguments}: {bot.ExitCode} {bot.Output} {bot.Notes}");
        return bot.Output + bot.Notes;
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("summarize")]
    [InlineData("summarize a.txt --sentences 0")]
    [InlineData("summarize a.txt --sentences 2 --words 9")]
    [InlineData("summarize a.txt --length huge")]
    [InlineData("summarize --jsonl a.jsonl")]
    [InlineData("article import")]
    [InlineData("digest add X --time 25:00")]
    [InlineData("digest add X --zone Mars/Olympus")]
    [InlineData("digest add X --max-stories 21")]
    [InlineData("run --unknown")]
    public async Task Wrong_use_ends_with_2_and_says_what_is_right(string arguments)
    {
        var result = await BotProcess.RunAsync(_folder, arguments.Split(' '));
        Assert.Equal(2, result.Code);
        Assert.StartsWith("summarybot: ", result.Notes, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Notes, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("summarize")]
    [InlineData("sentences")]
    [InlineData("article import")]
    [InlineData("digest add")]
    [InlineData("outbox list")]
    [InlineData("doctor")]
    public async Task Every_verb_has_help(string verb)
    {
        var result = await BotProcess.RunAsync(_folder, [.. verb.Split(' '), "--help"]);
        Assert.Equal(0, result.Code);
        Assert.Contains("SYNOPSIS", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SUMMARYBOT__OUTBOX__PARALLEL", "0", "outbox:parallel \"0\": write a whole number from 1 to 64.")]
    [InlineData("SUMMARYBOT__DISPATCH__GRACE", "soon", "dispatch:grace \"soon\": write hours:minutes:seconds")]
    [InlineData("SUMMARYBOT__LOGS__COLOUR", "red", "there is no such option")]
    [InlineData("SUMMARYBOT__DIGESTS__0__ZONE", "Mars/Olympus", "zone \"Mars/Olympus\": write an IANA time zone")]
    public async Task A_wrong_setting_stops_the_start_with_key_value_and_remedy(string name, string value, string fault)
    {
        _folder.Environment[name] = value;
        var result = await BotProcess.RunAsync(_folder, "run", "--once");
        Assert.Equal(2, result.Code);
        Assert.Contains(fault, result.Notes, StringComparison.Ordinal);
        Assert.Equal("", result.Output);
    }
}
