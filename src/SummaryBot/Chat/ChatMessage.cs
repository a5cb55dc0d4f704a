using System.Text.Json.Serialization;
using SummaryBot.Language;

namespace SummaryBot.Chat;

/// <summary>An edition as a chat gets it: plain words and whole sentences, no markup of any chat.</summary>
/// <param name="Title">The digest's name and local day, one line.</param>
/// <param name="Intro">Lines under the title: what is inside, and whether it is late.</param>
/// <param name="Stories">In the order to show; empty for a note that there is no news.</param>
/// <param name="Footnote">Lines under the stories.</param>
/// <param name="Layout">How the stories are laid out where the chat can.</param>
/// <param name="Posting">How it is posted beyond its words; null where nothing is asked for.</param>
public sealed record ChatMessage(
    string Title,
    IReadOnlyList<string> Intro,
    IReadOnlyList<StoryBlock> Stories,
    IReadOnlyList<string> Footnote,
    MessageLayout Layout,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Posting? Posting = null)
{
    /// <summary>Which edition it is, so that what stands below it can be asked about; null for a note, and in messages of versions that did not keep it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EditionKey? Edition { get; init; }

    /// <summary>Whether it is of the digest of one person, in his direct messages, who can stop it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsPersonal { get; init; }

    /// <summary>Whether it is a copy that a person asked for, in his direct messages.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsCopy { get; init; }

    /// <summary>Of the words around its stories, ISO 639-1; null for English.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Language { get; init; }

    /// <summary>The words around its stories.</summary>
    [JsonIgnore]
    public FrameWords Frame => Language is null ? FrameWords.English : FrameWords.Of(UiLanguage.Find(Language) ?? UiLanguage.English);

    /// <summary>What was written anew after it had been sent, the oldest first; null where nothing was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Correction>? Corrections { get; init; }

    /// <summary>Buttons below a note, 5 at most; null where there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<MessageButton>? Buttons { get; init; }

    /// <summary>The lines under the stories: what was corrected, and the footnote.</summary>
    [JsonIgnore]
    public IEnumerable<string> SmallPrint => (Corrections ?? []).Select(Frame.Corrected).Concat(Footnote);

    /// <summary>For each story the heading to show before it; null where it stands under the same one as the story before.</summary>
    [JsonIgnore]
    public IEnumerable<string?> Headings => Stories.Select((story, i) =>
        string.Equals(story.Section, i == 0 ? null : Stories[i - 1].Section, StringComparison.Ordinal) ? null : story.Section ?? Frame.OtherStories);
}

/// <summary>A button below a note, for everybody who sees it; who may press it is checked when it is pressed.</summary>
/// <param name="Label">1 to 80 UTF-16 units.</param>
/// <param name="Kind">Of a <see cref="Commands.Shape.ActionSpec"/>.</param>
/// <param name="Payload">64 UTF-16 units at most.</param>
public sealed record MessageButton(string Label, string Kind, string Payload);

/// <summary>One story of a message.</summary>
/// <param name="Headline">As published or, where there is none, the article's first sentence whole; one line, never empty.</param>
/// <param name="Url">Where to read on, http or https; null where the article has no address.</param>
/// <param name="Quotes">The chosen sentences below the headline, in the article's order; may be empty.</param>
/// <param name="Source">Who published it; null where unknown.</param>
/// <param name="PublishedAt">When; null where the article does not say.</param>
/// <param name="ReadingMinutes">Minutes to read the whole article, 1 or more.</param>
/// <param name="Why">The reason it was selected, or null.</param>
/// <param name="ArticleId">The article that the sentences come from; null in messages of versions that did not keep it.</param>
/// <param name="HeadlineOrigin">Where the headline comes from; null where it is no sentence of the article.</param>
/// <param name="Also">The other outlets that tell the same story, each once; null where there are none.</param>
/// <param name="IsUpdate">Whether the digest has shown the story before and this is what is new in it.</param>
public sealed record StoryBlock(
    string Headline,
    Uri? Url,
    IReadOnlyList<Quote> Quotes,
    string? Source,
    DateTimeOffset? PublishedAt,
    int ReadingMinutes,
    string? Why,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ArticleId = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] QuoteOrigin? HeadlineOrigin = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Also = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsUpdate = false)
{
    /// <summary>The heading that it stands under, one line; null for none. Stories of one section follow each other.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Section { get; init; }

    /// <summary>Where the digest has shown the story before; null where it has not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EarlierMessage? Earlier { get; init; }

    /// <summary>Whether its publisher has taken the article back: it is struck through, and nothing of it is quoted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsWithdrawn { get; init; }

    /// <summary>Null where none is shown.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StoryPicture? Picture { get; init; }

    /// <summary>Every sentence shown, a headline that is one included.</summary>
    [JsonIgnore]
    public IEnumerable<Quote> Sentences => HeadlineOrigin is null ? Quotes : Quotes.Prepend(new Quote(Headline, AfterGap: false, HeadlineOrigin));

    /// <summary>Every article that it shows something of, each once.</summary>
    [JsonIgnore]
    public IEnumerable<string> ArticleIds => Sentences.Select(ArticleOf).Prepend(ArticleId).OfType<string>().Distinct(StringComparer.Ordinal);

    /// <summary>Every outlet that tells the story, the lead's first.</summary>
    [JsonIgnore]
    public IEnumerable<string> Outlets => new[] { Source }.OfType<string>().Concat(Also ?? []);

    /// <summary>The article that a sentence comes from: a story quotes several outlets.</summary>
    public string? ArticleOf(Quote sentence) => sentence.Origin?.ArticleId ?? ArticleId;

    /// <summary>The story once its publisher has taken the article back: a headline that is a sentence of it goes too.</summary>
    public StoryBlock Withdrawn(FrameWords frame) => this with
    {
        Headline = HeadlineOrigin is null ? Headline : frame.WithdrawnHeadline(Source),
        HeadlineOrigin = null,
        Url = null,
        Quotes = [],
        Why = null,
        Picture = null,
        IsWithdrawn = true,
    };
}

/// <summary>An earlier message about the same story.</summary>
/// <param name="Day">The local day of its edition, for people: <c>Thu 30 March</c>.</param>
/// <param name="Link">Where it can be read; null where it has no address.</param>
public sealed record EarlierMessage(string Day, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Uri? Link);

/// <summary>A picture of a story.</summary>
/// <param name="Url">http or https.</param>
/// <param name="Alt">What it shows, for those who do not see it; one line of 1 to 1024 characters.</param>
public sealed record StoryPicture(Uri Url, string Alt);

/// <summary>One whole sentence, word for word.</summary>
/// <param name="Text">The sentence; line breaks of the article are white space in it.</param>
/// <param name="AfterGap">Whether sentences were left out between it and what is shown before it, which a chat shows as […].</param>
/// <param name="Origin">Where it comes from; null in messages of versions that did not keep it.</param>
/// <param name="Link">An address that opens the article at this sentence; null where there is none.</param>
/// <param name="Credit">The outlet that says it, where that is not the story's lead; it then stands on a line of its own. Null for the lead's sentences.</param>
public sealed record Quote(
    string Text,
    bool AfterGap,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] QuoteOrigin? Origin = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Link = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Credit = null);

public enum MessageLayout
{
    /// <summary>Discord: Components V2.</summary>
    Cards,

    /// <summary>Discord: a classic embed.</summary>
    Compact,

    /// <summary>Discord: text alone, in several messages where one does not hold it.</summary>
    Plain,
}
