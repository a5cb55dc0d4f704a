namespace SummaryBot.Articles.Markup;

/// <summary>A paragraph with what its markup tells about it.</summary>
/// <param name="Linked">How many characters of the text lie in links, white space aside.</param>
internal sealed record MarkupLine(BlockKind Kind, string Text, int Linked)
{
    /// <summary>Whether it is nothing but links.</summary>
    public bool IsLinks => Linked > 0 && Linked >= Text.Count(it => !char.IsWhiteSpace(it)) * 0.9;

    public TextBlock Block => new(Kind, Text);
}
