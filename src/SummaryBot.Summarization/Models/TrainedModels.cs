namespace SummaryBot.Summarization.Models;

/// <summary>All that was trained.</summary>
/// <param name="Vocabulary">English terms.</param>
/// <param name="English">Weights for texts whose terms the vocabulary may know.</param>
/// <param name="Other">Weights that count on no vocabulary, for texts in any other language.</param>
internal sealed record TrainedModels(Vocabulary Vocabulary, SummaryModel English, SummaryModel Other)
{
    private const string Resource = "SummaryBot.Summarization.weights.bin";

    private static readonly Lazy<TrainedModels> Loaded = new(Load);

    /// <summary>Those that came with the library, loaded at the first use.</summary>
    public static TrainedModels Default => Loaded.Value;

    private static TrainedModels Load()
    {
        using var stream = typeof(TrainedModels).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException("The library was built without its weights.");
        return ModelFile.Read(stream);
    }
}
