using System.Text;
using System.Xml;

namespace SummaryBot.Digests.Archive;

/// <summary>What both kinds of feeds share.</summary>
internal static class FeedXml
{
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineHandling = NewLineHandling.Entitize };

    public static byte[] Write(Action<XmlWriter> document)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, Settings))
        {
            xml.WriteStartDocument();
            document(xml);
        }

        return stream.ToArray();
    }

    public static void Element(XmlWriter xml, string name, string? text)
    {
        if (text is not null)
        {
            xml.WriteElementString(name, text);
        }
    }

    public static void Language(XmlWriter xml, string? language)
    {
        if (language is not null)
        {
            xml.WriteAttributeString("xml", "lang", null, language);
        }
    }
}
