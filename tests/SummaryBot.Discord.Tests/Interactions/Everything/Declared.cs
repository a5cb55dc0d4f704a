using Microsoft.Extensions.DependencyInjection;
using SummaryBot.Commands.Shape;
using SummaryBot.Storage;
using SummaryBot.Tests.Sources;

namespace SummaryBot.Discord.Tests.Interactions.Everything;

/// <summary>All that was declared, for lists of test cases.</summary>
public static class Declared
{
    internal static CommandCatalog Catalog { get; } = Town.Add(new ServiceCollection(), new MadeUpWeb(TimeProvider.System)).AddSingleton(TimeProvider.System).AddLogging()
        .AddSingleton<SqlDialect>(new SqliteDialect("unused.db")) // nothing opens it
        .AddSummaryBot()
        .AddDiscord(new DiscordOptions { Token = "unused", ApiBaseAddress = new Uri("http://127.0.0.1:1/") })
        .BuildServiceProvider().GetRequiredService<CommandCatalog>();

    public static TheoryData<string> Typed => [.. Catalog.Commands.Where(spec => !spec.IsOnMessage).Select(spec => spec.Path)];

    public static TheoryData<string> WithOptions => [.. Catalog.Commands.Where(spec => spec.Options.Count > 0).Select(spec => spec.Path)];

    public static TheoryData<string> ForAdmins => [.. Catalog.Commands.Where(spec => spec.Audience != CommandAudience.Reader).Select(spec => spec.Path)];

    public static TheoryData<string> Suggesting => [.. Catalog.Commands.Where(spec => spec.SuggestAsync is not null).Select(spec => spec.Path)];

    public static TheoryData<string> OnMessages => [.. Catalog.Commands.Where(spec => spec.IsOnMessage).Select(spec => spec.Path)];
}
