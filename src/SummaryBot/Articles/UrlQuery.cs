using System.Collections.Frozen;

namespace SummaryBot.Articles;

/// <summary>A query without what tells where a reader came from or which variant of the page it is.</summary>
internal static class UrlQuery
{
    private static readonly string[] TrackingPrefixes =
    [
        "utm_", "hsa_", "pk_", "mtm_", "piwik_", "matomo_", "__hs", "_hs", "fb_action_", "at_campaign", "at_medium", "at_custom", "at_link", "at_ptr", "at_bbc", "at_format",
    ];

    private static readonly FrozenSet<string> Tracking = new[]
    {
        "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "twclid", "ttclid", "yclid", "ysclid", "li_fat_id", "igshid", "igsh", "mc_cid", "mc_eid",
        "mkt_tok", "vero_id", "vero_conv", "oly_enc_id", "oly_anon_id", "_openstat", "s_cid", "s_kwcid", "icid", "ncid", "cmpid", "cmp", "ito", "xtor", "ns_mchannel",
        "ns_campaign", "ns_source", "ns_linkname", "ns_fee", "guccounter", "guce_referrer", "guce_referrer_sig", "smid", "smtyp", "tpcc", "sref", "ref_src", "ref_url",
        "referrer", "referer", "ftag", "spm", "soc_src", "soc_trk", "spref", "wprov", "trk", "trkinfo", "__twitter_impression", "_ga", "_gl", "fb_source", "fb_ref",
        "action_object_map", "action_type_map", "action_ref_map",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Sessions =
        new[] { "phpsessid", "jsessionid", "sessionid", "session_id", "sid" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Channels =
        new[] { "rss", "feed", "atom", "twitter", "facebook", "email", "newsletter", "social", "share" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Yes = new[] { "", "1", "true", "yes", "y", "print", "amp" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What is left, with its question mark; empty where nothing is.</summary>
    /// <param name="query">As an address has it.</param>
    /// <param name="host">Lower case.</param>
    public static string Of(string query, string host)
    {
        var kept = query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(part => !IsNothing(part, host));
        return string.Join('&', kept) is { Length: > 0 } rest ? $"?{rest}" : "";
    }

    private static bool IsNothing(string part, string host)
    {
        var equals = part.IndexOf('=', StringComparison.Ordinal);
        var key = Lower(equals < 0 ? part : part[..equals]);
        while (key.StartsWith("amp;", StringComparison.Ordinal)) // somebody escaped the ampersand twice
        {
            key = key[4..];
        }

        var value = Lower(equals < 0 ? "" : part[(equals + 1)..]);
        return Tracking.Contains(key)
            || Array.Exists(TrackingPrefixes, prefix => key.StartsWith(prefix, StringComparison.Ordinal))
            || IsSession(key, value) || IsChannel(key, value) || IsVariant(key, value, host);
    }

    /// <summary>A short <c>sid</c> may be the number of a story.</summary>
    private static bool IsSession(string key, string value) =>
        (Sessions.Contains(key) && value.Length >= 16 && value.All(char.IsAsciiLetterOrDigit)) || key.StartsWith("aspsessionid", StringComparison.Ordinal);

    private static bool IsChannel(string key, string value) => key switch
    {
        "ref" => value.Length > 0 && !value.Any(char.IsAsciiDigit), // a number may be an article's
        "source" or "src" or "from" or "partner" or "emc" or "share" => Channels.Contains(value),
        "rss" => Yes.Contains(value),
        _ => false,
    };

    private static bool IsVariant(string key, string value, string host) => key switch
    {
        "print" or "printable" or "amp" => Yes.Contains(value),
        "output" or "outputtype" or "view" or "format" or "mode" => value is "amp" or "amp-type" or "print",
        "mobile" => value is "1" or "true",
        "m" => value is "0" or "1" && host.Contains(".blogspot.", StringComparison.Ordinal),
        _ => false,
    };

#pragma warning disable CA1308 // the tables are in lower case, as these words are written
    private static string Lower(string text) => text.ToLowerInvariant();
#pragma warning restore CA1308
}
