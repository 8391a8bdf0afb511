using Diapason.Consultations.Contracts;
using Diapason.Forms;
using Diapason.Platform.Councils;
using Diapason.Platform.Kits;
using Diapason.Statistics;
using Diapason.Statistics.Publication;
using Diapason.Studies.Columns;
using Diapason.Studies.Coverage;
using Diapason.Studies.Following;
using Diapason.Studies.Frames;
using Diapason.Studies.Kit;
using Diapason.Studies.Portraits;
using Diapason.Studies.Publishing;
using Diapason.TestKit;
using Diapason.Text;
using Shouldly;
using Portrait = Diapason.Studies.Portraits.Portrait;

namespace Diapason.Tests.Studies;

/// <summary>The demonstration kit read without a server: its frame, its portrait, and its synthetic answers as columns.</summary>
internal static class KitStudy
{
    private static readonly string[] Missing = ["dont_know", "prefer_not", "not_applicable"];

    public static string Folder { get; } = FindFolder();

    public static Questionnaire Questionnaire { get; } = QuestionnaireReader.Read(Text("questionnaire.yaml"), "questionnaire.yaml").Questionnaire!;

    public static PopulationFrame Frame { get; } = Read(p => new ReadFrame(new KitLines()).From(new KitFolder(Folder), p))!;

    public static PortraitDefinition Definition { get; } = Read(p => new ReadPortrait(new KitLines()).From(new KitFolder(Folder), p))!;

    public static string Text(string file) => File.ReadAllText(Path.Combine(Folder, file));

    /// <summary>One answer set a line of the file, routed and completed as when it is sent.</summary>
    public static IReadOnlyList<AnswerSet> Answers()
    {
        var data = Csv.Parse(Text("answers.csv"));
        var known = data.Categoricals.Where(c => Questionnaire.FindVariable(c.Name) is { Type: ChoiceType }).ToList();
        return [.. Enumerable.Range(0, data.Rows).Select(row => Questionnaire.RouteFor(AnswerSet.From(known.Where(c => c[row] >= 0)
            .Select(c => KeyValuePair.Create(c.Name, Value(c.Categories[c[row]]))))).Complete())];
    }

    public static ColumnStore Store(IEnumerable<AnswerSet> answers)
    {
        var store = new ColumnStore([.. Study().Variables.Select(v => Questionnaire.FindVariable(v)!)]);
        foreach (var (i, one) in answers.Index()) store.Append(i + 1, one.ToUtf8Json());
        return store;
    }

    public static Study Study(int threshold = CouncilSettings.DefaultRowThreshold, PortraitDefinition? definition = null) => new("1", definition ?? Definition, Frame, threshold);

    /// <summary>Everyone admitted in the first edition, each with a key of their own.</summary>
    public static AnsweredPeople People(ColumnStore store) => new(
        store, [.. Enumerable.Repeat(new DateOnly(2026, 10, 1), store.Rows)], [.. Enumerable.Range(1, store.Rows).Select(i => new AnswerStanding(unchecked((ulong)i * 0x9E3779B97F4A7C15), 1, false, null, false))]);

    public static PublicationNights Nights(AnsweredPeople people, Study study) => new(study, people, new NoiseSource(new byte[32]))
    {
        Rows = [],
        Number = 0,
        Nights = 0,
        ClosedNights = 0,
        Latest = null,
        Opened = new DateOnly(2026, 9, 14),
    };

    /// <summary>The first edition of these answers, found on two nights a week apart; what is shown before the first when there is none.</summary>
    public static Portrait Compute(ColumnStore store, int threshold = CouncilSettings.DefaultRowThreshold, PortraitDefinition? definition = null)
    {
        var study = Study(threshold, definition);
        var nights = Nights(People(store), study);
        nights.Decide(new NightToDecide(new DateOnly(2026, 11, 16), null, 1, false));
        nights.Decide(new NightToDecide(new DateOnly(2026, 11, 23), null, 7, false));
        return nights.Latest ?? study.NoPortrait;
    }

    public static StudyState State(ColumnStore store, int threshold = CouncilSettings.DefaultRowThreshold, PortraitDefinition? definition = null) =>
        new(Campaign, store.Rows, Compute(store, threshold, definition), FieldCoverage.Of(Definition, Frame, store));

    public static CampaignFacts Campaign { get; } = new()
    {
        Id = new CampaignId(Guid.CreateVersion7()),
        CouncilId = Guid.Empty,
        Slug = "test",
        Title = LocalizedText.Of(("fr", "Essai"), ("en", "Test")),
        Purpose = LocalizedText.Of(("fr", "Essai"), ("en", "Test")),
        Questionnaire = Questionnaire,
        Anonymity = Anonymity.Anonymous,
    };

    private static AnswerValue Value(string cell) => Missing.Contains(cell) ? AnswerValue.Of(MissingCodes.Parse(cell)) : AnswerValue.Of(cell);

    private static T Read<T>(Func<KitProblems, T> read)
    {
        var problems = new KitProblems();
        var content = read(problems);
        problems.All.ShouldBeEmpty();
        return content;
    }

    private static string FindFolder()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
            if (Directory.Exists(Path.Combine(folder, "kits", "ia-en-culture"))) return Path.Combine(folder, "kits", "ia-en-culture");
        throw new DirectoryNotFoundException("kits/ia-en-culture");
    }
}
