using System.Globalization;
using Diapason.Forms;
using Diapason.Platform.Language;
using Diapason.Text;

namespace Diapason.Consultations.Answering;

/// <summary>Says what is wrong with a field in the reader's language; the summary names the field.</summary>
internal static class FieldMessages
{
    private static readonly TextCatalog Texts = TextCatalog.Of(typeof(FieldMessages).Assembly);

    public static string SpecifyLabel => Texts["answer.specify"];

    public static string OrElse => Texts["answer.or_else"];

    public static string Caution => Texts["answer.caution"];

    /// <summary>« Importance : essentielle ».</summary>
    public static string Side(string aspect, string answer) => Texts.Format("answer.side_" + aspect, answer);

    /// <summary>« Importance pour votre travail ».</summary>
    public static string SideOf(string aspect) => Texts["answer." + aspect];

    /// <summary>« une adresse courriel et un numéro de téléphone »; null for nothing.</summary>
    public static string? SayTraces(IReadOnlyList<PersonalTrace> traces)
    {
        string[] said = [.. traces.Select(trace => Texts["trace." + trace.ToString().ToLowerInvariant()])];
        return said.Length < 2 ? said.FirstOrDefault() : string.Join(", ", said[..^1]) + Texts["trace.and"] + said[^1];
    }

    /// <summary>Beside the field: what to do.</summary>
    public static string Say(FieldProblem problem, PageScreen page) => problem is { Code: FieldProblemCodes.ExclusiveWithOthers, Field: { IsMissingMark: true, Choices: [var mark] } }
        ? Texts.Format("answer.both." + problem.Field.Variable.Type.Word, Screens.Say(mark.Label, page.Language))
        : Own(problem) is { } said ? Screens.Quoting(said, page.Language)
        : problem.Code == FieldProblemCodes.SumWrong ? Texts.Format(Key(problem), ConstantSumQuestion.Say((decimal)problem.Args["total"], page.Language), ConstantSumQuestion.Say((decimal)problem.Args["sum"], page.Language))
        : problem.Code == FieldProblemCodes.RankTwice ? Texts.Format(Key(problem), problem.Args["rank"], Label(problem, "other", page), Label(problem, "option", page))
        : Texts.Format(Key(problem), Argument(problem, "max", "min", "decimals", "rank"), Argument(problem, "length", "count", "max"));

    /// <summary>In the summary: which question, where the page has several, then what to do.</summary>
    public static string SayFrom(FieldProblem problem, PageScreen page) => page.Questions is [{ Items: [] }]
        ? Say(problem, page)
        : Texts.Format("answer.about_one", LabelOf(problem, page), Lowered(Say(problem, page)));

    /// <summary>The title of the question, or of its item.</summary>
    public static string LabelOf(FieldProblem problem, PageScreen page) =>
        page.Questions.Select(question => question.Labels.GetValueOrDefault(problem.Field)).First(label => label is not null)!;

    // A question's own words, for its own constraint and for its bounds.
    private static LocalizedText? Own(FieldProblem problem) => problem is { Field: { IsOther: false, Variable.Question.ConstraintMessage: { IsEmpty: false } said }, Code:
        FieldProblemCodes.Constraint or FieldProblemCodes.OutOfRange or FieldProblemCodes.DateOutOfRange or FieldProblemCodes.TooMany or FieldProblemCodes.TooFew or FieldProblemCodes.TooLong } ? said : null;

    private static string Label(FieldProblem problem, string name, PageScreen page) => Screens.Say((LocalizedText)problem.Args[name], page.Language);

    private static string Lowered(string sentence) => char.ToLower(sentence[0], CultureInfo.CurrentCulture) + sentence[1..];

    private static string Key(FieldProblem problem) => problem.Code switch
    {
        FieldProblemCodes.Required when problem.Field.Variable.Question.IsConsent => "answer.required_consent",
        FieldProblemCodes.OutOfRange when !problem.Args.ContainsKey("max") => "answer.out_of_range_min",
        FieldProblemCodes.OutOfRange when !problem.Args.ContainsKey("min") => "answer.out_of_range_max",
        FieldProblemCodes.OutOfRange => "answer.out_of_range",
        FieldProblemCodes.TooManyDecimals when problem.Args["decimals"] is 1 => "answer.too_many_decimals_one",
        var code => "answer." + code,
    };

    // {0} is the bound, {1} what was counted; between two bounds, {0} is the highest and {1} the lowest.
    private static object? Argument(FieldProblem problem, params ReadOnlySpan<string> names)
    {
        if (names[0] == "length" && problem.Code is FieldProblemCodes.OutOfRange or FieldProblemCodes.DateOutOfRange) return Said(problem.Args.GetValueOrDefault("min"));
        foreach (var name in names)
            if (problem.Args.TryGetValue(name, out var value)) return Said(value);
        return null;
    }

    private static object? Said(object? value) => value is DateOnly day ? LocalDates.Of(day) : value;
}
