using SummaryBot.Articles;
using SummaryBot.Language;

namespace SummaryBot.Commands.News;

/// <summary>A list to show a page of.</summary>
/// <param name="Lines">Empty where there is nothing to show; then <paramref name="Note"/> says so.</param>
internal sealed record NewsList(ReplyText Title, IReadOnlyList<NewsLine> Lines, ReplyText? Note);

/// <param name="Article">What a summary can be read of; null where there is none.</param>
internal sealed record NewsLine(ReplyText Text, StoredArticle? Article = null);
