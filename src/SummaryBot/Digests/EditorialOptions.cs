namespace SummaryBot.Digests;

/// <summary>How a digest chooses, as the configuration or the command line writes it and the database keeps it; <see cref="EditorialReader"/> checks it.</summary>
public sealed class EditorialOptions
{
    /// <summary><c>normal</c>, <c>urgent</c>, <c>recap</c> or <c>personal</c>.</summary>
    public string Kind { get; set; } = "normal";

    /// <summary>1 to 20.</summary>
    public int MaxPerSource { get; set; } = 3;

    /// <summary>Days, 1 to 30.</summary>
    public int RepeatDays { get; set; } = 7;

    /// <summary>Days, 1 to 7.</summary>
    public int CarryDays { get; set; } = 2;

    /// <summary>100 at most.</summary>
    public IList<FilterOptions> Filters { get; init; } = [];

    /// <summary>20 at most.</summary>
    public IList<SectionOptions> Sections { get; init; } = [];

    /// <summary>Null for none.</summary>
    public QuietOptions? Quiet { get; set; }

    /// <summary>Days without an edition: <c>2026-12-25</c>, or <c>12-25</c> for every year. 400 at most.</summary>
    public IList<string> Holidays { get; init; } = [];

    /// <summary>Whether stories show their articles' pictures.</summary>
    public bool Pictures { get; set; }

    /// <summary>Of a recap: the names of the digests whose stories it looks back on; all digests of its channel where there are none. 25 at most.</summary>
    public IList<string> RecapOf { get; init; } = [];
}

/// <summary>One filter rule as it is written.</summary>
public sealed class FilterOptions
{
    /// <summary>1 or more, unique in its digest; 0 for one that has no number yet.</summary>
    public int Id { get; set; }

    /// <summary>1 to 25. All rules of a group must hold; one group that holds is enough.</summary>
    public int Group { get; set; } = 1;

    /// <summary><c>any</c>, <c>title</c>, <c>body</c>, <c>source</c>, <c>author</c>, <c>category</c> or <c>url</c>.</summary>
    public string Field { get; set; } = "any";

    /// <summary><c>has word</c>, <c>has not</c> or <c>matches regex</c>.</summary>
    public string Op { get; set; } = "has word";

    /// <summary>A word, several words in a row, or a regular expression; 1 to 200 characters.</summary>
    public string Value { get; set; } = "";
}

/// <summary>A section as it is written.</summary>
public sealed class SectionOptions
{
    /// <summary>One line of 1 to 40 characters.</summary>
    public string Name { get; set; } = "";

    /// <summary>Words, or <c>category:business</c>, <c>source:Azernews</c>, <c>group:Towns</c>; 1 to 100, each of 1 to 100 characters.</summary>
    public IList<string> Terms { get; init; } = [];
}

/// <summary>Quiet hours as they are written.</summary>
public sealed class QuietOptions
{
    /// <summary>A local time such as <c>22:00</c>.</summary>
    public string From { get; set; } = "";

    /// <summary>A local time such as <c>07:00</c>; where it is earlier, of the next day.</summary>
    public string To { get; set; } = "";

    /// <summary>The days that they begin on: <c>daily</c>, <c>weekdays</c>, or days such as <c>mon</c>.</summary>
    public string Days { get; set; } = "daily";
}
