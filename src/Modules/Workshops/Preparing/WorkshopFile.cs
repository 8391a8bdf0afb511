using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Diapason.Text;
using Diapason.Workshops.Kit;
using Diapason.Yaml;

namespace Diapason.Workshops.Preparing;

/// <summary>A workshop as the file of a kit: taken away, changed in any editor, sent back here or to another council. What is written is read back as the same.</summary>
internal static class WorkshopFile
{
    public const string Name = ReadKitWorkshops.File;
    public const int LargestKibibytes = 256;

    // A text between double quotes is the same in both notations.
    private static readonly JsonSerializerOptions Quoted = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(string code, WorkshopContent content)
    {
        var file = new StringBuilder("workshops:\n");
        void Line(int depth, string key, string value) => file.Append(' ', 2 * depth).Append(key).Append(": ").Append(value).Append('\n');
        file.Append("  - code: ").Append(code).Append('\n');
        Line(2, "state", "draft");
        if (content.Tables > 0) Line(2, "tables", Whole(content.Tables));
        if (content.Place.Length > 0) Line(2, "place", Text(content.Place));
        if (content.PaperBy.Length > 0) Line(2, "paper_by", Text(content.PaperBy));
        Line(2, "title", Texts(content.Title));
        if (!content.Welcome.IsEmpty) Line(2, "welcome", Texts(content.Welcome));
        if (!content.Accessibility.IsEmpty) Line(2, "accessibility", Texts(content.Accessibility));
        file.Append("    activities:\n");
        foreach (var activity in content.Activities)
        {
            file.Append("      - code: ").Append(activity.Code).Append('\n');
            Line(4, "kind", activity.Kind);
            if (activity.Minutes > 0) Line(4, "minutes", Whole(activity.Minutes));
            if (activity.Budget > 0) Line(4, "dots", Whole(activity.Budget));
            Line(4, "title", Texts(activity.Title));
            List("choices", activity.Choices);
            List("lines", activity.Items);
        }

        return file.ToString();

        void List(string key, IReadOnlyList<LocalizedText> texts)
        {
            if (texts.Count == 0) return;
            file.Append("        ").Append(key).Append(":\n");
            foreach (var text in texts) file.Append("          - ").Append(Texts(text)).Append('\n');
        }
    }

    /// <summary>The workshops of a file; null when something is wrong with it, told line by line.</summary>
    public static IReadOnlyList<KitWorkshop>? Read(string text, YamlProblems problems, IReadOnlyList<string> languages, DateOnly today)
    {
        var read = YamlFile.Read(text, problems, root => root.Coded("workshops", new ReadKitWorkshops(today).Workshop), languages);
        return problems.IsEmpty ? read : null;
    }

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(string text) => JsonSerializer.Serialize(text, Quoted);

    private static string Texts(LocalizedText text) => $"{{ {string.Join(", ", text.All.Select(said => $"{said.Key}: {Text(said.Value)}"))} }}";
}
