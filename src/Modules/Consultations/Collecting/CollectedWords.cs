using Diapason.Consultations.Answering;
using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Exports;
using Diapason.Design;
using Diapason.Forms;
using Diapason.Platform.Language;
using Diapason.Platform.Outcomes;

namespace Diapason.Consultations.Collecting;

/// <summary>Says in the reader's language what becomes of a column, and what of a file does not come in.</summary>
internal sealed class CollectedWords(Texts<ConsultationsModule> texts)
{
    private const string Speaks = "@language";
    private const char Mark = '|';
    private const string Why = "?";

    /// <summary>What may be between several options, by a word that a form carries.</summary>
    public static readonly IReadOnlyList<(string Word, string Mark)> Separators = [("semicolon", ";"), ("comma", ","), ("bar", "|"), ("point", " · "), ("line", "\n"), ("space", " ")];

    public static string WordOf(string separator) => Separators.FirstOrDefault(one => one.Mark == separator || one.Mark == separator.Trim()).Word ?? "semicolon";

    public string Say(CollectedProblem problem, LiveCampaign campaign) => problem.Rule is { } rule
        ? FieldMessages.Say(rule, campaign.In(Languages.Current).Of(rule.Field.Variable.Question.Page))
        : texts["collected.problem." + problem.Code];

    /// <summary>Why a whole file is refused, with its place.</summary>
    public static Problem Problem(CollectedFault fault, string field) => fault.Table is { } table ? TableRefusal.Of(table, field, "CSV, XLSX, SAV") : fault.Code switch
    {
        "only_headings" => Platform.Outcomes.Problem.Invalid("collected.file.only_headings", field),
        "too_many_cells" => Platform.Outcomes.Problem.Invalid("collected.file.too_many_cells", field, ("limit", fault.Limit)),
        _ => Platform.Outcomes.Problem.Invalid("collected.file.empty", field),
    };

    public string Becomes(ColumnMapping mapping, Questionnaire questionnaire) => mapping.As == ColumnUse.Language ? texts["collected.is_language"]
        : mapping.As == ColumnUse.LeaveOut ? texts["collected.is_left"]
        : questionnaire.FindVariable(mapping.Variable) is not { } variable ? texts["collected.problem.variable_unknown"]
        : mapping.As == ColumnUse.Missing ? texts["collected.is_why", Asked(variable)]
        : variable.FindOption(mapping.Option) is { } option ? texts["collected.is_option", Asked(variable), Screens.Say(option.Label, Languages.Current)]
        : Asked(variable);

    /// <summary>Everything a column may be about: nothing, the language, each variable, each of its options where it may have several, and why it is empty.</summary>
    public IReadOnlyList<Choice> Subjects(Questionnaire questionnaire) =>
    [
        new("", texts["collected.is_left"]),
        new(Speaks, texts["collected.is_language"]),
        .. questionnaire.Variables.Where(variable => variable.Aspect != "first").SelectMany(Subjects),
    ];

    /// <summary>The subject of a mapping, as <see cref="Subjects(Questionnaire)"/> names it.</summary>
    public static string SubjectOf(ColumnMapping mapping) => mapping.As switch
    {
        ColumnUse.LeaveOut => "",
        ColumnUse.Language => Speaks,
        ColumnUse.Missing => $"{mapping.Variable}{Mark}{Why}",
        ColumnUse.Option => $"{mapping.Variable}{Mark}{mapping.Option}",
        _ => mapping.Variable,
    };

    /// <summary>The mapping of a subject; of one that is none, the column is left out.</summary>
    public static ColumnMapping Chosen(string column, string subject, Questionnaire questionnaire)
    {
        var parts = subject.Split(Mark);
        if (subject == Speaks) return new(column, ColumnUse.Language);
        if (questionnaire.FindVariable(parts[0]) is not { } variable) return new(column, ColumnUse.LeaveOut);
        var use = parts is [_, Why] ? ColumnUse.Missing : parts.Length == 2 ? ColumnUse.Option : variable.Type is ChoicesType or RankingType ? ColumnUse.Several : ColumnUse.Value;
        return new(column, use) { Variable = variable.Code, Option = use == ColumnUse.Option ? parts[1] : "" };
    }

    private IEnumerable<Choice> Subjects(Variable variable)
    {
        var asked = Asked(variable);
        yield return new(variable.Code, variable.Type is ChoicesType or RankingType ? texts["collected.is_several", asked] : asked);
        if (variable.Type is ChoicesType or RankingType)
            foreach (var option in variable.Options) yield return new($"{variable.Code}{Mark}{option.Code}", texts["collected.is_option", asked, Screens.Say(option.Label, Languages.Current)]);
        yield return new($"{variable.Code}{Mark}{Why}", texts["collected.is_why", asked]);
    }

    private static string Asked(Variable variable) => $"{AnswerTables.Asked(variable, Languages.Current)}{(variable.SpecifiesOther ? " — " + FieldMessages.SpecifyLabel : "")} [{variable.Code}]";
}
