namespace Diapason.Forms;

/// <summary>An expression of a form, its names spelt as codes, with what it rests on.</summary>
internal sealed record FormExpression(Expression Parsed, string Text, IReadOnlyList<FormNamed> RestsOn);

/// <summary>Reads the expressions of a form; tells what is wrong with each by its place.</summary>
internal sealed class FormExpressions(FormBook book)
{
    private static readonly System.Buffers.SearchValues<char> Marks = System.Buffers.SearchValues.Create("‘’‚“”„«»–—−\u00A0\u202F");

    /// <summary>Reads one cell.</summary>
    /// <returns><see langword="null"/> for an empty cell, and after a report.</returns>
    public FormExpression? Read(FormRow row, string column, FormScope scope, ExpressionUse use)
    {
        var text = book.Survey.Cell(row, column);
        if (text.Length == 0) return null;
        if (!Expression.TryParse(text, use, out var expression, out var fault))
        {
            Report(FaultOutcome(fault.Code), row, column, fault, text);
            return null;
        }

        var (names, isWhole) = (new List<FormNamed>(), true);
        foreach (var reference in expression!.Parts.References) isWhole &= Name(reference, scope, names, row, column);
        foreach (var compared in expression.Parts.Compared) isWhole &= Choose(compared, names, row, column);
        if (!isWhole) return null;
        foreach (var reference in expression.Parts.References) reference.Code = names.First(named => named.Name == reference.Code).Code;
        foreach (var wrong in expression.Faults()) Report(FormOutcome.Error, row, column, wrong, text);
        if (expression.Faults().Count > 0) return null;
        if (text.Contains("today(", StringComparison.Ordinal) || text.Contains("now(", StringComparison.Ordinal)) Add(FormOutcome.Changed, row, column, FormNoticeCodes.AsksTheDay);
        if (text.AsSpan().IndexOfAny(Marks) >= 0) Add(FormOutcome.Changed, row, column, FormNoticeCodes.MarksUnderstood);
        return new(expression, expression.ToXlsForm(), names);
    }

    // What the language knows and a consultation has no use for is no mistake of the form's.
    private static FormOutcome FaultOutcome(string code) => code is "condition_function_elsewhere" or "condition_path" or "condition_pattern" or "condition_too_long" or "condition_too_deep" ? FormOutcome.NotCarried : FormOutcome.Error;

    private bool Name(VariableReference reference, FormScope scope, List<FormNamed> names, FormRow row, string column)
    {
        if (scope.Find(reference.Code) is not { } named)
        {
            Add(FormOutcome.Error, row, column, FormNoticeCodes.NameUnknown, ("name", reference.Code), ("nearest", Text.Slip.Nearest(reference.Code, scope.Names)), ("position", reference.Position + 1));
            return false;
        }

        names.Add(named);
        if (named.Code.Length > 0) return true;
        Add(FormOutcome.NotCarried, row, column, FormNoticeCodes.RestsOnLater, ("name", reference.Code));
        return false;
    }

    private bool Choose(ComparedCode compared, List<FormNamed> names, FormRow row, string column)
    {
        if (names.Find(named => named.Name == compared.Variable.Code) is not { List: { } list } chosen || compared.Code.Length == 0 || (chosen.HasOther && compared.Code == "other")) return true;
        if (list.CodeOf(compared.Code.Trim()) is not { } code)
        {
            Add(FormOutcome.Error, row, column, FormNoticeCodes.OptionUnknown, ("name", compared.Variable.Code), ("option", compared.Code), ("position", compared.Position + 1));
            return false;
        }

        if (compared.Literal is { } literal) literal.Value = ExpressionValue.Of(code);
        return true;
    }

    private void Report(FormOutcome outcome, FormRow row, string column, ExpressionFault fault, string text) =>
        Add(outcome, row, column, fault.Code, ("position", fault.Column), ("name", fault.Name), ("nearest", fault.Nearest), ("sign", ExpressionPlace.Sign(text, fault.Position)), ("around", ExpressionPlace.Around(text, fault.Position)));

    private void Add(FormOutcome outcome, FormRow row, string column, string code, params ReadOnlySpan<(string Name, object? Value)> facts) =>
        book.Report.Add(outcome, book.Survey.Sheet, row.Line, book.Survey.Written(column), code, facts);
}
