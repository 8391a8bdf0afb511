using Diapason.Consultations.Contracts;
using Diapason.Consultations.Images;
using Diapason.Consultations.Writing;
using Diapason.Design;
using Diapason.Forms;
using Diapason.Platform.Language;
using Diapason.Platform.Web;

namespace Diapason.Consultations.Pages.Manage.Questionnaires.Author;

/// <summary>A question on its sheets of paper.</summary>
internal sealed record Sheets(EditModel Editor, DraftQuestion Question)
{
    /// <summary>The state of the question in a language, in a word, and whether something blocks. What is to be looked at is never called complete.</summary>
    public (string Says, bool IsMissing) Badge(string language, Texts<ConsultationsModule> texts)
    {
        bool IsHere(DraftLack lack) => lack.Place == Editor.Place;
        string? Of(DraftLack lack) => lack.Facts.FirstOrDefault(fact => fact.Name == "language").Value as string;
        var missing = Editor.State.Lacks.Count(lack => IsHere(lack) && lack.Code == "kit.translation_missing" && Of(lack) == language);
        if (missing > 0) return (missing == 1 ? texts["writing.sheet_lacks_one"] : texts["writing.sheet_lacks", missing], true);
        if (Editor.State.Lacks.Any(lack => IsHere(lack) && lack.Code != "kit.translation_missing")) return (texts["writing.sheet_incomplete"], true);
        return (texts[Editor.State.Warnings.Any(lack => IsHere(lack) && (Of(lack) ?? language) == language) ? "writing.sheet_look" : "writing.sheet_whole"], false);
    }

    /// <summary>The address of the question on its true page, in a language.</summary>
    public string Preview(string language) => Languages.InLanguage(Editor.Request, language, Editor.Url.To(ConsultationsLinks.DraftPreview(Editor.State.Id, Editor.Place.Code)));
}

/// <summary>The rows of a list, with some left to fill.</summary>
internal sealed record RowsView(EditModel Editor, string Key, IReadOnlyList<DraftOption> Options)
{
    private const int Blank = 3, More = 12;

    /// <summary>Rows that a new list begins with, and those asked for.</summary>
    public int Places => Options.Count + (Editor.Request.Query["more"] == Key ? More : Blank);

    public bool IsItems => Key == "items";

    /// <summary>Whether its options may come with images: those of a list that questions share may be asked by any kind.</summary>
    public bool TakesImages => Key == "options" && (Editor.Draft.Find(Editor.Place) is not DraftQuestion question || question.Kind is SingleQuestion.Word or MultipleQuestion.Word || Options.Any(option => option.Value(OptionRows.Image).Length > 0));
}

/// <summary>The image of a row: what there is, and how another is sent.</summary>
/// <param name="Name">How the fields of the row begin.</param>
/// <param name="Number">The row, from one.</param>
internal sealed record RowImage(RowsView List, DraftOption Option, string Name, int Number)
{
    public OptionImage? Kept => OptionImage.Kept(Option.Value(OptionRows.Image), Option.Text(OptionRows.Alternative));

    public string Address => List.Editor.Request.PathBase + ImageEndpoint.Path(Option.Value(OptionRows.Image));

    /// <summary>Whether its image is not here yet, or what it shows is not said in each language.</summary>
    public bool Lacks => Option.Value(OptionRows.Image).Length > 0 && (Kept is null || List.Editor.Draft.Languages.Any(language => !Option.Text(OptionRows.Alternative).Has(language)));

    /// <summary>Why the file that was sent was not taken.</summary>
    public string? Error => List.Editor.ModelState.GetValueOrDefault(Name + SentImages.File) is { Errors: [var first, ..] } ? first.ErrorMessage : null;
}

/// <summary>The texts of a thing under a key, one in each language.</summary>
internal sealed record SaidIn(EditModel Editor, string Name, string Label, Text.LocalizedText Text)
{
    public bool Long { get; init; }

    public bool Optional { get; init; }

    public string? Hint { get; init; }

    /// <summary>A text that is said in another language, and lacks in this one.</summary>
    public bool Lacks(string language) => !Text.IsEmpty && !Text.Has(language);
}

/// <summary>The kinds of questions, by their names.</summary>
internal static class Kinds
{
    private static readonly string[] Order = [SingleQuestion.Word, MultipleQuestion.Word, RankingQuestion.Word, ConstantSumQuestion.Word, NumberQuestion.Word, DateQuestion.Word, ShortTextQuestion.Word, LongTextQuestion.Word, StatementsQuestion.Word, PairedQuestion.Word, PilesQuestion.Word, CalculatedQuestion.Word, NoteQuestion.Word, ConsentQuestion.Word];

    public static IReadOnlyList<Choice> Choices(Texts<ConsultationsModule> texts) => [.. Order.Select(word => new Choice(word, texts["writing.kind." + word]))];
}
