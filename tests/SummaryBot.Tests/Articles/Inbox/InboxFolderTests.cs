using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SummaryBot.Articles;
using SummaryBot.Articles.Extraction;
using SummaryBot.Articles.Inbox;
using SummaryBot.Articles.Search;

namespace SummaryBot.Tests.Articles.Inbox;

public sealed class InboxFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("summarybot-inbox-").FullName;

    /// <summary>Pages are read in this process here.</summary>
    private static readonly InboxReader Reader = new((body, charset, address, _) => Task.FromResult(PageReader.Read(body, charset, address)));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_file_that_is_dropped_in_is_an_article_within_ten_seconds()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        using var worker = new InboxWorker(Inbox(bot), bot.Time, NullLogger<InboxWorker>.Instance);
        await worker.StartAsync(Token);
        Write("harbor.txt", "Harbor opens\n\nThe harbor opened on Monday.");
        for (var second = 0; second < 10 && !File.Exists(At("done", "harbor.txt")); second++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Token); // the worker is on another thread
            bot.Time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal("Harbor opens", Assert.Single(await bot.Get<ArticleSearch>().FindAsync(new ArticleQuery("harbor", 5), Token)).Article.Headline);
        await worker.StopAsync(Token);
    }

    [Fact]
    public async Task Every_kind_of_file_becomes_an_article_and_moves_to_done()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        Write("a.txt", "One came.");
        Write("b.MD", "---\ntitle: Two\n---\nTwo *left*.");
        Write("c.eml", "From: Harbor News <news@example.com>\nSubject: Three\n\nThree stayed.");
        var results = await TakeAsync(bot);
        Assert.Equal(["a.txt", "b.MD", "c.eml"], results.Select(result => Assert.IsType<ImportResult.Added>(result).File));
        Assert.Equal(["Three stayed.", "Two left.", "One came."], (await bot.Get<ArticleStore>().NewestAsync(5, Token)).Select(it => it.Article.Text));
        Assert.Equal(["done/a.txt", "done/b.MD", "done/c.eml"], Left());
    }

    [Fact]
    public async Task A_saved_page_and_the_page_in_a_mail_are_read_as_pages()
    {
        const string Paragraphs = "<p>The harbor of the old town opened again on Monday, after three years in which nobody could enter it at all.</p>"
            + "<p>Ships came from three countries, and the mayor, who had promised it so often, spoke for more than an hour.</p>";
        const string Page = $"<!DOCTYPE html><html lang=en><head><title>Harbor opens</title><link rel=canonical href='https://example.com/harbor'></head>"
            + $"<body><nav><a href=/>Home</a> <a href=/b>Sport</a></nav><article><h1>Harbor opens</h1>{Paragraphs}</article></body></html>";
        await using var bot = await TestBot.StartAsync("SQLite");
        Write("a.html", Page);
        Write("b.eml", $"From: Harbor News <news@example.com>\nSubject: Morning\nContent-Type: text/html\n\n{Page.Replace("harbor", "castle", StringComparison.Ordinal)}");
        Write("c.htm", "<html><body></body></html>");
        var results = await TakeAsync(bot);
        var (page, mail) = (Assert.IsType<ImportResult.Added>(results[0]).Article, Assert.IsType<ImportResult.Added>(results[1]).Article);
        Assert.Equal(("Harbor opens", "https://example.com/harbor"), (page.Headline, page.Url?.AbsoluteUri));
        Assert.Equal(("Morning", "Harbor News"), (mail.Headline, mail.Source));
        Assert.StartsWith("The harbor of the old town", page.Text, StringComparison.Ordinal);
        Assert.StartsWith("The castle of the old town", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Sport", page.Text + mail.Text, StringComparison.Ordinal);
        Assert.IsType<ImportResult.Rejected>(results[2]);
    }

    [Fact]
    public async Task A_file_that_is_still_being_written_waits()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        var inbox = Inbox(bot);
        Write("slow.txt", "The harbor");
        for (var i = 0; i < 6; i++)
        {
            await File.AppendAllTextAsync(At("slow.txt"), " opened", Token);
            Assert.Empty(await inbox.LookAsync(Token));
        }

        Assert.Empty(await inbox.LookAsync(Token));
        var added = Assert.IsType<ImportResult.Added>(Assert.Single(await inbox.LookAsync(Token)));
        Assert.EndsWith("opened opened opened", added.Article.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".hidden.txt")]
    [InlineData("a.txt.part")]
    [InlineData("a.txt.tmp")]
    [InlineData("a.txt~")]
    [InlineData("a.txt.crdownload")]
    public async Task A_name_of_something_unfinished_is_left_alone(string name)
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        Write(name, "One came.");
        Assert.Empty(await TakeAsync(bot));
        Assert.Equal([name], Left());
    }

    [Theory]
    [InlineData("empty.txt", "", "It is empty.")]
    [InlineData("blank.txt", " \n\n", "It is empty.")]
    [InlineData("blank.md", "\n---\n", "It has no text.")]
    [InlineData("binary.txt", "\u0000\u0001\u0002\u0000\u0001\u0002abc", "It is a binary file")]
    [InlineData("latin.txt", "caf\u00e9", "It is not UTF-8 text.")]
    [InlineData("date.txt", "date 2023-99-99\n\nOne.", "Its date line cannot be read.")]
    [InlineData("date.md", "---\ndate: tomorrow\n---\nOne.", "Its date cannot be read.")]
    [InlineData("url.md", "---\nurl: javascript:alert(1)\n---\nOne.", "Its address cannot be read.")]
    [InlineData("mail.eml", "Dear all,\n\nOne came.", "It is no mail")]
    [InlineData("mail.eml", "From: a@example.com\n\n", "The mail has no text.")]
    [InlineData("picture.png", "PNG", "It is no article: the inbox takes .txt, .md, .html, .htm, .eml.")]
    [InlineData("no-ending", "One came.", "It is no article")]
    public async Task A_bad_file_moves_to_rejected_with_its_reason(string name, string content, string reason)
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        await File.WriteAllBytesAsync(At(name), Encoding.Latin1.GetBytes(content), Token);
        Assert.StartsWith(reason, Assert.IsType<ImportResult.Rejected>(Assert.Single(await TakeAsync(bot))).Reason, StringComparison.Ordinal);
        Assert.Equal([$"rejected/{name}", $"rejected/{name}.reason.txt"], Left());
        Assert.StartsWith(reason, await File.ReadAllTextAsync(At("rejected", $"{name}.reason.txt"), Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_not_read()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        await using (var file = new FileStream(At("huge.txt"), FileMode.Create))
        {
            file.SetLength(64 * 1024 * 1024); // a hole: it takes no space
        }

        Assert.StartsWith("It has 64.0 MB", Assert.IsType<ImportResult.Rejected>(Assert.Single(await TakeAsync(bot))).Reason, StringComparison.Ordinal);
        Assert.Equal(["rejected/huge.txt", "rejected/huge.txt.reason.txt"], Left());
    }

    [Fact]
    public async Task A_link_is_not_followed()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        var secret = Path.Combine(_folder, "..", $"secret-{Guid.NewGuid():N}.txt");
        await File.WriteAllTextAsync(secret, "A secret.", Token);
        File.CreateSymbolicLink(At("link.txt"), secret);
        File.CreateSymbolicLink(At("loop.txt"), At("loop.txt"));
        File.CreateSymbolicLink(At("zero.txt"), "/dev/zero");
        Assert.All(await TakeAsync(bot), result => Assert.StartsWith("It is a link.", Assert.IsType<ImportResult.Rejected>(result).Reason, StringComparison.Ordinal));
        Assert.Empty(await bot.Get<ArticleStore>().NewestAsync(5, Token));
        Assert.Equal("A secret.", await File.ReadAllTextAsync(secret, Token));
        Assert.Equal(6, Left().Count);
        File.Delete(secret);
    }

    [Fact]
    public async Task A_pipe_is_not_opened()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no named pipes among the files of Windows.");
        await using var bot = await TestBot.StartAsync("SQLite");
        using (var mkfifo = Process.Start("mkfifo", [At("pipe.txt")]))
        {
            await mkfifo.WaitForExitAsync(Token);
        }

        Write("real.txt", "One came.");
        Assert.Equal(2, (await TakeAsync(bot).WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System, Token)).Count);
        Assert.Equal(["done/real.txt", "rejected/pipe.txt", "rejected/pipe.txt.reason.txt"], Left());
    }

    [Fact]
    public async Task A_name_with_control_characters_is_made_harmless()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such names.");
        await using var bot = await TestBot.StartAsync("SQLite");
        Write("a\n\u001b[31mb.txt", "One came.");
        Assert.IsType<ImportResult.Added>(Assert.Single(await TakeAsync(bot)));
        Assert.Equal(["done/a__[31mb.txt"], Left());
    }

    [Fact]
    public async Task Names_that_are_taken_get_a_number_and_nothing_is_overwritten()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        var inbox = Inbox(bot);
        foreach (var text in (string[])["One.", "Two.", "One."])
        {
            Write("a.txt", text);
            await TakeAsync(inbox);
        }

        Assert.Equal(["done/a-2.txt", "done/a-3.txt", "done/a.txt"], Left());
        Assert.Equal(["One.", "Two.", "One."], ((string[])["a.txt", "a-2.txt", "a-3.txt"]).Select(name => File.ReadAllText(At("done", name))));
        Assert.Equal(2, (await bot.Get<ArticleStore>().NewestAsync(5, Token)).Count);
    }

    [Fact]
    public async Task A_folder_that_is_absent_may_come_later_and_other_folders_in_it_are_left_alone()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        var inbox = new InboxFolder(Options.Create(new InboxOptions { Folder = At("later") }), Reader, bot.Get<ArticleStore>());
        Assert.Empty(await TakeAsync(inbox));
        Directory.CreateDirectory(At("later", "deep.txt"));
        Write("later/deep.txt/a.txt", "Deep.");
        Write("later/a.txt", "One came.");
        Assert.Single(await TakeAsync(inbox));
        Assert.Equal(["later/deep.txt/a.txt", "later/done/a.txt"], Left());
    }

    [Fact]
    public async Task What_cannot_be_moved_away_is_read_once()
    {
        await using var bot = await TestBot.StartAsync("SQLite");
        var inbox = Inbox(bot);
        Write("done", "A file is where the folder should be."); // and has no known ending
        Write("a.txt", "One came.");
        await TakeAsync(inbox);
        Assert.Equal("a.txt", Left()[0]);
        Assert.DoesNotContain(await TakeAsync(inbox), result => result.File is "a.txt");
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-16BE", true)]
    public async Task Text_is_read_with_a_mark_of_its_encoding_or_without(string encoding, bool isMarked)
    {
        const string Text = "Гавань открылась в понедельник.\n\nThe harbor opened, dedi Bakü.";
        await using var bot = await TestBot.StartAsync("SQLite");
        var used = Encoding.GetEncoding(encoding);
        await File.WriteAllBytesAsync(At("a.txt"), [.. isMarked ? used.GetPreamble() : [], .. used.GetBytes(Text.Replace("\n", "\r\n", StringComparison.Ordinal))], Token);
        Assert.Equal(Text, Assert.IsType<ImportResult.Added>(Assert.Single(await TakeAsync(bot))).Article.Text);
    }

    private static async Task<IReadOnlyList<ImportResult>> TakeAsync(InboxFolder inbox)
    {
        await inbox.LookAsync(Token);
        await inbox.LookAsync(Token);
        return await inbox.LookAsync(Token);
    }

    private Task<IReadOnlyList<ImportResult>> TakeAsync(TestBot bot) => TakeAsync(Inbox(bot));

    private InboxFolder Inbox(TestBot bot) => new(Options.Create(new InboxOptions { Folder = _folder }), Reader, bot.Get<ArticleStore>());

    private string At(params string[] parts) => Path.Combine([_folder, .. parts]);

    private void Write(string name, string text) => File.WriteAllText(At(name), text);

    /// <summary>All files, relative to the folder.</summary>
    private List<string> Left() =>
        [.. Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(_folder, path)).Order(StringComparer.Ordinal)];
}
