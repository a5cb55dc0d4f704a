namespace SummaryBot.Summarization.Ranking;

internal static class Order
{
    /// <summary>The places of values from the highest to the lowest; of equals the earlier comes first.</summary>
    public static int[] Descending(ReadOnlySpan<float> values)
    {
        var places = new int[values.Length];
        var keys = new ulong[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            places[i] = i;
            keys[i] = Key(values[i], i);
        }

        Array.Sort(keys, places);
        return places;
    }

    /// <summary>Ascends as the value descends; the place breaks ties, so that the order does not hang on how sorting works.</summary>
    private static ulong Key(float value, int place)
    {
        var bits = BitConverter.SingleToUInt32Bits(value + 0f); // -0 becomes 0
        var ascending = (bits & 0x80000000) != 0 ? ~bits : bits | 0x80000000;
        return ((ulong)~ascending << 32) | (uint)place;
    }
}
