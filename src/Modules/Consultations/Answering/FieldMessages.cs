using Diapason.Forms;
using Diapason.Platform.Language;

namespace Diapason.Consultations.Answering;

/// <summary>Says what is wrong with a field in the reader's language; every sentence names the field.</summary>
internal static class FieldMessages
{
    private static readonly TextCatalog Texts = TextCatalog.Of(typeof(FieldMessages).Assembly);

    public static string SpecifyLabel => Texts["answer.specify"];

    /// <summary>« Importance : essentielle ».</summary>
    public static string Side(string aspect, string answer) => Texts.Format("answer.side_" + aspect, answer);

    public static string Say(FieldProblem problem, PageScreen page)
    {
        var label = page.Questions.Select(q => q.Labels.GetValueOrDefault(problem.Field)).First(l => l is not null);
        return Texts.Format(Key(problem), label, Argument(problem, "max", "min", "decimals"), Argument(problem, "length", "count", "max"));
    }

    private static string Key(FieldProblem problem) => problem.Code switch
    {
        FieldProblemCodes.Required when problem.Field.Variable.Question is ConsentQuestion => "answer.required_consent",
        FieldProblemCodes.OutOfRange when !problem.Args.ContainsKey("max") => "answer.out_of_range_min",
        FieldProblemCodes.OutOfRange when !problem.Args.ContainsKey("min") => "answer.out_of_range_max",
        FieldProblemCodes.OutOfRange => "answer.out_of_range",
        FieldProblemCodes.TooManyDecimals when problem.Args["decimals"] is 1 => "answer.too_many_decimals_one",
        var code => "answer." + code,
    };

    // {1} is the bound, {2} what was counted; between two bounds, {1} is the highest and {2} the lowest.
    private static object? Argument(FieldProblem problem, params ReadOnlySpan<string> names)
    {
        if (names[0] == "length" && problem.Code is FieldProblemCodes.OutOfRange or FieldProblemCodes.DateOutOfRange) return Said(problem.Args.GetValueOrDefault("min"));
        foreach (var name in names)
            if (problem.Args.TryGetValue(name, out var value)) return Said(value);
        return null;
    }

    private static object? Said(object? value) => value is DateOnly day ? LocalDates.Of(day) : value;
}
