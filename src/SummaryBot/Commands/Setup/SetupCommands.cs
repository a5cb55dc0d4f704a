using System.Globalization;
using SummaryBot.Chat;
using SummaryBot.Commands.Drafts;
using SummaryBot.Commands.Shape;
using SummaryBot.Commands.Sources;
using SummaryBot.Digests;
using SummaryBot.Language;
using SummaryBot.Sources;

namespace SummaryBot.Commands.Setup;

/// <summary><c>/setup</c>: a form, a preview of the first digest, and a button that starts it.</summary>
public sealed class SetupCommands(SetupChannel channels, SourceLookup lookup, SetupPreview preview, SetupStart start, DraftStore drafts) : ICommandModule
{
    private const string Form = "setup", ChangedForm = "stchf", Change = "stchg", Choose = "stsel", Start = "stgo", Cancel = "stno";

    /// <summary>Each costs a site a few requests.</summary>
    private static readonly Cooldown Fetching = new(Most: 10, MostInGuild: 30, TimeSpan.FromMinutes(1));

    public IEnumerable<CommandSpec> Commands =>
    [
        new CommandSpec("setup", CommandAudience.Admin, [], (call, _) => Task.FromResult(Reply.Fail(call.Words, ErrorCode.MissingOption, ("option", call.Words.Plain("setup.form.source")))))
        {
            Places = CommandPlaces.Guild, OpenAsync = (call, _) => Task.FromResult(FormOf(call, Form, payload: "", Empty(call))), HasOwnVerb = true,
            Example = "--channel 123456789012345678 --time 08:00 --zone Europe/London --source https://www.example.com",
        },
    ];

    public IEnumerable<ActionSpec> Actions =>
    [
        new ActionSpec(Form, ActionAnswer.Private, SubmitAsync) { Audience = CommandAudience.Admin, IsForm = true, Cooldown = Fetching },
        new ActionSpec(ChangedForm, ActionAnswer.Private, SubmitAsync) { Audience = CommandAudience.Admin, IsForm = true, Cooldown = Fetching },
        new ActionSpec(Change, ActionAnswer.Private, SubmitAsync) { Audience = CommandAudience.Admin, OpenAsync = ReopenAsync },
        new ActionSpec(Choose, ActionAnswer.Update, ChooseAsync) { Audience = CommandAudience.Admin, Cooldown = Fetching },
        new ActionSpec(Start, ActionAnswer.Update, StartAsync) { Audience = CommandAudience.Admin },
        new ActionSpec(Cancel, ActionAnswer.Update, CancelAsync) { Audience = CommandAudience.Admin },
    ];

    /// <summary>The preview of what somebody wants, with the buttons that go on; or what is wrong with it.</summary>
    public async Task<(Reply Reply, string DraftId)> PrepareAsync(CommandCall call, SetupDraft draft, CancellationToken cancellationToken)
    {
        var id = await drafts.KeepAsync(call.Guild, draft, cancellationToken);
        if (draft.Refuse(call.Words) is { } fault)
        {
            return (Again(call, fault, id), id);
        }

        if (await channels.RefuseAsync(call, draft.Channel, draft.ChannelName, cancellationToken) is { } refusal)
        {
            return (Again(call, refusal, id), id);
        }

        var (found, problem) = await lookup.FindAsync(call.Words, SetupPresets.AddressOf(draft.Source), choice: null, cancellationToken);
        return found switch
        {
            FoundSource.Feed feed => await ShowAsync(call, draft, feed, cancellationToken) is { } shown ? (shown with { Buttons = Buttons(call.Words, id) }, id)
                : (Again(call, Reply.Fail(call.Words, ErrorCode.SourceUnreadable, ("address", feed.Address.Host), ("reason", call.Words.Of("source.test.nothing"))), id), id),
            FoundSource.Several several => await OfferAsync(call, draft, several, cancellationToken),
            FoundSource.Page(var at, _) => (Again(call, SourceLookup.WithoutFeed(call.Words, at), id), id),
            _ => (Again(call, problem!, id), id),
        };
    }

    private async Task<Reply> SubmitAsync(CommandCall call, ActionInput input, CancellationToken cancellationToken)
    {
        var draft = new SetupDraft(
            input.Field("channel") ?? "",
            call.ChannelOf("channel")?.Name,
            input.Field("time") ?? "",
            input.Field("zone") ?? "",
            input.Field("source") ?? "",
            [.. SetupDraft.Names.Where(day => input.Fields.GetValueOrDefault("days")?.Contains(day, StringComparer.Ordinal) == true)]);
        return (await PrepareAsync(call, draft, cancellationToken)).Reply;
    }

    private async Task<Reply> ChooseAsync(CommandCall call, ActionInput input, CancellationToken cancellationToken) =>
        await drafts.FindAsync<SetupDraft>(call.Guild, input.Payload, cancellationToken) is { } draft
            && input.Values is [var chosen, ..] && int.TryParse(chosen, CultureInfo.InvariantCulture, out var index) && index >= 0 && index < draft.Feeds.Count
            ? (await PrepareAsync(call, draft with { Source = draft.Feeds[index], Feeds = [] }, cancellationToken)).Reply
            : Expired(call);

    /// <summary>Starts what <see cref="PrepareAsync"/> showed; the payload is the id of its draft.</summary>
    public async Task<Reply> StartAsync(CommandCall call, ActionInput input, CancellationToken cancellationToken)
    {
        if (await drafts.TakeAsync<SetupDraft>(call.Guild, input.Payload, cancellationToken) is not { } draft)
        {
            return Expired(call);
        }

        var refusal = draft.Refuse(call.Words) ?? await channels.RefuseAsync(call, draft.Channel, draft.ChannelName, cancellationToken);
        if (refusal is null)
        {
            var (found, problem) = await lookup.FindAsync(call.Words, SetupPresets.AddressOf(draft.Source), choice: 1, cancellationToken);
            if (found is FoundSource.Feed feed)
            {
                return await start.StartAsync(call, draft, feed, cancellationToken);
            }

            refusal = problem ?? Expired(call);
        }

        return Again(call, refusal, await drafts.KeepAsync(call.Guild, draft, cancellationToken)); // what was filled in is kept
    }

    private async Task<Reply> CancelAsync(CommandCall call, ActionInput input, CancellationToken cancellationToken)
    {
        await drafts.TakeAsync<SetupDraft>(call.Guild, input.Payload, cancellationToken);
        return Reply.Say(call.Words.Of("setup.canceled"));
    }

    private async Task<Form> ReopenAsync(CommandCall call, ActionInput input, CancellationToken cancellationToken) =>
        FormOf(call, ChangedForm, input.Payload, await drafts.FindAsync<SetupDraft>(call.Guild, input.Payload, cancellationToken) ?? Empty(call));

    private async Task<Reply?> ShowAsync(CommandCall call, SetupDraft draft, FoundSource.Feed feed, CancellationToken cancellationToken)
    {
        var words = call.Words;
        if (DigestReader.Read(draft.ToOptions(words.Plain("setup.digest"), call.Guild)) is not DigestReadResult.Read(var digest))
        {
            return null;
        }

        var message = await preview.WriteAsync(digest, feed.Address, feed.What, NewSubscription.NameFor(feed.What.Title, feed.Address), cancellationToken);
        if (message.Stories.Count == 0)
        {
            return null;
        }

        var others = await preview.CountOthersAsync(call.Guild, cancellationToken);
        ReplyText?[] lines =
        [
            words.Of("setup.plan", ("channel", SetupStart.Place(call, draft)), ("time", draft.TimeOfDay), ("zone", draft.ZoneId), ("days", DaysOf(words, draft.Days))),
            others > 0 ? words.Of("setup.others", ("count", others)) : null,
            words.Of("setup.nothing"),
        ];
        return new Reply { Message = message, Title = words.Of("setup.preview"), Lines = [.. lines.OfType<ReplyText>()] };
    }

    private async Task<(Reply Reply, string DraftId)> OfferAsync(CommandCall call, SetupDraft draft, FoundSource.Several several, CancellationToken cancellationToken)
    {
        var feeds = several.Feeds.Take(25).ToList();
        var id = await drafts.KeepAsync(call.Guild, draft with { Feeds = [.. feeds.Select(it => it.Address.AbsoluteUri)] }, cancellationToken);
        var options = feeds.Select((feed, i) => new MenuOption(feed.Title ?? feed.Address.Host, $"{i}", feed.Address.AbsoluteUri)).ToList();
        return (new Reply
        {
            Lines = [call.Words.Of("source.choose", ("address", SourceLookup.AddressOf(draft.Source)!.Host), ("count", several.Feeds.Count))],
            Menus = [new ReplyMenu(Choose, id, call.Words.Plain("source.choose.placeholder"), options)],
            Buttons = [new ReplyButton(call.Words.Plain("setup.change"), Change, id), new ReplyButton(call.Words.Plain("setup.cancel"), Cancel, id)],
        }, id);
    }

    private static IReadOnlyList<ReplyButton> Buttons(Words words, string draft) =>
    [
        new ReplyButton(words.Plain("setup.start"), Start, draft) { Look = ButtonLook.Main },
        new ReplyButton(words.Plain("setup.change"), Change, draft),
        new ReplyButton(words.Plain("setup.cancel"), Cancel, draft),
    ];

    /// <summary>What is wrong, with a way back to the form as it was filled in.</summary>
    private static Reply Again(CommandCall call, Reply fault, string draft) =>
        fault with { Buttons = [.. fault.Buttons, new ReplyButton(call.Words.Plain("setup.change"), Change, draft) { Look = ButtonLook.Main }, new ReplyButton(call.Words.Plain("setup.cancel"), Cancel, draft)] };

    private static Reply Expired(CommandCall call) => Reply.Fail(call.Words, ErrorCode.DraftExpired, ("command", "/setup"));

    private static SetupDraft Empty(CommandCall call) => new("", null, "08:00", SetupZones.Guess(call.GuildLocale, call.Locale), "", SetupDraft.Names);

    private static string DaysOf(Words words, IReadOnlyList<string> days) => days.Count == SetupDraft.Names.Count ? words.Plain("setup.daily")
        : string.Join(", ", days.Select(day => words.Plain($"setup.day.{day}")));

    private static Form FormOf(CommandCall call, string kind, string payload, SetupDraft draft)
    {
        var words = call.Words;
        ChannelType[] types = [ChannelType.Text, ChannelType.Announcement, ChannelType.Forum, ChannelType.PublicThread, ChannelType.AnnouncementThread];
        return new Form(words.Plain("setup.form.title"), kind, payload,
        [
            new FormField.ChannelField("channel", words.Plain("setup.form.channel"), types, ChannelAddress.IsSnowflake(draft.Channel) ? draft.Channel : null) { Description = words.Plain("setup.form.channel.description") },
            new FormField.TextField("time", words.Plain("setup.form.time"), draft.Time, Min: 1, Max: 10) { Placeholder = "08:00" },
            new FormField.TextField("zone", words.Plain("setup.form.zone"), draft.Zone, Min: 1, Max: 64) { Description = words.Plain("setup.form.zone.description") },
            new FormField.TextField("source", words.Plain("setup.form.source"), draft.Source, Min: 1, Max: 2048) { Description = words.Plain("setup.form.source.description"), Placeholder = "https://www.example.com" },
            new FormField.CheckboxesField("days", words.Plain("setup.form.days"), [.. SetupDraft.Names.Select(day => new MenuOption(words.Plain($"setup.day.{day}"), day, IsChosen: draft.Days.Contains(day, StringComparer.Ordinal)))], Min: 1, Max: SetupDraft.Names.Count),
        ]);
    }
}
