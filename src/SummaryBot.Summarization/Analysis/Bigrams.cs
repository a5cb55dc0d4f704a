using System.Runtime.InteropServices;

namespace SummaryBot.Summarization.Analysis;

/// <summary>The distinct pairs of terms that stand side by side in a sentence; a bigram's number is its place.</summary>
internal sealed class Bigrams
{
    /// <summary>Bigrams of a usual article.</summary>
    private const int Expected = 1024;

    private readonly Dictionary<ulong, int> _numbers = new(Expected);

    public Bigrams(AnalyzedText text)
    {
        OfSentence = new int[text.Sentences.Length][];
        for (var i = 0; i < OfSentence.Length; i++)
        {
            OfSentence[i] = Read(text.Sentences[i].Tokens, i);
        }
    }

    public int Count => Pairs.Count;

    public List<(int One, int Other)> Pairs { get; } = new(Expected);

    public List<int> Occurrences { get; } = new(Expected);

    public List<int> SentenceFrequency { get; } = new(Expected);

    /// <summary>The first sentence with it.</summary>
    public List<int> First { get; } = new(Expected);

    /// <summary>The last sentence with it.</summary>
    public List<int> Last { get; } = new(Expected);

    /// <summary>The sum of 1 / (place + 1) of the sentences with it.</summary>
    public List<float> Nearness { get; } = new(Expected);

    /// <summary>Where in its first sentence, 0 to 1.</summary>
    public List<float> PlaceInSentence { get; } = new(Expected);

    /// <summary>For each sentence, its distinct bigrams.</summary>
    public int[][] OfSentence { get; }

    private int[] Read(int[] tokens, int sentence)
    {
        var distinct = new List<int>(tokens.Length);
        for (var at = 0; at + 1 < tokens.Length; at++)
        {
            var bigram = Number((tokens[at], tokens[at + 1]), sentence, (float)at / tokens.Length);
            Occurrences[bigram]++;
            if (Last[bigram] != sentence)
            {
                Last[bigram] = sentence;
                SentenceFrequency[bigram]++;
                Nearness[bigram] += 1f / (sentence + 1);
                distinct.Add(bigram);
            }
        }

        return [.. distinct];
    }

    private int Number((int One, int Other) pair, int sentence, float place)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, ((ulong)(uint)pair.One << 32) | (uint)pair.Other, out var isKnown);
        if (!isKnown)
        {
            number = Pairs.Count;
            Pairs.Add(pair);
            Occurrences.Add(0);
            SentenceFrequency.Add(0);
            First.Add(sentence);
            Last.Add(-1);
            Nearness.Add(0);
            PlaceInSentence.Add(place);
        }

        return number;
    }
}
