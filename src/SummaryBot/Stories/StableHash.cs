using System.Runtime.InteropServices;

namespace SummaryBot.Stories;

/// <summary>FNV-1a with a final mix: the same in every process.</summary>
internal static class StableHash
{
    public static uint Of(ReadOnlySpan<char> word) => Of(MemoryMarshal.Cast<char, ushort>(word));

    public static uint Of(ReadOnlySpan<uint> words)
    {
        var hash = 2166136261u;
        foreach (var word in words)
        {
            hash = Mix((hash ^ word) * 16777619u);
        }

        return hash;
    }

    private static uint Of(ReadOnlySpan<ushort> units)
    {
        var hash = 2166136261u;
        foreach (var unit in units)
        {
            hash = (hash ^ unit) * 16777619u;
        }

        return Mix(hash);
    }

    /// <summary>The finalizer of MurmurHash3, public domain.</summary>
    private static uint Mix(uint hash)
    {
        hash = (hash ^ (hash >> 16)) * 0x85ebca6bu;
        hash = (hash ^ (hash >> 13)) * 0xc2b2ae35u;
        return hash ^ (hash >> 16);
    }
}
