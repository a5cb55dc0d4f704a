namespace SummaryBot.Summarization.Reading;

/// <summary>Follows needs from sentence to sentence.</summary>
internal static class NeedChains
{
    /// <summary>A sentence whose chain of needs leaves the text or meets one that never stands, never stands itself.</summary>
    /// <remarks>Every sentence is walked once; two that need each other are a whole.</remarks>
    public static void GiveUpBroken(int[] needs)
    {
        var state = new byte[needs.Length]; // 0 unseen, 1 on the way, 2 done
        var way = new Stack<int>();
        for (var start = 0; start < needs.Length; start++)
        {
            var at = start;
            while (at >= 0 && at < needs.Length && state[at] == 0)
            {
                state[at] = 1;
                way.Push(at);
                at = needs[at];
            }

            var isBroken = at != ReadingRules.Nothing && (at < 0 || at >= needs.Length || needs[at] == ReadingRules.Never);
            while (way.TryPop(out var passed))
            {
                state[passed] = 2;
                needs[passed] = isBroken ? ReadingRules.Never : needs[passed];
            }
        }
    }
}
