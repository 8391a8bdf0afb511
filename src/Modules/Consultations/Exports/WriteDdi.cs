using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Diapason.Consultations.Answering;
using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Text;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Exports;

/// <summary>
/// The campaign and every column of its answers as one document of DDI-Codebook 2.5, in each of the council's languages: what data archives and their
/// catalogues read. Order and names of elements are those of the standard's schema (DDI Alliance, <i>DDI-Codebook 2.5</i>, 2012).
/// </summary>
internal sealed class WriteDdi(AnswerTables tables, AnswerRows rows, DiapasonDb db, CurrentCouncil council, TimeProvider clock)
{
    private const string Place = "F1", Declaration = """
        <?xml version="1.0" encoding="utf-8"?>

        """;

    public async Task RunAsync(CampaignFacts campaign, Stream output, CancellationToken cancel)
    {
        var columns = ColumnMeanings.Of(campaign, await tables.AreWeighedAsync(campaign, cancel));
        var answers = (await rows.DrawAsync(campaign, cancel)).All.Count;
        var terms = new DdiTerms(council.Languages);
        var root = DdiTerms.Element("codeBook", new XAttribute("version", "2.5"), new XAttribute(XNamespace.Xml + "lang", Languages.Culture(council.Languages[0]).Name),
            DdiTerms.Element("docDscr", DdiTerms.Element("citation", Titles(terms, language => string.Format(CultureInfo.InvariantCulture, MissingWords.Text("ddi.of", language), Screens.Say(campaign.Title, language))), Made(terms))),
            Study(terms, campaign, await ModesAsync(campaign, cancel)),
            DdiTerms.Element("fileDscr", new XAttribute("ID", Place), DdiTerms.Element("fileTxt",
                DdiTerms.Element("fileName", $"{campaign.Slug}-{ExportFile.Codes.Name("")}"),
                DdiTerms.Element("dimensns", DdiTerms.Element("caseQnty", answers), DdiTerms.Element("varQnty", columns.Count)),
                DdiTerms.Element("fileType", "text/csv; UTF-8"))),
            DdiVariables.Of(terms, columns, Place));
        await output.WriteAsync(Encoding.UTF8.GetBytes(Declaration + root), cancel);
    }

    private XElement Made(DdiTerms terms) => DdiTerms.Element("prodStmt",
        terms.Each("producer", council.Value.Name), DdiTerms.Dated("prodDate", CampaignDays.DayOf(clock.GetUtcNow().UtcDateTime)), DdiTerms.Element("software", "Diapason"));

    /// <summary>On line, and on paper or by phone where a batch of it has joined the answers.</summary>
    private async Task<IReadOnlyList<string>> ModesAsync(CampaignFacts campaign, CancellationToken cancel) =>
    [
        "ddi.mode",
        .. (await db.Set<PaperBatch>().Where(b => b.CampaignId == campaign.Id.Value && b.ReleasedOn != null && b.Entered > 0).Select(b => b.Mode).Distinct().ToListAsync(cancel)).Order().Select(mode => "ddi.mode." + mode.ToString().ToLowerInvariant()),
    ];

    private XElement Study(DdiTerms terms, CampaignFacts campaign, IReadOnlyList<string> modes) => DdiTerms.Element("stdyDscr",
        DdiTerms.Element("citation",
            Titles(terms, language => Screens.Say(campaign.Title, language), DdiTerms.Element("IDNo", campaign.Slug)),
            DdiTerms.Element("rspStmt", terms.Each("AuthEnty", council.Value.Name)),
            DdiTerms.Element("distStmt", terms.Each("distrbtr", council.Value.Name), Contact(terms)),
            DdiTerms.Element("verStmt", DdiTerms.Element("version", $"{campaign.Questionnaire.Code} {campaign.Questionnaire.Version}"))),
        DdiTerms.Element("stdyInfo",
            terms.Each("abstract", campaign.Purpose),
            DdiTerms.Element("sumDscr",
                Collected(terms, "start", campaign.OpensAt is { } opens ? CampaignDays.DayOf(opens) : null),
                Collected(terms, "end", campaign.ClosedAt is { } closed ? CampaignDays.DayOf(closed) : CampaignDays.LastOf(campaign.ClosesAt)),
                terms.Each("anlyUnit", DdiTerms.Words("ddi.unit")),
                terms.Each("dataKind", DdiTerms.Words(campaign.IsSynthetic ? "ddi.kind_synthetic" : "ddi.kind")))),
        DdiTerms.Element("method", DdiTerms.Element("dataColl", terms.Each("sampProc", DdiTerms.Words("ddi.sampling")), modes.SelectMany(mode => terms.Each("collMode", DdiTerms.Words(mode))))),
        // The standard lets each be said once only, in one language: hence one statement a language.
        DdiTerms.Element("dataAccs", terms.Each("confDec", DdiTerms.Words("ddi.promise." + campaign.Anonymity.ToString().ToLowerInvariant()))
            .Zip(terms.Each("restrctn", DdiTerms.Words("manage.exports_unique")), (promise, limits) => DdiTerms.Element("useStmt", promise, limits))),
        campaign.Corrections.SelectMany(one => terms.Each("notes", language => WriteCodebook.Said(one, language)).Select(note => DdiTerms.Typed(note, "correction"))));

    private XElement? Contact(DdiTerms terms) =>
        council.Settings.Contact is { Email.Length: > 0 } contact ? DdiTerms.Element("contact", new XAttribute("email", contact.Email), contact.Name.In(council.Languages[0])) : null;

    private static XElement? Collected(DdiTerms terms, string when, DateOnly? day) => day is { } known ? DdiTerms.Dated("collDate", known, new XAttribute("event", when)) : null;

    /// <summary>The title in the first language, and its parallels in the others.</summary>
    private static XElement Titles(DdiTerms terms, Func<string, string> title, XElement? number = null) =>
        DdiTerms.Element("titlStmt", terms.Each("titl", title).Take(1), terms.Each("parTitl", title).Skip(1), number);
}

/// <summary>Elements of the standard's namespace, with what is said in each of a council's languages.</summary>
internal sealed class DdiTerms(IReadOnlyList<string> languages)
{
    private static readonly XNamespace Codebook = "ddi:codebook:2_5";

    public IReadOnlyList<string> Languages => languages;

    public static XElement Element(string name, params object?[] content) => new(Codebook + name, content.Select(part => part is string words ? Clean(words) : part));

    public IEnumerable<XElement> Each(string name, LocalizedText text) => Each(name, language => Screens.Say(text, language));

    /// <summary>None in a language that has no word for it.</summary>
    public IEnumerable<XElement> Each(string name, Func<string, string> say) => languages
        .Select(language => (Language: language, Said: say(language))).Where(part => part.Said.Length > 0)
        .Select(part => Element(name, new XAttribute(XNamespace.Xml + "lang", Platform.Language.Languages.Culture(part.Language).Name), part.Said));

    public static XElement Dated(string name, DateOnly day, params object?[] more) =>
        Element(name, [new XAttribute("date", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), .. more, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)]);

    public static XElement Typed(XElement element, string type)
    {
        element.Add(new XAttribute("type", type));
        return element;
    }

    public static Func<string, string> Words(string key) => language => MissingWords.Text(key, language);

    /// <summary>Characters that XML cannot hold are replaced.</summary>
    private static string Clean(string words)
    {
        if (words.All(XmlConvert.IsXmlChar)) return words;
        var clean = words.ToCharArray();
        for (var i = 0; i < clean.Length; i++)
        {
            if (i + 1 < clean.Length && XmlConvert.IsXmlSurrogatePair(clean[i + 1], clean[i])) i++;
            else if (!XmlConvert.IsXmlChar(clean[i])) clean[i] = '\uFFFD';
        }

        return new string(clean);
    }
}
