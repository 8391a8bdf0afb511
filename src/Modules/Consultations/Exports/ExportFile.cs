namespace Diapason.Consultations.Exports;

/// <summary>One of the files: its address, its name, and whether it holds what people wrote.</summary>
/// <param name="Code">Stable name, kept in the audit trail.</param>
/// <param name="Route">Address below the campaign's, <c>{language}</c> where the file speaks one.</param>
internal sealed record ExportFile(string Code, string Route, string ContentType)
{
    private const string Spoken = "{language:length(2,3)}";
    private const string Csv = "text/csv; charset=utf-8";

    /// <summary>For programs: codes, plain numbers, missing kinds in columns of their own.</summary>
    public static readonly ExportFile Codes = new("codes", "/answers.csv", Csv);

    /// <summary>For people: words, in the separator and decimal mark of the language's spreadsheets.</summary>
    public static readonly ExportFile Words = new("words", "/answers-{language:length(2,3)}.csv", Csv);

    /// <summary>Words, codes and codebook as three sheets.</summary>
    public static readonly ExportFile Workbook = new("workbook", "/answers-{language:length(2,3)}.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    /// <summary>For SPSS, PSPP, R, Stata and SAS: the columns for programs, with labels.</summary>
    public static readonly ExportFile Spss = new("spss", "/answers-{language:length(2,3)}.sav", "application/x-spss-sav");

    /// <summary>For programs that read one record a line.</summary>
    public static readonly ExportFile Lines = new("lines", "/answers.jsonl", "application/jsonl; charset=utf-8");

    /// <summary>Reads the file for programs in R, with labels.</summary>
    public static readonly ExportFile Script = new("script", "/answers-{language:length(2,3)}.R", "text/plain; charset=utf-8");

    /// <summary>For data archives: DDI-Codebook 2.5, every language in one document.</summary>
    public static readonly ExportFile Ddi = new("ddi", "/codebook.xml", "application/xml; charset=utf-8");

    public static readonly ExportFile Codebook = new("codebook", "/codebook-{language:length(2,3)}.csv", Csv);

    /// <summary>Answers with the name of each person, where a campaign is nominative; for administrators.</summary>
    public static readonly ExportFile Named = new("named", "/named-answers.csv", Csv);

    public static readonly IReadOnlyList<ExportFile> All = [Codes, Words, Workbook, Spss, Lines, Script, Codebook, Ddi];

    private bool SpeaksOne => Route.Contains(Spoken, StringComparison.Ordinal);

    /// <summary>Whether it holds answers, what people wrote among them; the others explain them.</summary>
    public bool HoldsAnswers => this == Codes || this == Words || this == Workbook || this == Spss || this == Lines || this == Named;

    /// <summary>The file of a stored code.</summary>
    public static ExportFile Of(string code) => All.Append(Named).Single(file => file.Code == code);

    /// <summary>Those it can be asked in: one of the council's, or none where it speaks codes.</summary>
    public IReadOnlyList<string> Languages(IReadOnlyList<string> offered) => SpeaksOne ? offered : [""];

    /// <summary>Its language where it speaks one, nothing otherwise: the same file is asked for from any page.</summary>
    public string Said(string language) => SpeaksOne ? language : "";

    public string Name(string language) => Route.TrimStart('/').Replace(Spoken, language, StringComparison.Ordinal);
}
