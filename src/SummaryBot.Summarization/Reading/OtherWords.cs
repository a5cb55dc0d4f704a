using System.Collections.Frozen;

namespace SummaryBot.Summarization.Reading;

/// <summary>The words by which sentences of other languages lean on others: the plain cases only.</summary>
internal static class OtherWords
{
    public static FrozenDictionary<string, Lazy<ReadingLanguage>> Languages { get; } =
        new Dictionary<string, Lazy<ReadingLanguage>>(StringComparer.Ordinal)
        {
            ["az"] = new(() => ReadingLanguage.From(
                "az",
                leaning: "o, onlar, onun, onların, bu, bunlar, bunun, bunu, buna, bundan, həmin, lakin, amma, ancaq, və, buna görə, "
                    + "bununla belə, bununla yanaşı, eyni zamanda, həmçinin, bundan əlavə, bundan sonra, bundan başqa, sonra, belə, "
                    + "beləliklə, hər ikisi, digərləri, ona görə, onu, ona, əksinə, məsələn, bunun üçün",
                standing: "bu il, bu gün, bu həftə, bu ay, bu səhər, bu axşam, bu ilin, o cümlədən, o ki",
                introducers: string.Empty,
                pronouns: "o, onlar, onun, onların",
                speech: "dedi, deyib, bildirib, bildirdi, söylədi, söyləyib, qeyd, vurğulayıb, vurğuladı, əlavə, yazıb, yazdı, deyir, "
                    + "açıqlayıb, sözlərinə, görə, deyə, bildirir, cavab")),
            ["tr"] = new(() => ReadingLanguage.From(
                "tr",
                leaning: "o, onlar, onun, onların, bu, bunlar, bunun, bunu, buna, bundan, ancak, ama, fakat, ve, ayrıca, bununla birlikte, "
                    + "bu nedenle, bunun üzerine, öte yandan, sonra, böylece, oysa, yine de, dolayısıyla, ikisi, her ikisi, diğerleri, "
                    + "söz konusu, onu, ona, örneğin, aynı zamanda",
                standing: "bu yıl, bu hafta, bu ay, bu sabah, bu akşam, bu gece, bu sezon, bu yılın",
                introducers: string.Empty,
                pronouns: "o, onlar, onun, onların",
                speech: "dedi, söyledi, belirtti, ifade, açıkladı, vurguladı, ekledi, kaydetti, yazdı, konuştu, diyor, söylüyor, göre, "
                    + "diye, bildirdi, sordu")),
            ["ru"] = new(() => ReadingLanguage.From(
                "ru",
                leaning: "он, она, оно, они, его, её, ее, их, ему, ей, им, это, этот, эта, эти, этого, этому, такой, такая, такие, "
                    + "таким образом, но, однако, и, а, также, кроме того, поэтому, при этом, затем, потом, тем не менее, тогда, оба, "
                    + "обе, другие, там, здесь, зато, к тому же, например, в результате, после этого, об этом, тем временем, "
                    + "в то же время, с другой стороны, впрочем, иначе, следовательно, один из них, одна из них",
                standing: "это утро, эти дни, там же",
                introducers: string.Empty,
                pronouns: "он, она, они, его, её, ее, их",
                speech: "сказал, сказала, сказали, заявил, заявила, заявили, сообщил, сообщила, сообщили, отметил, отметила, добавил, "
                    + "добавила, подчеркнул, подчеркнула, рассказал, рассказала, пояснил, пояснила, написал, написала, говорит, считает, "
                    + "словам, уточнил, уточнила, заметил, говорится, передает, передаёт, пишет, спросил, ответил")),
            ["uk"] = new(() => ReadingLanguage.From(
                "uk",
                leaning: "він, вона, воно, вони, його, її, їх, їхній, йому, їй, це, цей, ця, ці, цього, такий, така, такі, таким чином, "
                    + "але, однак, проте, і, й, а, також, крім того, тому, при цьому, потім, тим не менш, тоді, обидва, обидві, інші, "
                    + "там, тут, зате, до того ж, наприклад, внаслідок цього, після цього, про це, тим часом, водночас, один із них",
                standing: "ці дні",
                introducers: string.Empty,
                pronouns: "він, вона, вони, його, її, їх",
                speech: "сказав, сказала, сказали, заявив, заявила, заявили, повідомив, повідомила, повідомили, зазначив, зазначила, "
                    + "додав, додала, наголосив, наголосила, розповів, розповіла, пояснив, пояснила, написав, написала, каже, вважає, "
                    + "словами, уточнив, йдеться, пише, запитав, відповів, підкреслив")),
            ["de"] = new(() => ReadingLanguage.From(
                "de",
                leaning: "er, sie, sein, seine, seinen, seiner, ihr, ihre, ihren, ihrer, ihm, ihnen, dies, diese, dieser, dieses, diesen, "
                    + "diesem, das ist, das war, das sei, das hat, solche, solch, beide, aber, doch, und, jedoch, allerdings, deshalb, "
                    + "deswegen, daher, darum, dann, danach, auch, außerdem, zudem, trotzdem, dennoch, stattdessen, somit, dabei, dazu, "
                    + "dafür, dagegen, damit, daraufhin, davon, hingegen, ebenso, so, zum beispiel, andere, dort, hier, einer von ihnen, "
                    + "denn, sondern, sonst",
                standing: "diese woche, dieses jahr, diesen monat, diesen sommer, diesen winter, diesen montag, diesen freitag, so viele, "
                    + "sie haben, damit die",
                introducers: string.Empty,
                pronouns: "er, sie, ihm, ihr, ihnen, sein, seine, ihre",
                speech: "sagte, sagt, sagten, erklärte, erklärt, erklärten, teilte, betonte, betont, meinte, meint, fügte, schrieb, "
                    + "schreibt, berichtete, berichtet, forderte, kritisierte, warnte, kündigte, so, zufolge, laut, hieß, heißt, "
                    + "ergänzte, fragte, antwortete, äußerte, twitterte")),
            ["fr"] = new(() => ReadingLanguage.From(
                "fr",
                leaning: "il, elle, ils, elles, son, sa, ses, leur, leurs, lui, ce, cet, cette, ces, cela, ça, c, celui-ci, celle-ci, "
                    + "ceux-ci, mais, et, cependant, toutefois, pourtant, donc, alors, ainsi, puis, ensuite, aussi, de plus, en outre, "
                    + "par ailleurs, en revanche, par conséquent, par exemple, néanmoins, or, les deux, d'autres, tous deux, l'un d'eux, "
                    + "dans ce cas, pour cela, après cela, en effet, à l'inverse",
                standing: "il y, il faut, il faudra, il est possible, il est probable, il reste, cette semaine, cette année, ce mois, "
                    + "ce matin, ce soir, cet été, cet hiver, cet automne, ce lundi, ce mardi, ce mercredi, ce jeudi, ce vendredi, "
                    + "ce samedi, ce dimanche, ces derniers jours, et si, ainsi que, ce printemps",
                introducers: string.Empty,
                pronouns: "il, elle, ils, elles, on, t-il, t-elle",
                speech: "dit, déclaré, affirmé, expliqué, ajouté, indiqué, précisé, estimé, annoncé, souligné, raconté, écrit, selon, "
                    + "assuré, affirme, explique, ajoute, indique, précise, estime, déclare, souligne, raconte, assure, dit-il, "
                    + "dit-elle, a-t-il, a-t-elle, lancé, rappelé, confié, regrette, demandé, répondu")),
            ["es"] = new(() => ReadingLanguage.From(
                "es",
                leaning: "él, ella, ellos, ellas, su, sus, esto, eso, este, esta, estos, estas, ese, esa, esos, esas, ambos, ambas, pero, "
                    + "y, sin embargo, no obstante, además, también, entonces, así, por eso, por ello, por tanto, por lo tanto, luego, "
                    + "después, tampoco, en cambio, por otro lado, por ejemplo, otros, otras, allí, ahí, aquí, mientras tanto, de hecho, "
                    + "como resultado, asimismo, uno de ellos, los dos, las dos, aun así",
                standing: "este año, esta semana, este mes, esta mañana, esta tarde, esta noche, este lunes, este martes, este miércoles, "
                    + "este jueves, este viernes, este sábado, este domingo, este verano, este invierno, esta temporada, este fin de, "
                    + "después de, además de, así como, luego de",
                introducers: string.Empty,
                pronouns: "él, ella, ellos, ellas, su, sus",
                speech: "dijo, dice, dijeron, declaró, afirmó, afirma, explicó, explica, añadió, agregó, aseguró, asegura, señaló, señala, "
                    + "indicó, según, escribió, comentó, manifestó, anunció, sostuvo, advirtió, apuntó, subrayó, destacó, contó, cuenta, "
                    + "respondió, preguntó, expresó, precisó")),
            ["it"] = new(() => ReadingLanguage.From(
                "it",
                leaning: "lui, lei, egli, ella, essi, esse, loro, suo, sua, suoi, sue, il suo, la sua, i suoi, le sue, questo, questa, "
                    + "questi, queste, quello, quella, ciò, entrambi, entrambe, ma, e, però, tuttavia, inoltre, anche, poi, quindi, "
                    + "così, perciò, pertanto, dunque, invece, altri, per esempio, ad esempio, lì, qui, nel frattempo, di conseguenza, "
                    + "per questo, uno di loro, i due, le due, infatti, eppure",
                standing: "questa settimana, questo mese, questa mattina, questa sera, questa notte, questa estate, questo inverno, "
                    + "quest'anno, questa stagione, così come, oltre a",
                introducers: string.Empty,
                pronouns: "lui, lei, egli, ella, loro, suo, sua",
                speech: "detto, dice, disse, dichiarato, dichiara, spiegato, spiega, aggiunto, aggiunge, affermato, afferma, secondo, "
                    + "scritto, scrive, sottolineato, sottolinea, commentato, commenta, annunciato, ha detto, raccontato, racconta, "
                    + "ribadito, precisato, risposto, chiesto, sostiene, osserva")),
            ["pt"] = new(() => ReadingLanguage.From(
                "pt",
                leaning: "ele, ela, eles, elas, seu, sua, seus, suas, isso, isto, este, esta, estes, estas, esse, essa, esses, essas, "
                    + "ambos, ambas, mas, e, porém, contudo, no entanto, entretanto, além disso, também, então, assim, por isso, "
                    + "portanto, depois, ainda assim, por outro lado, por exemplo, outros, outras, ali, lá, aqui, enquanto isso, "
                    + "como resultado, um deles, os dois, as duas, nesse, neste caso, nessa",
                standing: "este ano, esta semana, este mês, esta manhã, esta noite, esta segunda, esta terça, esta quarta, esta quinta, "
                    + "esta sexta, este sábado, este domingo, este verão, depois de, assim como, além de",
                introducers: string.Empty,
                pronouns: "ele, ela, eles, elas, seu, sua",
                speech: "disse, diz, disseram, afirmou, afirma, declarou, explicou, explica, acrescentou, contou, conta, segundo, "
                    + "escreveu, comentou, anunciou, ressaltou, destacou, informou, apontou, garantiu, alertou, respondeu, perguntou, "
                    + "completou, revelou")),
        }.ToFrozenDictionary(StringComparer.Ordinal);
}
