namespace SummaryBot.Summarization.Ranking;

internal static class Order
{
    /// <summary>The places of values from the highest to the lowest; of equals the earlier comes first.</summary>
    public static int[] Descending(ReadOnlySpan<double> values)
    {
        var places = new int[values.Length];
        var keys = new (double Negative, int Place)[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            places[i] = i;
            keys[i] = (-values[i], i);
        }

        Array.Sort(keys, places);
        return places;
    }
}
