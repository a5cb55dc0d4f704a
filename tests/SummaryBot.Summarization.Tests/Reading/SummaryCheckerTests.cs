namespace SummaryBot.Summarization.Tests.Reading;

/// <summary>The checker itself: it finds what reads badly and passes what reads well. A star marks the sentences that are shown.</summary>
public sealed class SummaryCheckerTests
{
    [Theory]
    [InlineData("Ann Lee left town.|*He came back in May.")]
    [InlineData("Ann Lee left town.|*She sold the house first.")]
    [InlineData("The council met.|*They voted for the bridge.")]
    [InlineData("Ann Lee left town.|*Her brother stayed.")]
    [InlineData("Tom Lee left town.|*His sister stayed.")]
    [InlineData("The council met.|*Their vote was close.")]
    [InlineData("The bridge fell.|*This was the third fall in a year.")]
    [InlineData("The bridge fell.|*That surprised the engineers.")]
    [InlineData("Two bridges fell.|*These were old.")]
    [InlineData("Two bridges fell.|*Those are closed now.")]
    [InlineData("The bridge fell.|*However, nobody was hurt.")]
    [InlineData("The bridge fell.|*But nobody was hurt.")]
    [InlineData("The bridge fell.|*And the road sank.")]
    [InlineData("The bridge fell.|*So the road was closed.")]
    [InlineData("The bridge fell.|*Then the road sank.")]
    [InlineData("The bridge fell.|*Therefore the road is closed.")]
    [InlineData("The bridge fell.|*In addition, the road sank.")]
    [InlineData("The bridge fell.|*As a result, the road is closed.")]
    [InlineData("The bridge fell.|*For example, the road sank.")]
    [InlineData("Lee and Park ran.|*The two were neighbors.")]
    [InlineData("Lee and Park ran.|*The latter won.")]
    [InlineData("Five women ran.|*One of them won.")]
    [InlineData("Five women ran.|*Most of them finished.")]
    [InlineData("The bridge fell.|*After that, the road was closed.")]
    [InlineData("The bridge fell.|*In this case nobody was hurt.")]
    [InlineData("Ann Lee spoke.|*According to her, the bridge is safe.")]
    [InlineData("Ann Lee spoke.|*When she arrived, she was tired.")]
    [InlineData("Ann Lee spoke.|*\"He was a good man,\" said the mayor of the town.")]
    [InlineData("Ann Lee spoke.|*\"This is a bad day,\" said the mayor of the town.")]
    [InlineData("\"Why?\"|*she said to the crowd.")]
    [InlineData("*This is the end of it.|The bridge fell.")]
    [InlineData("*They were young and poor.|The town forgot them.")]
    public void An_opening_whose_sentence_before_is_missing_is_found(string article) => Finds(Fault.UnresolvedOpening, article);

    [Theory]
    [InlineData("Ann Lee wept.|*\"The whole town is under water today.\"")]
    [InlineData("Ann Lee said:|*\"The whole town is under water today.\"")]
    [InlineData("Ann Lee wept.|*“The whole town is under water today.”")]
    [InlineData("Ann Lee wept.|*\"The whole town is under water,\" she said.")]
    [InlineData("Ann Lee wept.|*\"The whole town is under water,\" she told a paper.")]
    [InlineData("\"The town is under water,\" Ann Lee said.|*\"We lost all that we had here.\"")]
    [InlineData("\"We lost it all.|*The town is under water and nobody helps us.|The end,\" Ann Lee said.")]
    [InlineData("*\"We lost it all and nobody helps us.|The town is under water,\" Ann Lee said.")]
    [InlineData("Ann Lee wept.|*'The whole town is under water today.'")]
    [InlineData("Ann Lee wept.|*'The whole town is under water,' she said.")]
    [InlineData("Ann Lee wept.|*«The whole town is under water today.»")]
    [InlineData("Rain fell.|*\"The whole town is under water,\" he added.|\"We know.\"")]
    public void A_quotation_without_its_speaker_is_found(string article) => Finds(Fault.QuoteWithoutSpeaker, article);

    [Theory]
    [InlineData("*The bridge over the river fell on Monday.|*On Monday the bridge over the river fell into the water.")]
    [InlineData("*Ann Lee won the mayoral election in Springfield.|Rain fell.|*Mayoral election: Ann Lee won Springfield easily.")]
    [InlineData("*Engineers closed three bridges yesterday.|*Three bridges were closed by engineers after a storm.")]
    public void A_repetition_is_found(string article) => Finds(Fault.Repetition, article);

    [Theory]
    [InlineData("*All rights reserved.")]
    [InlineData("*Scroll down for video.")]
    [InlineData("*Sign up for our daily briefing.")]
    [InlineData("*We use cookies to improve your visit.")]
    [InlineData("*By Ann Lee")]
    [InlineData("*PUBLISHED: 08:30 EST, 3 May 2031.")]
    [InlineData("*Ann Lee contributed to this report.")]
    [InlineData("*Read more: the bridge that fell.")]
    [InlineData("*Subscribe to continue reading.")]
    public void Furniture_is_found(string article) => Finds(Fault.Furniture, article);

    [Theory]
    [InlineData("*One.|Two.|*Three.", "One. Three.")]
    [InlineData("*One.|*Two.|Three.", "One. […] Two.")]
    [InlineData("One.|*Two.|*Three.", "[…] Two. Three.")]
    [InlineData("*One.|*Two.|Three.", "One. Two. […]")]
    [InlineData("*One.|Two.|*Three.", "One. […] Four.")]
    public void A_gap_that_is_missing_or_too_many_is_found(string article, string shown)
    {
        var (sentences, chosen) = Read(article);
        Assert.Contains(SummaryChecker.CheckGaps(sentences, chosen, shown), finding => finding.Fault == Fault.WrongGap);
    }

    [Theory]
    [InlineData("*One.|Two.|*Three.", "One. […] Three.")]
    [InlineData("*One.|*Two.|Three.", "One. Two.")]
    [InlineData("One.|*Two.|*Three.|Four.|*Five.", "Two. Three. […] Five.")]
    public void Right_gaps_pass(string article, string shown)
    {
        var (sentences, chosen) = Read(article);
        Assert.Empty(SummaryChecker.CheckGaps(sentences, chosen, shown));
    }

    [Theory]
    [InlineData("*Ann Lee left town.|*She came back in May.")]
    [InlineData("*The bridge fell.|*However, nobody was hurt.")]
    [InlineData("*The bridge fell.|*This surprised the engineers.")]
    [InlineData("Rain fell.|*This week the bridge fell.")]
    [InlineData("Rain fell.|*This year's budget is small.")]
    [InlineData("Rain fell.|*This past winter was mild.")]
    [InlineData("Rain fell.|*These days the town is quiet.")]
    [InlineData("Rain fell.|*Those who stayed were saved.")]
    [InlineData("Rain fell.|*Those arrested are young.")]
    [InlineData("Rain fell.|*So far nobody was hurt.")]
    [InlineData("Rain fell.|*It is not clear whether the bridge will hold.")]
    [InlineData("Rain fell.|*It was the first time the bridge fell.")]
    [InlineData("Rain fell.|*There were no trains on Monday.")]
    [InlineData("Rain fell.|*The two Koreas met.")]
    [InlineData("Rain fell.|*In her speech, Ann Lee praised the town.")]
    [InlineData("Rain fell.|*After the storm the bridge fell.")]
    [InlineData("Rain fell.|*In May this bridge will close.")]
    [InlineData("*She may be 90, but Ann Lee still swims.|Rain fell.")]
    [InlineData("LONDON (Reuters) - Rain fell.|*Theirry Martin won.")]
    [InlineData("*LONDON (Reuters) - The bridge fell.|Rain fell.")]
    [InlineData("*Ann Lee said: \"The whole town is under water today.\"")]
    [InlineData("*\"The whole town is under water today,\" Ann Lee said.")]
    [InlineData("*\"The whole town is under water today,\" said the mayor.")]
    [InlineData("*\"The whole town is under water today,\" a spokesman said.")]
    [InlineData("*“The whole town is under water today,” Ann Lee told a paper.")]
    [InlineData("*According to Ann Lee, \"the whole town is under water today\".")]
    [InlineData("*Ann Lee wept.|*\"The whole town is under water,\" she said.")]
    [InlineData("*\"The town is under water,\" Ann Lee said.|*\"We lost all that we had here.\"")]
    [InlineData("*Ann Lee said:|*\"The whole town is under water today.\"")]
    [InlineData("*\"We lost it all.|*The town is under water,\" Ann Lee said.")]
    [InlineData("*Ann Lee added: \"We lost it all.|*The town is under water.\"")]
    [InlineData("*'The whole town is under water today,' Ann Lee said.")]
    [InlineData("*Ann Lee said the town is \"under water\" today.")]
    [InlineData("*The film \"Night Train\" opened on Monday in the capital.")]
    [InlineData("*The farmers' union and the miners' union met in Springfield.")]
    [InlineData("*The wall is 6' 9\" high and a hundred years old.")]
    [InlineData("*The bridge over the river fell on Monday.|*Ann Lee won the mayoral election in Springfield.")]
    [InlineData("*Three bridges closed.|*Three schools opened in Springfield.")]
    [InlineData("*The newspaper fights for its readers.")]
    [InlineData("*The photo shows the bridge before the storm.")]
    [InlineData("*By Friday the water had reached the town hall.")]
    [InlineData("*The company published its figures and updated its forecast.")]
    [InlineData("*Police asked residents to share pictures of the storm.")]
    public void What_reads_well_passes(string article)
    {
        var (sentences, chosen) = Read(article);
        Assert.Empty(SummaryChecker.Check(sentences, chosen));
    }

    private static void Finds(Fault fault, string article)
    {
        var (sentences, chosen) = Read(article);
        Assert.Contains(SummaryChecker.Check(sentences, chosen), finding => finding.Fault == fault);
    }

    private static (string[] Sentences, int[] Chosen) Read(string article)
    {
        var marked = article.Split('|');
        return ([.. marked.Select(sentence => sentence.TrimStart('*'))], [.. Enumerable.Range(0, marked.Length).Where(i => marked[i].StartsWith('*'))]);
    }
}
