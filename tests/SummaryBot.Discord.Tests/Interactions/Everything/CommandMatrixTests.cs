using System.Text.Json.Nodes;
using SummaryBot.Commands.Shape;

namespace SummaryBot.Discord.Tests.Interactions.Everything;

/// <summary>Every command that was declared, used rightly and wrongly. Nothing is listed here by hand; what is not refused keeps to the rules of <see cref="Answer.Fault"/>.</summary>
public sealed class CommandMatrixTests(TownFixture fixture) : IClassFixture<TownFixture>, IAsyncLifetime
{
    private Town Town => fixture.Town;

    private Samples Samples => new(Town);

    public async ValueTask InitializeAsync() => await Town.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [MemberData(nameof(Declared.Typed), MemberType = typeof(Declared))]
    public async Task A_command_answers_who_gives_what_it_needs(string path)
    {
        var (spec, who) = Find(path);
        await DoneAsync(Question.Command(Town, who, spec, await Samples.ForAsync(spec, who)));
    }

    [Theory]
    [MemberData(nameof(Declared.WithOptions), MemberType = typeof(Declared))]
    public async Task A_command_takes_each_option(string path)
    {
        var (spec, who) = Find(path);
        foreach (var option in spec.Options.Where(option => !option.IsRequired))
        {
            await Town.ResetAsync();
            await DoneAsync(Question.Command(Town, who, spec, await Samples.ForAsync(spec, who, option.Name)));
        }
    }

    [Theory]
    [MemberData(nameof(Declared.WithOptions), MemberType = typeof(Declared))]
    public async Task A_command_takes_every_choice_and_each_option_at_its_limits(string path)
    {
        var (spec, who) = Find(path);
        foreach (var (option, value) in spec.Options.SelectMany(option => Limits.At(option).Select(value => (option, value))))
        {
            await Town.ResetAsync();
            var given = await Samples.ForAsync(spec, who, option.Name);
            given[option.Name] = value;
            var answer = await Town.AskOneAsync(Question.Command(Town, who, spec, given));
            Assert.True(!answer.IsRefused || option.Type == OptionType.Text, $"{option.Name} at a limit was refused.\n{answer}");
        }
    }

    [Theory]
    [MemberData(nameof(Declared.WithOptions), MemberType = typeof(Declared))]
    public async Task A_command_refuses_options_beyond_their_limits_and_changes_nothing(string path)
    {
        var (spec, who) = Find(path);
        foreach (var (option, value) in spec.Options.SelectMany(option => Limits.Beyond(option).Select(value => (option, value))))
        {
            var given = await Samples.ForAsync(spec, who, option.Name);
            given[option.Name] = value;
            await Town.RefuseAsync(Question.Command(Town, who, spec, given));
        }
    }

    [Theory]
    [MemberData(nameof(Declared.WithOptions), MemberType = typeof(Declared))]
    public async Task A_command_refuses_to_run_without_an_option_that_it_needs_or_with_something_else_there(string path)
    {
        var (spec, who) = Find(path);
        foreach (var option in spec.Options.Where(option => option.IsRequired))
        {
            var given = await Samples.ForAsync(spec, who);
            foreach (var value in new JsonNode?[] { null, new JsonObject(), new JsonArray(1), option.Type == OptionType.Text ? 7 : "\u0000" })
            {
                given[option.Name] = value;
                await Town.RefuseAsync(Question.Command(Town, who, spec, given));
            }

            given.Remove(option.Name);
            await Town.RefuseAsync(Question.Command(Town, who, spec, given));
        }
    }

    [Theory]
    [MemberData(nameof(Declared.ForAdmins), MemberType = typeof(Declared))]
    public async Task A_command_for_admins_refuses_everybody_else_and_everywhere_else(string path)
    {
        var (spec, who) = Find(path);
        var given = await Samples.ForAsync(spec, who);
        await Town.RefuseAsync(Question.Command(Town, Town.Reader, spec, given));
        await Town.RefuseAsync(Question.Command(Town, who with { At = Town.DirectMessages(who.Id) }, spec, given));
        await Town.RefuseAsync(Question.Command(Town, who with { At = Town.Home with { HasBot = false } }, spec, given));
    }

    [Theory]
    [MemberData(nameof(Declared.Typed), MemberType = typeof(Declared))]
    public async Task A_command_answers_in_a_thread_alone_with_the_bot_and_where_only_the_person_has_it(string path)
    {
        var (spec, who) = Find(path);
        var given = await Samples.ForAsync(spec, who);
        await DoneAsync(Question.Command(Town, who with { At = Town.Thread }, spec, given));
        await Town.ResetAsync();
        await Town.AskAsync(Question.Command(Town, who with { At = Town.DirectMessages(who.Id) }, spec, given));
        await Town.AskAsync(Question.Command(Town, who with { At = Town.Home with { HasBot = false } }, spec, given));
    }

    [Theory]
    [MemberData(nameof(Declared.Typed), MemberType = typeof(Declared))]
    public async Task A_command_that_is_sent_twice_at_once_is_answered_twice(string path)
    {
        var (spec, who) = Find(path);
        var question = Question.Command(Town, who, spec, await Samples.ForAsync(spec, who));
        Assert.Contains(await Town.AskAsync(question, question), answer => !answer.IsRefused);
    }

    [Theory]
    [MemberData(nameof(Declared.OnMessages), MemberType = typeof(Declared))]
    public async Task A_command_on_a_message_answers_on_every_message(string path)
    {
        var spec = Declared.Catalog[path];
        var said = Town.Bot.Server.World.Say(Town.Home.ChannelId, $"{TownNews.Page} <https://page.example/story> https://10.0.0.1/ and text", Town.Reader.Id);
        var messages = Town.Bot.Hand.SeenBy(Town.Bot.User);
        var answers = new List<Answer>();
        foreach (var message in messages.Append(new JsonObject { ["id"] = said.Id }))
        {
            answers.Add(await Town.AskOneAsync(Question.OnMessage(Town.Reader, spec, message)));
            await Town.AskAsync(Question.OnMessage(Town.Reader with { At = Town.Home with { HasBot = false } }, spec, message));
            var question = Question.OnMessage(Town.Reader, spec, message);
            await Town.AskAsync(question, question);
        }

        Assert.Contains(answers, answer => !answer.IsRefused);
    }

    [Fact]
    public async Task Every_command_answers_after_a_restart()
    {
        Town.Restart();
        foreach (var spec in Declared.Catalog.Commands.Where(spec => !spec.IsOnMessage))
        {
            await Town.ResetAsync();
            var who = WhoFor(spec);
            await DoneAsync(Question.Command(Town, who, spec, await Samples.ForAsync(spec, who)));
        }
    }

    [Theory]
    [MemberData(nameof(Declared.Suggesting), MemberType = typeof(Declared))]
    public async Task Whatever_is_typed_gets_suggestions_or_none_and_changes_nothing(string path)
    {
        var (spec, who) = Find(path);
        var before = await Tables.ReadAsync(Town.Database);
        foreach (var option in spec.Options.Where(option => option.HasAutocomplete))
        {
            foreach (var typed in Limits.Typed)
            {
                var answer = await Town.AskOneAsync(Question.Typing(Town, who, spec, new Dictionary<string, JsonNode?>(StringComparer.Ordinal) { [option.Name] = typed }, option.Name));
                Assert.Equal(8, answer.Outcome.AnswerType);
            }
        }

        Assert.Empty((await Tables.ReadAsync(Town.Database)).ChangesSince(before));
    }

    private (CommandSpec Spec, Person Who) Find(string path) => (Declared.Catalog[path], WhoFor(Declared.Catalog[path]));

    private Person WhoFor(CommandSpec spec) => spec.Audience == CommandAudience.Reader ? Town.Reader : Town.Admin;

    private async Task DoneAsync(Question question)
    {
        var answer = await Town.AskOneAsync(question);
        Assert.False(answer.IsRefused, $"It was refused.\n{answer}");
    }
}
