using System.Globalization;
using Diapason.Needs.Contracts;
using Diapason.Platform.Language;

namespace Diapason.Learning.Sessions;

/// <summary>How the fields of a session and what stands in them are called on the page, to compare two versions.</summary>
internal sealed class SheetWords(SessionWords words, Texts<LearningModule> texts)
{
    /// <summary>« Titre (français) », « Rencontre 2, début ».</summary>
    public string Label(string field) => field.Split('.') switch
    {
        ["meetings", var place, var part] => texts["edit.both_meeting", int.Parse(place, CultureInfo.InvariantCulture) + 1, texts["edit." + part]],
        ["title", var language] => texts["edit.name", Languages.NameOf(language)],
        [var said, var language] => texts["edit." + said, Languages.NameOf(language)],
        _ => texts["edit." + field],
    };

    /// <summary>What is said, or that nothing is.</summary>
    public string Value(string field, string typed, OfferNames names) => typed.Length == 0 ? texts["edit.both_nothing"] : field switch
    {
        "entry" => names.Entry(typed)?.Title.Here ?? typed,
        "competency" => names.Competency(typed)?.Name.Here ?? typed,
        "region" => names.Region(typed)?.Name.Here ?? typed,
        "language" => Languages.IsCode(typed) ? Languages.NameOf(typed) : typed,
        "format" => Enum.TryParse<SessionFormat>(typed, out var format) && Enum.IsDefined(format) ? words.Format(format) : typed,
        _ => typed,
    };
}
