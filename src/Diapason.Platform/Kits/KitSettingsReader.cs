using Diapason.Platform.Councils;
using Diapason.Text;
using Diapason.Yaml;

namespace Diapason.Platform.Kits;

/// <summary>Reads the <c>settings</c> of a council in <c>kit.yaml</c>; what its page would refuse is refused at its line.</summary>
internal sealed class KitSettingsReader(YamlMap council, YamlMap settings)
{
    private const int MostWhole = 1_000_000;

    public CouncilSettings Read()
    {
        var languages = settings.Reading.Languages;
        var own = settings.OptionalCodes("languages");
        foreach (var code in own.Where(code => !languages.Contains(code))) settings.ReportAt("languages", "settings.language_not_in_kit", ("value", code));
        var read = new CouncilSettings
        {
            RowThreshold = settings.OptionalWhole("threshold", 0, MostWhole, CouncilSettings.DefaultRowThreshold),
            SmallRowsAtTheClose = settings.Flag("small_rows_at_the_close"),
            FourEyes = settings.Flag("four_eyes"),
            RetentionMonths = settings.OptionalWhole("retention_months", 0, MostWhole),
            Languages = own.Count > 0 ? own : languages,
            Contact = settings.OptionalMap("contact") is { } contact ? Contact(contact) : new CouncilContact(),
            Words = settings.OptionalMap("words") is { } words ? Words(words) : new CouncilWords(),
            Look = settings.OptionalMap("look") is { } look ? Look(look) : new CouncilLook(),
            Study = settings.OptionalMap("study") is { } study && study.Keys.Any() ? Study(study) : null,
        };
        // What is missing was reported as it was read.
        var wanted = new CouncilChange(council.Localized("name"), council.Localized("purpose"), read);
        foreach (var problem in CheckSettings.Of(wanted).Where(p => p.Code is not ("settings.text_missing" or "settings.study_date_missing")))
            (IsCouncils(problem.Field!) ? council : settings).ReportWithin(problem.Field!, problem.Code, [.. problem.Facts]);
        return read;
    }

    private static CouncilContact Contact(YamlMap node) => new()
    {
        Name = Text(node, "name"),
        Email = node.OptionalText("email") ?? "",
        Phone = node.OptionalText("phone") ?? "",
        Officer = Text(node, "officer"),
        OfficerEmail = node.OptionalText("officer_email") ?? "",
    };

    private static CouncilWords Words(YamlMap node) => new()
    {
        Heading = Text(node, "heading"),
        Promise = Text(node, "promise"),
        Description = Text(node, "description"),
        Invitation = Text(node, "invitation"),
        NextSteps = Text(node, "next_steps"),
        Help = [.. node.OptionalItems("help").Select(item => new HelpAnswer(item.Localized("question"), item.Localized("answer")))],
    };

    private static CouncilLook Look(YamlMap node) => new()
    {
        Mark = node.OptionalText("mark") ?? "",
        Accent = node.Has("accent") ? node.Word<CouncilAccent>("accent") : CouncilAccent.Fir,
    };

    private static PublishedStudy Study(YamlMap node) => new()
    {
        Lead = node.Localized("lead"),
        Source = node.Localized("source"),
        Date = node.Date("date"),
        Link = node.OptionalText("link") ?? "",
        Figures = [.. node.Items("figures").Select(figure => new PublishedFigure((double)figure.Number("percent"), figure.Localized("says")))],
    };

    private static LocalizedText Text(YamlMap node, string key) => node.OptionalLocalized(key) ?? LocalizedText.Empty;

    private static bool IsCouncils(string field) => field.Split('.')[0] is "name" or "purpose";
}
