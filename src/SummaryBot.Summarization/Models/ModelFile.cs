using System.Runtime.InteropServices;
using System.Text;

namespace SummaryBot.Summarization.Models;

/// <summary>Reads and writes all trained weights: little-endian, arrays with their length before them, a version first.</summary>
internal static class ModelFile
{
    private const string Magic = "SummaryBot weights";

    /// <summary>Goes up whenever a feature or the layout changes: weights of another version are refused.</summary>
    private const int Version = 1;

    public static void Write(Stream stream, TrainedModels models)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(Version);
        var vocabulary = models.Vocabulary;
        writer.Write(string.Join('\n', vocabulary.Terms));
        Write(writer, Array.ConvertAll(vocabulary.Priors, prior => prior.Idf));
        Write(writer, Array.ConvertAll(vocabulary.Priors, prior => prior.Rate));
        Write(writer, Array.ConvertAll(vocabulary.Priors, prior => prior.Seen));
        Write(writer, vocabulary.Embeddings.Steps);
        Write(writer, vocabulary.Embeddings.Weights);
        Write(writer, vocabulary.Embeddings.Common);
        Write(writer, models.English);
        Write(writer, models.Other);
    }

    /// <exception cref="InvalidDataException">The stream holds something else, or weights of another version.</exception>
    public static TrainedModels Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        if (!string.Equals(reader.ReadString(), Magic, StringComparison.Ordinal) || reader.ReadInt32() != Version)
        {
            throw new InvalidDataException("The weights are of another version: train them anew (see the README of SummaryBot.Summarization.Training).");
        }

        var terms = reader.ReadString().Split('\n');
        var (idf, rate, seen) = (Floats(reader), Floats(reader), Floats(reader));
        var priors = new TermPrior[terms.Length];
        for (var i = 0; i < priors.Length; i++)
        {
            priors[i] = new TermPrior(idf[i], rate[i], seen[i]);
        }

        var embeddings = new Embeddings(ReadArray<sbyte>(reader), Floats(reader), Floats(reader));
        return new TrainedModels(new Vocabulary(terms, priors, embeddings), Model(reader), Model(reader));
    }

    private static void Write(BinaryWriter writer, SummaryModel model)
    {
        Write(writer, model.Terms);
        Write(writer, model.Bigrams);
        writer.Write(model.SentenceNetworks.Length);
        Array.ForEach(model.SentenceNetworks, network => Write(writer, network));
        writer.Write(model.Sentences.Length);
        Array.ForEach(model.Sentences, linear => Write(writer, linear));
        writer.Write(model.Sets.Length);
        Array.ForEach(model.Sets, linear => Write(writer, linear));
    }

    private static SummaryModel Model(BinaryReader reader) => new(
        Network(reader), Network(reader), Many(reader, Network), Many(reader, Linear), Many(reader, Linear));

    private static T[] Many<T>(BinaryReader reader, Func<BinaryReader, T> read)
    {
        var many = new T[reader.ReadInt32()];
        for (var i = 0; i < many.Length; i++)
        {
            many[i] = read(reader);
        }

        return many;
    }

    private static void Write(BinaryWriter writer, BinnedNetwork network)
    {
        writer.Write(network.Edges.Length);
        Array.ForEach(network.Edges, edges => Write(writer, edges));
        Write(writer, network.Vectors);
        Write(writer, network.Middle);
        Write(writer, network.MiddleBias);
        Write(writer, network.Last);
        writer.Write(network.LastBias);
    }

    private static BinnedNetwork Network(BinaryReader reader) =>
        new(Many(reader, Floats), Floats(reader), Floats(reader), Floats(reader), Floats(reader), reader.ReadSingle());

    private static void Write(BinaryWriter writer, LinearModel model)
    {
        writer.Write(model.Bias);
        Write(writer, model.Means);
        Write(writer, model.Deviations);
        writer.Write(model.Clip);
        Write(writer, model.Weights);
    }

    private static LinearModel Linear(BinaryReader reader) => new(reader.ReadSingle(), Floats(reader), Floats(reader), reader.ReadSingle(), Floats(reader));

    private static void Write<T>(BinaryWriter writer, T[] values)
        where T : unmanaged
    {
        writer.Write(values.Length);
        writer.Write(MemoryMarshal.AsBytes(values.AsSpan()));
    }

    private static float[] Floats(BinaryReader reader) => ReadArray<float>(reader);

    /// <summary>The bytes lie as a little-endian processor holds them, which all that .NET runs on here are.</summary>
    private static T[] ReadArray<T>(BinaryReader reader)
        where T : unmanaged
    {
        var values = new T[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }
}
