using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SummaryBot.Commands.Shape;
using SummaryBot.Digests;

namespace SummaryBot.Discord.Tests.Interactions.Everything.Model;

/// <summary>Makes calls of random numbers, and knows what each should do.</summary>
internal sealed class Steps(Town town)
{
    private static readonly string[] Digests = ["Morning", "Evening", "Week \U0001F600", "@everyone **x**"];
    private static readonly string[] Sources = ["Example News", "Other News", "Third", "a_b*c"];
    private static readonly string[] Urls = [TownNews.Feed, TownNews.OtherFeed, "https://third.example/feed", "https://dead.example/feed"];
    private static readonly string[] Topics = ["harbor", "bridge", "rail way", "\"quoted\""];

    private const int Admins = 3;

    /// <summary>How many there are to draw from.</summary>
    public const int Kinds = 36;

    /// <summary>Admins, then readers and people of no rights, in both servers.</summary>
    public IReadOnlyList<Person> People { get; } =
    [
        town.Admin, Person.Admin("1100000000000000511", town.Elsewhere), Person.Admin("1100000000000000512", town.Home),
        town.Reader, Person.Reader("1100000000000000513", town.Elsewhere), new Person("1100000000000000514", 0, town.Home),
    ];

    public Step Of(Draw draw)
    {
        var isAdmin = draw.Who >= Admins;
        var who = People[isAdmin ? draw.Who % Admins : Admins + draw.Who];
        var step = Of(draw, who) with { IsUndone = draw.IsUndone };
        var isAllowed = isAdmin || Declared.Catalog[step.Path].Audience == CommandAudience.Reader;
        return isAllowed ? step : step with { Apply = _ => null, IsOpen = false };
    }

    private Step Of(Draw draw, Person who)
    {
        var (name, other, source) = (Digests[draw.A % 4], Digests[draw.B % 4], Sources[draw.A % 4]);
        return (draw.Kind % Kinds) switch
        {
            0 or 1 => Create(who, name, draw.B, draw.C),
            2 or 3 => Edit(who, name, other, draw.C),
            4 => OnDigest(who, "digest delete", name, (all, _) => all.Remove(name)),
            5 => OnDigest(who, "digest pause", name, (all, it) => all.SetItem(name, it with { IsPaused = true })),
            6 => OnDigest(who, "digest resume", name, (all, it) => all.SetItem(name, it with { IsPaused = false })),
            7 => OnDigest(who, "digest skip-next", name, (all, it) => all.SetItem(name, it with { Skips = draw.B % 5 }), ("count", draw.B % 5)),
            8 => Thread(who, name, draw.B),
            9 or 10 or 11 => AddFilter(who, name, draw.B, draw.C),
            12 or 13 => RemoveFilter(who, name, (draw.B % 4) + 1),
            14 or 15 => AddSource(who, source, Urls[draw.B % 4]),
            16 => EditSource(who, source, Sources[draw.B % 4], draw.C),
            17 => OnSource(who, "source pause", source, (all, it) => all.SetItem(source, it with { IsPaused = true })),
            18 => OnSource(who, "source resume", source, (all, it) => all.SetItem(source, it with { IsPaused = false })),
            19 => OnSource(who, "source remove", source, (all, _) => all.Remove(source)),
            20 => Language(who, draw.B),
            21 => Retention(who, draw.B),
            22 => AdminChannel(who, draw.B),
            23 or 24 => Follow(who, Topics[draw.A % 4]),
            25 => Unfollow(who, Topics[draw.A % 4]),
            26 => Wrong(who, name, draw.B),
            27 => OnDigest(who, "digest send-now", name, (all, _) => all) with { IsOpen = true },
            30 => SetSection(who, name, draw.B, draw.C),
            31 => Quiet(who, name, draw.B),
            32 => SetKind(who, name, draw.B, draw.C),
            33 => Clear(who, name, draw.B),
            34 => Brand(who, draw.B, draw.C),
            35 => PauseFollowing(who, draw.B),
            _ => Look(who, name, source, draw.B),
        };
    }

    private static Step Create(Person who, string name, int b, int c)
    {
        var (length, layout) = (new[] { null, "short", "medium", "long" }[b % 4], new[] { null, "cards", "compact", "plain" }[c % 4]);
        var stories = c % 3 == 0 ? (int?)null : (c % 20) + 1;
        return OnServer(
            who,
            "digest create",
            server => server.Digests.ContainsKey(name) ? null : server with
            {
                Digests = server.Digests.Add(name, new DigestModel("08:00") { MaxStories = stories ?? 8, Length = length ?? "short", Layout = layout ?? "cards" }),
            },
            ("name", name),
            ("channel", who.At.ChannelId),
            ("time", "08:00"),
            ("max_stories", stories),
            ("length", length),
            ("layout", layout));
    }

    private static Step Edit(Person who, string name, string rename, int c)
    {
        var (isRenamed, empty) = (c % 4 == 0 && rename != name, new[] { null, "skip", "note", "wait" }[c / 4 % 4]);
        var stories = c % 3 == 0 ? (int?)null : (c % 20) + 1;
        var isNothing = !isRenamed && empty is null && stories is null;
        return OnDigest(
            who,
            "digest edit",
            name,
            (all, it) => isNothing || (isRenamed && all.ContainsKey(rename)) ? null : all.Remove(name).Add(isRenamed ? rename : name, it with { Empty = empty ?? it.Empty, MaxStories = stories ?? it.MaxStories }),
            ("rename", isRenamed ? rename : null),
            ("empty", empty),
            ("max_stories", stories));
    }

    private static Step Thread(Person who, string name, int b)
    {
        var (mode, stored) = new[] { ("none", "none"), ("per-digest", "digest"), ("per-story", "story") }[b % 3];
        return OnDigest(who, "digest thread", name, (all, it) => all.SetItem(name, it with { Thread = stored }), ("mode", mode));
    }

    private static Step AddFilter(Person who, string name, int b, int c)
    {
        var (field, op) = (new[] { "any", "title", "body" }[b % 3], new[] { "has word", "has not" }[c % 2]);
        var value = $"word{c % 7}";
        return OnServer(
            who,
            "filter add",
            server => server.Digests.GetValueOrDefault(name) is not { } it ? null : server with
            {
                Digests = server.Digests.SetItem(name, it with { Filters = it.Filters.Add((it.Filters.Select(rule => rule.Id).DefaultIfEmpty().Max() + 1, $"{field} {op} {value}")) }),
            },
            ("digest", name),
            ("value", value),
            ("field", field),
            ("op", op));
    }

    private Step RemoveFilter(Person who, string name, int rule) => new(
        who,
        "filter remove",
        async () => new Dictionary<string, JsonNode?>(StringComparer.Ordinal) { ["rule"] = $"{(await town.Bot.Get<DigestStore>().FindAsync(who.At.GuildId!, name, InteractionFixture.Token))?.Id ?? 999}:{rule}" },
        world => world.Servers[who.At.GuildId!].Digests.GetValueOrDefault(name) is { } it && it.Filters.Exists(known => known.Id == rule) && (it.Kind != "urgent" || it.Filters.Count > 1)
            ? With(world, who, server => server with { Digests = server.Digests.SetItem(name, it with { Filters = it.Filters.RemoveAll(known => known.Id == rule) }) })
            : null);

    private static Step SetSection(Person who, string name, int b, int c)
    {
        var (section, terms) = (new[] { "Ports", "Rail", "PORTS" }[b % 3], new[] { null, "harbor", "rail way,category:business" }[c % 3]);
        return OnDigest(
            who,
            "digest section",
            name,
            (all, it) =>
            {
                var at = it.Sections.FindIndex(known => string.Equals(known.Name, section, StringComparison.OrdinalIgnoreCase));
                return all.SetItem(name, it with
                {
                    Sections = terms is null ? at < 0 ? it.Sections : it.Sections.RemoveAt(at) : at < 0 ? it.Sections.Add((section, terms)) : it.Sections.SetItem(at, (section, terms)),
                });
            },
            ("section", section),
            ("terms", terms));
    }

    private static Step Quiet(Person who, string name, int b)
    {
        var (from, to, days) = (new[] { "22:00", "23:30" }[b % 2], new[] { "06:00", "22:00" }[b / 2 % 2], new[] { null, "weekdays" }[b / 4 % 2]);
        return OnDigest(
            who,
            "digest quiet",
            name,
            (all, it) => from == to ? null : all.SetItem(name, it with { Quiet = $"{from}-{to} {days ?? "daily"}" }),
            ("from", from),
            ("to", to),
            ("days", days));
    }

    /// <summary>What is posted at once has no times, and needs a filter; what has none needs a time to be of another kind.</summary>
    private static Step SetKind(Person who, string name, int b, int c)
    {
        var (kind, time) = (new[] { "normal", "urgent", "recap" }[b % 3], c % 2 == 0 ? "08:00" : null);
        return OnDigest(
            who,
            "digest edit",
            name,
            (all, it) => kind == "urgent" ? it.Filters.IsEmpty ? null : all.SetItem(name, it with { Kind = kind, Time = "" })
                : (time ?? it.Time).Length == 0 ? null : all.SetItem(name, it with { Kind = kind, Time = time ?? it.Time }),
            ("kind", kind),
            ("time", time));
    }

    private static Step Clear(Person who, string name, int b) => b % 2 == 0
        ? OnDigest(who, "digest edit", name, (all, it) => all.SetItem(name, it with { Quiet = null }), ("clear", "quiet"))
        : OnDigest(who, "digest edit", name, (all, it) => all.SetItem(name, it with { Sections = [] }), ("clear", "sections"));

    private static Step Brand(Person who, int b, int c)
    {
        var (footer, color) = (new[] { null, "Read more", "Lies mehr" }[b % 3], new[] { null, "#102030", "blue" }[c % 3]);
        return footer is null && color is null
            ? OnServer(who, "settings brand", server => server with { Footer = "", Color = "" }, ("reset", true))
            : OnServer(who, "settings brand", server => color == "blue" ? null : server with { Footer = footer ?? server.Footer, Color = color ?? server.Color }, ("footer", footer), ("color", color));
    }

    private static Step AddSource(Person who, string name, string url) => OnServer(
        who,
        "source add",
        server => url.Contains("dead", StringComparison.Ordinal) || server.Sources.ContainsKey(name) || server.Sources.Values.Any(it => it.Url == url) ? null : server with
        {
            Sources = server.Sources.Add(name, new SourceModel(url)),
        },
        ("url", url),
        ("name", name));

    private static Step EditSource(Person who, string name, string rename, int c)
    {
        var (isRenamed, trust) = (c % 3 == 0 && rename != name, new[] { null, "low", "normal", "high" }[c % 4]);
        var most = c % 5 == 0 ? (int?)null : (c % 10) + 1;
        var isNothing = !isRenamed && trust is null && most is null;
        return OnSource(
            who,
            "source edit",
            name,
            (all, it) => isNothing || (isRenamed && all.ContainsKey(rename)) ? null : all.Remove(name).Add(isRenamed ? rename : name, it with { Trust = trust ?? it.Trust, MaxPerDigest = most ?? it.MaxPerDigest }),
            ("name", isRenamed ? rename : null),
            ("trust", trust),
            ("max_per_digest", most));
    }

    private static Step Language(Person who, int b)
    {
        var language = new[] { "own", "en", "az", "tr", "ru", "de" }[b % 6];
        return OnServer(who, "settings language", server => server with { Language = language == "own" ? null : language }, ("language", language));
    }

    private static Step Retention(Person who, int b) => b % 3 == 0
        ? OnServer(who, "settings retention", server => server with { RetentionDays = null }, ("reset", true))
        : OnServer(who, "settings retention", server => server with { RetentionDays = (b % 60) + 1 }, ("days", (b % 60) + 1));

    private static Step AdminChannel(Person who, int b) => b % 3 == 0
        ? OnServer(who, "settings admin-channel", server => server with { AdminChannel = null }, ("reset", true))
        : OnServer(who, "settings admin-channel", server => server with { AdminChannel = $"discord:{who.At.ChannelId}" }, ("channel", who.At.ChannelId));

    private static Step Follow(Person who, string topic) => Step.Of(
        who,
        "follow add",
        world => world with { Pausing = world.Pausing.Remove(who.Id), Follows = world.Follows.SetItem(who.Id, (world.Follows.GetValueOrDefault(who.Id) ?? ImmutableSortedSet<string>.Empty.WithComparer(StringComparer.Ordinal)).Add(topic)) },
        ("topic", topic));

    private static Step Unfollow(Person who, string topic) => Step.Of(
        who,
        "follow remove",
        world => world.Follows.GetValueOrDefault(who.Id) is not { } known || !known.Contains(topic) ? null
            : world with { Pausing = known.Count == 1 ? world.Pausing.Remove(who.Id) : world.Pausing, Follows = known.Count == 1 ? world.Follows.Remove(who.Id) : world.Follows.SetItem(who.Id, known.Remove(topic)) },
        ("topic", topic));

    private static Step PauseFollowing(Person who, int b) => Step.Of(
        who,
        "follow pause",
        world => world.Follows.ContainsKey(who.Id) ? world with { Pausing = world.Pausing.Add(who.Id) } : null,
        ("days", b % 2 == 0 ? null : (b % 60) + 1));

    /// <summary>Values that no client of Discord sends.</summary>
    private static Step Wrong(Person who, string name, int b) => (b % 4) switch
    {
        0 => Step.Of(who, "digest edit", _ => null, ("name", name), ("max_stories", 21)),
        1 => Step.Of(who, "digest thread", _ => null, ("name", name), ("mode", "all")),
        2 => Step.Of(who, "follow add", _ => null, ("topic", new string('x', 101))),
        _ => Step.Of(who, "settings language", _ => null, ("language", "xx")),
    };

    /// <summary>What changes nothing.</summary>
    private static Step Look(Person who, string name, string source, int b) => (b % 12) switch
    {
        0 => OnDigest(who, "digest show", name, (all, _) => all),
        1 => OnDigest(who, "digest history", name, (all, _) => all),
        2 => OnDigest(who, "digest preview", name, (all, _) => all) with { IsOpen = true },
        3 => OnSource(who, "source show", source, (all, _) => all),
        4 => Step.Of(who, "news latest", world => world, ("show", b % 5 == 0)) with { IsOpen = true },
        5 => Step.Of(who, "news search", world => world, ("query", "harbor")) with { IsOpen = true },
        6 => Step.Of(who, "news sources", world => world) with { IsOpen = true },
        7 => Step.Of(who, "summary", world => world, ("article", "harbor")) with { IsOpen = true },
        8 => Step.Of(who, "follow list", world => world) with { IsOpen = true },
        9 => Step.Of(who, "health", world => world),
        10 => Step.Of(who, "digest list", world => world),
        _ => Step.Of(who, "source list", world => world),
    };

    private static Step OnServer(Person who, string path, Func<ServerModel, ServerModel?> change, params (string Name, JsonNode? Value)[] options) =>
        Step.Of(who, path, world => change(world.Servers[who.At.GuildId!]) is { } changed ? With(world, who, _ => changed) : null, options);

    private static Step OnDigest(
        Person who, string path, string name, Func<ImmutableSortedDictionary<string, DigestModel>, DigestModel, ImmutableSortedDictionary<string, DigestModel>?> change, params (string Name, JsonNode? Value)[] options) =>
        OnServer(
            who,
            path,
            server => server.Digests.GetValueOrDefault(name) is { } it && change(server.Digests, it) is { } changed ? server with { Digests = changed } : null,
            [("name", name), .. options]);

    private static Step OnSource(
        Person who, string path, string name, Func<ImmutableSortedDictionary<string, SourceModel>, SourceModel, ImmutableSortedDictionary<string, SourceModel>?> change, params (string Name, JsonNode? Value)[] options) =>
        OnServer(
            who,
            path,
            server => server.Sources.GetValueOrDefault(name) is { } it && change(server.Sources, it) is { } changed ? server with { Sources = changed } : null,
            [("source", name), .. options]);

    private static WorldModel With(WorldModel world, Person who, Func<ServerModel, ServerModel> change) =>
        world with { Servers = world.Servers.SetItem(who.At.GuildId!, change(world.Servers[who.At.GuildId!])) };
}
