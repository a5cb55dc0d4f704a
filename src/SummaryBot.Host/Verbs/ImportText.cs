using SummaryBot.Articles;
using SummaryBot.Chat;

namespace SummaryBot.Host.Verbs;

/// <summary>What became of a file, in one line.</summary>
internal static class ImportText
{
    public static string Of(ImportResult result) => Printable.Of(result switch
    {
        ImportResult.Added { Article.PublishedAt: null } added => $"Imported {added.File} as {added.Article.Id}; it has no date, so it counts as of now.",
        ImportResult.Added added => $"Imported {added.File} as {added.Article.Id}.",
        ImportResult.Known known => $"{known.File} was stored already as {known.Article.Id}.",
        ImportResult.Rejected rejected => $"{rejected.File}: {rejected.Reason}",
        _ => throw new System.Diagnostics.UnreachableException(),
    });
}
