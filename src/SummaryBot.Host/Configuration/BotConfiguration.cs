using System.Globalization;
using SummaryBot.Digests;
using SummaryBot.Operations;

namespace SummaryBot.Host.Configuration;

/// <summary>What the file and the environment say, checked. A fault is one line: key, value, remedy.</summary>
internal sealed class BotConfiguration
{
    public const string DefaultPath = "config/summarybot.json";
    private const string EnvironmentPrefix = "SUMMARYBOT__";
    private const string TokenKey = "discord:token";

    private BotConfiguration(IConfigurationRoot values, string? token, Brands brands, IReadOnlyList<string> faults)
    {
        Values = values;
        DiscordToken = token;
        Brands = brands;
        Secrets = new Secrets(SecretValues.In(values, token));
        Faults = [.. faults.Select(Secrets.Redact)];
    }

    public IConfiguration Values { get; }

    /// <summary>From the environment or a secret file; null where there is none.</summary>
    public string? DiscordToken { get; }

    public Secrets Secrets { get; }

    public Brands Brands { get; }

    public IReadOnlyList<string> Faults { get; }

    public bool UsesPostgreSql => this["storage:postgreSql"].Length > 0;

    /// <summary>The value of an option of <see cref="SettingRule.All"/>, or its default.</summary>
    public string this[string key] => Values[key] ?? SettingRule.All.Single(
        rule => string.Equals(rule.Key, key, StringComparison.Ordinal)).Default;

    /// <param name="path">The file that the user named; null takes the usual one where it exists.</param>
    public static BotConfiguration Load(string? path)
    {
        var faults = new List<string>();
        var file = File(path, faults);
        var values = new ConfigurationBuilder().AddConfiguration(file).AddEnvironmentVariables(EnvironmentPrefix).Build();
        if (!string.IsNullOrEmpty(file[TokenKey]))
        {
            faults.Add($"{TokenKey}: a token does not belong in the configuration file. Put it into {EnvironmentPrefix}DISCORD__TOKEN or a file named by discord:tokenFile.");
        }

        faults.AddRange(SettingRule.All.Where(rule => values[rule.Key] is { } text && !rule.IsValid(text))
            .Select(rule => $"{rule.Key} \"{values[rule.Key]}\": write {rule.Remedy}."));
        faults.AddRange(Unknown(values));
        faults.AddRange(WayIn(values));
        faults.AddRange(Intervals(values));
        faults.AddRange(ConfiguredDigests.In(values).OfType<DigestReadResult.Faulty>().SelectMany(faulty => faulty.Faults).Select(fault => $"digests: {fault}"));
        return new BotConfiguration(values, Token(values), ConfiguredBrands.In(values, faults), faults);
    }

    private static IConfigurationRoot File(string? path, List<string> faults)
    {
        var used = path ?? new[] { DefaultPath, Path.Combine(AppContext.BaseDirectory, DefaultPath) }.FirstOrDefault(System.IO.File.Exists);
        try
        {
            var builder = new ConfigurationBuilder();
            return used is null ? builder.Build() : builder.AddJsonFile(Path.GetFullPath(used), optional: false).Build();
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            faults.Add(
                $"{used}: {(e.InnerException ?? e).Message.ReplaceLineEndings(" ")} Correct the file, or name another with --config.");
            return new ConfigurationBuilder().Build();
        }
    }

    private static string? Token(IConfiguration values)
    {
        var file = values["discord:tokenFile"];
        var token = values[TokenKey] ?? (
            string.IsNullOrEmpty(file) || !System.IO.File.Exists(file) ? null : System.IO.File.ReadAllText(file));
        return string.IsNullOrWhiteSpace(token) ? null : token.Trim();
    }

    /// <summary>What the way in over HTTP needs beside its address.</summary>
    private static IEnumerable<string> WayIn(IConfiguration values)
    {
        if (values["discord:interactionsEndpoint"] is not { Length: > 0 } text || !Uri.TryCreate(text, UriKind.Absolute, out var address))
        {
            yield break;
        }

        if (string.IsNullOrEmpty(values["discord:publicKey"]))
        {
            yield return "discord:publicKey \"\": with discord:interactionsEndpoint write the application's public key, from the developer portal.";
        }

        if (Uri.TryCreate(values["health:address"] ?? "http://127.0.0.1:8720", UriKind.Absolute, out var health) && health.Port == address.Port)
        {
            yield return $"discord:interactionsEndpoint \"{text}\": health:address has that port; write another.";
        }
    }

    private static IEnumerable<string> Intervals(IConfiguration values)
    {
        if (Interval("sources:minInterval") is { } least && Interval("sources:maxInterval") is { } most && least > most)
        {
            yield return $"sources:maxInterval \"{most:c}\": write at least sources:minInterval, {least:c}.";
        }

        TimeSpan? Interval(string key) => TimeSpan.TryParse(
            values[key] ?? SettingRule.All.Single(rule => string.Equals(rule.Key, key, StringComparison.Ordinal)).Default, CultureInfo.InvariantCulture, out var value)
            ? value : null;
    }

    private static IEnumerable<string> Unknown(IConfiguration values)
    {
        var known = SettingRule.All.Select(rule => rule.Key).Append(TokenKey).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return values.AsEnumerable()
            .Where(pair => pair.Value is not null && !known.Contains(pair.Key) && !pair.Key.StartsWith("digests:", StringComparison.OrdinalIgnoreCase)
                && !pair.Key.StartsWith($"{ConfiguredBrands.Section}:", StringComparison.OrdinalIgnoreCase))
            .Select(pair => $"{pair.Key}: there is no such option. The options are in {DefaultPath}.");
    }
}
