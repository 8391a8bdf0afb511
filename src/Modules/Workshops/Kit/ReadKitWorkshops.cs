using Diapason.Platform.Kits;
using Diapason.Text;
using Diapason.Workshops.Activities;
using Diapason.Workshops.Data;
using Diapason.Workshops.Preparing;
using Diapason.Yaml;

namespace Diapason.Workshops.Kit;

/// <summary>Reads <c>workshops.yaml</c>: models from which facilitators prepare their days. Its days are counted from the day of loading.</summary>
internal sealed class ReadKitWorkshops(DateOnly today)
{
    public const string File = "workshops.yaml";
    private const int FarthestDay = 700;

    public static IReadOnlyList<KitWorkshop>? From(KitFolder folder, KitProblems problems, DateOnly today) => folder.ReadYaml(File, problems, root => root.Coded("workshops", new ReadKitWorkshops(today).Workshop));

    public KitWorkshop Workshop(YamlMap node, string code)
    {
        var content = new WorkshopContent
        {
            Title = node.Localized("title"),
            Welcome = node.OptionalLocalized("welcome") ?? LocalizedText.Empty,
            Accessibility = node.OptionalLocalized("accessibility") ?? LocalizedText.Empty,
            Day = today.AddDays(node.OptionalWhole("in_days", 0, FarthestDay, 0)),
            Place = node.OptionalText("place") ?? "",
            Tables = node.OptionalWhole("tables", 0, WorkshopContent.MostTables, 0),
            PaperBy = node.OptionalText("paper_by") ?? "",
            Activities = node.Coded("activities", Activity),
        };
        foreach (var (language, title) in content.Title.All)
            if (title.Length > WorkshopContent.LongestTitle) node.ReportWithin($"title.{language}", "workshop.title_long", ("most", WorkshopContent.LongestTitle));
        if (node.Word<WorkshopState>("state") is not (WorkshopState.Model or WorkshopState.Draft)) node.ReportAt("state", "workshop.bad_state", ("state", node.Text("state")));
        if (SaveWorkshop.Reserved.Contains(code)) node.ReportAt("code", "workshop.reserved", ("code", code));
        return new KitWorkshop(code, content, node.Word<WorkshopState>("state"));
    }

    private static ActivityContent Activity(YamlMap node, string code)
    {
        var kind = node.Text("kind");
        if (ActivityKinds.Find(kind) is null) node.ReportAt("kind", "workshop.unknown_kind", ("kind", kind));
        var known = ActivityKinds.Find(kind);
        var choices = node.OptionalItems("choices").Select(choice => choice.Languages()).ToList();
        if (choices.Count > 0 && choices.Count != known?.Choices) node.ReportAt("choices", "workshop.choices_count", ("count", known?.Choices));
        return new ActivityContent
        {
            Choices = choices,
            Code = code,
            Kind = kind,
            Title = node.Localized("title"),
            Minutes = node.OptionalWhole("minutes", 1, ActivityContent.MostMinutes, 0),
            Budget = known?.HasBudget == true ? node.Whole("dots", 1, ActivityContent.MostBudget) : 0,
            Items = known?.HasItems == true ? [.. node.Items("lines").Select(line => line.Languages())] : [],
        };
    }
}

/// <summary>A workshop of a kit, the name by which it is found again, and whether it is a model or a day to be opened.</summary>
internal sealed record KitWorkshop(string Code, WorkshopContent Content, WorkshopState State);
