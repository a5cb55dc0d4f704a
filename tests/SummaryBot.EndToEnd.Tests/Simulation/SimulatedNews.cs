using System.Text.Json.Nodes;

namespace SummaryBot.EndToEnd.Tests.Simulation;

/// <summary>One event as invented outlets tell it, and others that have nothing to do with it, as rows of a simulation.</summary>
internal static class SimulatedNews
{
    public const string NewFact = "The terminal at Elmouth gives work to 320 people from the town.";

    public static JsonObject Post(string seenAt) => Row(
        "post",
        "Harbor Post",
        seenAt,
        "Second terminal opens at the port of Elmouth",
        "The port of Elmouth opened its second container terminal on Sunday. The terminal can handle 54 containers an hour. "
        + "The first terminal of the port was built in 1998 and had become too small. Ships had waited for up to three days in January.\n\n"
        + "Residents of the old town of Elmouth have asked for a noise barrier. A band played at the opening of the terminal.");

    public static JsonObject Courier(string seenAt) => Row(
        "courier",
        "Valley Courier",
        seenAt,
        "Second terminal opens at the port of Elmouth",
        "A second container terminal was opened at the port of Elmouth on Sunday. The terminal cost 210 million and took four years to build. "
        + "It makes Elmouth the largest container port on the coast. The port director of Elmouth, Ines Calder, thanked the workers of the terminal.");

    public static JsonObject Gazette(string seenAt) => Row(
        "gazette",
        "Harbor Gazette",
        seenAt,
        "New terminal at the port of Elmouth",
        $"Elmouth has a new container terminal at its port since Sunday. {NewFact} "
        + "He said that the port of Elmouth would grow. The containers come from three countries.");

    public static JsonObject Bridge(string seenAt) => Row(
        "bridge",
        "Hill Post",
        seenAt,
        "Old bridge closes for eighteen months",
        "The old bridge over the Lorn closes for eighteen months. Engineers found cracks in two of its nine arches. Buses take the northern road, "
        + "which adds eleven minutes. The repair costs 14 million, of which the state pays half.");

    public static JsonObject School(string seenAt) => Row(
        "school",
        "Larch Echo",
        seenAt,
        "School of Larch gets a roof of red tiles",
        "The school of Larch has a new roof of red tiles. Forty carpenters worked on it for a whole summer. Children painted the doors in nine colors.");

    public static JsonObject Orchard(string seenAt) => Row(
        "orchard",
        "Fen Times",
        seenAt,
        "Late frost takes half of the apple harvest",
        "A late frost has taken half of the apple harvest around Fenwick. Growers lit 3,000 small fires between the trees. Cider will be dearer in autumn, the growers say.");

    public static JsonObject Row(string id, string source, string seenAt, string title, string text) => new()
    {
        ["id"] = id,
        ["title"] = title,
        ["text"] = text,
        ["source"] = source,
        ["publishedAt"] = seenAt,
    };
}
