using System.Numerics;

namespace SummaryBot.Summarization.Analysis;

/// <summary>The distinct pairs of terms that stand side by side in a sentence; a bigram's number is its place.</summary>
internal sealed class Bigrams
{
    public Bigrams(AnalyzedText text)
    {
        var tokens = text.Sentences.Sum(sentence => sentence.Tokens.Length);
        var numbers = new Numbers(tokens);
        OfSentence = Array.ConvertAll(text.Sentences, sentence => numbers.Of(sentence.Tokens));
        Pairs = numbers.Pairs;
        (Occurrences, SentenceFrequency, First, Last) = (new int[Count], new int[Count], new int[Count], new int[Count]);
        (Nearness, PlaceInSentence) = (new float[Count], new float[Count]);
        Array.Fill(Last, -1);
        for (var i = 0; i < OfSentence.Length; i++)
        {
            OfSentence[i] = Read(OfSentence[i], i, text.Sentences[i].Tokens.Length);
        }
    }

    public int Count => Pairs.Length;

    public (int One, int Other)[] Pairs { get; }

    public int[] Occurrences { get; }

    public int[] SentenceFrequency { get; }

    /// <summary>The first sentence with it.</summary>
    public int[] First { get; }

    /// <summary>The last sentence with it.</summary>
    public int[] Last { get; }

    /// <summary>The sum of 1 / (place + 1) of the sentences with it.</summary>
    public float[] Nearness { get; }

    /// <summary>Where in its first sentence, 0 to 1.</summary>
    public float[] PlaceInSentence { get; }

    /// <summary>For each sentence, its distinct bigrams.</summary>
    public int[][] OfSentence { get; }

    /// <param name="bigrams">All of the sentence, in order; the distinct ones are left at the front.</param>
    /// <param name="sentence">Its place.</param>
    /// <param name="tokens">How many it has.</param>
    private int[] Read(int[] bigrams, int sentence, int tokens)
    {
        var distinct = 0;
        for (var at = 0; at < bigrams.Length; at++)
        {
            var bigram = bigrams[at];
            if (Occurrences[bigram]++ == 0)
            {
                (First[bigram], PlaceInSentence[bigram]) = (sentence, (float)at / tokens);
            }

            if (Last[bigram] != sentence)
            {
                Last[bigram] = sentence;
                SentenceFrequency[bigram]++;
                Nearness[bigram] += 1f / (sentence + 1);
                bigrams[distinct++] = bigram;
            }
        }

        return distinct == bigrams.Length ? bigrams : bigrams[..distinct];
    }

    /// <summary>Numbers pairs in the order of their first appearance: a hash table of chains in arrays, as a dictionary would take three times as long.</summary>
    private sealed class Numbers(int most)
    {
        private readonly int[] _last = new int[BitOperations.RoundUpToPowerOf2((uint)most + 1)]; // 1 + the last number that fell there
        private readonly int[] _before = new int[most];
        private readonly (int One, int Other)[] _pairs = new (int, int)[most];
        private int _count;

        public (int One, int Other)[] Pairs => _pairs[.._count];

        public int[] Of(int[] tokens)
        {
            var numbers = new int[Math.Max(0, tokens.Length - 1)];
            for (var at = 0; at < numbers.Length; at++)
            {
                numbers[at] = Of((tokens[at], tokens[at + 1]));
            }

            return numbers;
        }

        private int Of((int One, int Other) pair)
        {
            ref var last = ref _last[HashCode.Combine(pair.One, pair.Other) & (_last.Length - 1)];
            for (var number = last; number > 0; number = _before[number - 1])
            {
                if (_pairs[number - 1] == pair)
                {
                    return number - 1;
                }
            }

            (_pairs[_count], _before[_count]) = (pair, last);
            last = _count + 1;
            return _count++;
        }
    }
}
