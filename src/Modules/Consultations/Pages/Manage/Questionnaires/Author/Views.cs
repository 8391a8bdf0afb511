using Diapason.Design;
using Diapason.Forms;
using Diapason.Platform.Language;

namespace Diapason.Consultations.Pages.Manage.Questionnaires.Author;

/// <summary>A question on its sheets of paper.</summary>
internal sealed record Sheets(EditModel Editor, DraftQuestion Question);

/// <summary>The rows of a list, with some left to fill.</summary>
internal sealed record RowsView(EditModel Editor, string Key, IReadOnlyList<DraftOption> Options)
{
    private const int Blank = 3, More = 12;

    /// <summary>Rows that a new list begins with, and those asked for.</summary>
    public int Places => Options.Count + (Editor.Request.Query["more"] == Key ? More : Blank);

    public bool IsItems => Key == "items";
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
