namespace Diapason.Forms;

/// <summary>Makes the questionnaire's question of a row.</summary>
internal sealed class FormQuestions(FormBook book, Dictionary<string, FormList> lists, FormExpressions expressions)
{
    /// <summary>The type of a row that asks to agree.</summary>
    public const string Acknowledge = "acknowledge";

    private static readonly string[] Quiet = ["", "field-list", "table-list"];

    private Func<string, string?> _quote = _ => null;

    private SheetColumns Columns => book.Survey;

    /// <summary>The keys of a question; <see langword="null"/> after a report.</summary>
    /// <param name="item">The row.</param>
    /// <param name="when">When it is shown.</param>
    /// <param name="quote">The code of an answer that its words may quote.</param>
    public IReadOnlyList<(string Key, object Value)>? Make(FormItem item, string when, Func<string, string?> quote)
    {
        var (row, code) = (item.Row, item.Named!.Code);
        _quote = quote;
        if (item.Worked is { } worked) return Worked(item, worked, when);
        var label = book.Texts(Columns, row, "label", quote);
        if (label.Count == 0)
        {
            book.Report.Add(FormOutcome.Changed, Columns.Sheet, row.Line, "label", FormNoticeCodes.LabelMissing, ("name", code));
            label = book.Same(item.Named.Name);
        }

        var isNote = item.Type.Kind == NoteQuestion.Word;
        var bounds = isNote ? FormBounds.None : Bounds(item);
        if (Own(item, bounds.Alone) is not { } own) return null;
        var keys = new List<(string Key, object Value)>
        {
            ("code", code), ("kind", own.Kind), (isNote ? "body" : "title", label), ("hint", isNote ? [] : book.Texts(Columns, row, "hint", quote)),
            ("required", !isNote && IsRequired(row) ? "true" : ""), ("when", when),
        };
        keys.AddRange(own.Keys.ExceptBy(bounds.Keys.Select(pair => pair.Key), pair => pair.Key));
        keys.AddRange(bounds.Keys);
        book.Report.Add(FormOutcome.Carried, Columns.Sheet, row.Line, "", FormNoticeCodes.Carried);
        return keys;
    }

    // A value that has words of its own, and is kept.
    private IReadOnlyList<(string Key, object Value)> Worked(FormItem item, FormExpression worked, string when)
    {
        book.Report.Add(FormOutcome.Carried, Columns.Sheet, item.Row.Line, "", FormNoticeCodes.Carried);
        var type = worked.Parsed.Type switch { ExpressionType.Number or ExpressionType.Boolean => VariableType.Number, ExpressionType.Date => VariableType.Date, _ => VariableType.Text };
        return [("code", item.Named!.Code), ("kind", CalculatedQuestion.Word), ("type", type.Word), ("title", book.Texts(Columns, item.Row, "label", _quote)), ("value", worked.Text), ("when", when)];
    }

    private (string Kind, IReadOnlyList<(string Key, object Value)> Keys)? Own(FormItem item, IReadOnlyList<string> alone)
    {
        var (row, appearance) = (item.Row, Columns.Cell(item.Row, "appearance").ToLowerInvariant());
        var isList = appearance.Contains("minimal", StringComparison.Ordinal) || appearance.Contains("autocomplete", StringComparison.Ordinal);
        var isLong = appearance.Contains("multiline", StringComparison.Ordinal);
        if (Array.IndexOf(Quiet, appearance) < 0 && !(isList && item.Type.Kind == SingleQuestion.Word) && !isLong) Note(FormOutcome.NotCarried, row, "appearance", FormNoticeCodes.AppearanceNotUsed);
        switch (item.Type.Kind)
        {
            case SingleQuestion.Word or MultipleQuestion.Word: return Options(item, alone, FormImages.HasPlace(item, isList)) is { } options ? (item.Type.Kind, isList && item.Type.Kind == SingleQuestion.Word ? [.. options, ("layout", "select")] : options) : null;
            case RankingQuestion.Word: return Options(item, alone, hasImages: false) is { } ranked ? (RankingQuestion.Word, ranked) : null;
            case Acknowledge:
                Note(FormOutcome.Changed, row, "type", FormNoticeCodes.KindChanged, ("type", Acknowledge), ("became", SingleQuestion.Word));
                return (SingleQuestion.Word, [("options", (List<object>)[new List<(string, object)> { ("code", "ok") }.Concat(book.Same("OK")).ToList()])]);
            case "range":
                Note(FormOutcome.Changed, row, "type", FormNoticeCodes.KindChanged, ("type", "range"), ("became", NumberQuestion.Word));
                return (NumberQuestion.Word, Range(Columns.Cell(row, "parameters")));
            case "decimal": return (NumberQuestion.Word, [("decimals", "10")]);
            case ShortTextQuestion.Word: return (isLong ? LongTextQuestion.Word : ShortTextQuestion.Word, Columns.Cell(row, "constraint").Contains("string-length", StringComparison.Ordinal) ? [] : [("max_length", isLong ? "4000" : "1000")]);
            default: return (item.Type.Kind, []);
        }
    }

    /// <summary>The choice that the row after a question asks to specify, when that is all it does; <see langword="null"/> otherwise.</summary>
    public string? Specified(FormItem item, FormItem next)
    {
        if (item.Type.HasOther || !lists.TryGetValue(item.Type.List, out var list) || next.Type.Kind != ShortTextQuestion.Word || item.Named!.Code + "." + FieldNames.Other != next.Named!.Code) return null;
        if (!item.Groups.SequenceEqual(next.Groups) || !Expression.TryParse(Columns.Cell(next.Row, "relevant"), ExpressionUse.Decides, out var relevant, out _)) return null;
        return relevant!.Root is CallNode { Function.Name: "selected", Arguments: [AnswerNode answer, LiteralNode code] } && answer.Reference.Code == item.Named.Name && list.CodeOf(code.Value.AsText()) is { } known
            && !MissingCodes.CanBeChosen(MissingCodes.Parse(known)) ? known : null;
    }

    private IReadOnlyList<(string Key, object Value)>? Options(FormItem item, IReadOnlyList<string> alone, bool hasImages)
    {
        if (!lists.TryGetValue(item.Type.List, out var list))
        {
            Note(FormOutcome.Error, item.Row, "type", FormNoticeCodes.ListUnknown, ("list", item.Type.List), ("nearest", Text.Slip.Nearest(item.Type.List, lists.Keys)));
            return null;
        }

        list.IsUsed = true;
        hasImages |= list.Answers.All(choice => choice.Image.Length == 0);
        if (!hasImages) Note(FormOutcome.NotCarried, item.Row, "type", FormNoticeCodes.ImagesOutOfPlace, ("list", list.Name));
        var (whens, never) = Filtered(item, list);
        var shuffled = Columns.Cell(item.Row, "parameters").Replace(" ", "", StringComparison.Ordinal).Contains("randomize=true", StringComparison.OrdinalIgnoreCase) ? RandomOrder.Word : "";
        return [.. Listed(item, list, new(alone, choice => never.Contains(choice) ? null : whens.GetValueOrDefault(choice, ""), hasImages)), ("order", shuffled)];
    }

    private IReadOnlyList<(string Key, object Value)> Listed(FormItem item, FormList list, Listing how)
    {
        var (alone, offered, hasImages) = how;
        if (hasImages && !item.Type.HasOther && item.Specified.Length == 0 && alone.Count == 0 && list.Answers.All(choice => offered(choice) is "")) return [("options", list.Code), ("missing", list.Missing)];
        var choices = list.Answers.Where(choice => offered(choice) is not null).Select(choice => (object)(List<(string Key, object Value)>)[.. Option(hasImages ? choice : choice with { Image = "", Alternative = [] }), ("exclusive", alone.Contains(choice.Code) ? "true" : ""), ("other", item.Specified == choice.Code ? "true" : ""), ("when", offered(choice)!)]);
        if (!item.Type.HasOther) return [("options", choices.ToList()), ("missing", list.Missing)];
        var other = new List<(string, object)> { ("code", list.CodeOf("other") is null ? "other" : "other_2"), ("other", "true") };
        other.InsertRange(1, book.Languages.Select(language => (language, (object)(language == Text.LocalizedText.FrenchCode ? "Autre" : "Other"))));
        return [("options", choices.Append(other).ToList()), ("missing", list.Missing)];
    }

    // When each choice is offered, where it is not always; and those that never are.
    private (Dictionary<FormChoice, string> Whens, HashSet<FormChoice> Never) Filtered(FormItem item, FormList list)
    {
        var (whens, never) = (new Dictionary<FormChoice, string>(ReferenceEqualityComparer.Instance), new HashSet<FormChoice>(ReferenceEqualityComparer.Instance));
        if (Columns.Cell(item.Row, "choice_filter").Length == 0 || expressions.Read(item.Row, "choice_filter", item.Scope, ExpressionUse.Filters) is not { } read) return (whens, never);
        var filter = new FormFilter(read, book.Choices);
        if (!filter.IsWhole || item.Type.Kind == RankingQuestion.Word || read.RestsOn.Any(named => _quote(named.Name) is null))
        {
            Note(FormOutcome.NotCarried, item.Row, "choice_filter", FormNoticeCodes.FilterNotCarried);
            return (whens, never);
        }

        foreach (var name in filter.Names) book.FilterColumns.Add(name);
        foreach (var choice in list.Answers)
        {
            if (filter.When(choice) is not { } when) never.Add(choice);
            else if (when.Length > 0) whens[choice] = when;
        }

        // Nobody would be offered anything: they all are, and it is told.
        if (never.Count > 0 && never.Count == list.Answers.Count())
        {
            Note(FormOutcome.NotCarried, item.Row, "choice_filter", FormNoticeCodes.FilterOffersNothing);
            return (whens, []);
        }

        foreach (var choice in never) book.Report.Add(FormOutcome.NotCarried, book.Choices.Sheet, choice.Row, "", FormNoticeCodes.ChoiceNeverOffered, ("name", choice.Name));
        return (whens, never);
    }

    public static IReadOnlyList<(string Key, object Value)> Option(FormChoice choice) => [("code", choice.Code), .. choice.Label, ("image", choice.Image), ("image_alt", choice.Alternative)];

    /// <summary>How the choices of a list are written for one question.</summary>
    /// <param name="Alone">Codes of those that stand alone.</param>
    /// <param name="Offered">When one is offered: empty for always, null for never.</param>
    /// <param name="HasImages">Whether images come with them.</param>
    private sealed record Listing(IReadOnlyList<string> Alone, Func<FormChoice, string?> Offered, bool HasImages);

    private static IReadOnlyList<(string Key, object Value)> Range(string parameters)
    {
        var given = parameters.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=')).Where(part => part.Length == 2 && !double.IsNaN(NumberText.Read(part[1])))
            .GroupBy(part => part[0].ToLowerInvariant()).ToDictionary(part => part.Key, part => part.First()[1]);
        var decimals = given.GetValueOrDefault("step", "1").Contains('.', StringComparison.Ordinal) ? "10" : "0";
        return [("min", given.GetValueOrDefault("start", "1")), ("max", given.GetValueOrDefault("end", "10")), ("decimals", decimals)];
    }

    private bool IsRequired(FormRow row)
    {
        var written = Columns.Cell(row, "required").ToLowerInvariant();
        if (written is "yes" or "true" or "true()" or "1" or "oui") return true;
        if (written is not ("" or "no" or "false" or "false()" or "0" or "non")) Note(FormOutcome.NotCarried, row, "required", FormNoticeCodes.RequiredOnCondition);
        return false;
    }

    private FormBounds Bounds(FormItem item)
    {
        if (Columns.Cell(item.Row, "constraint").Length == 0 || expressions.Read(item.Row, "constraint", item.Scope, ExpressionUse.Judges) is not { } constraint) return FormBounds.None;
        var bounds = FormBounds.Of(constraint.Parsed.Root, item.Type.Kind == "range" ? NumberQuestion.Word : item.Type.Kind, lists.GetValueOrDefault(item.Type.List));
        if (bounds is null && CanJudge(item, constraint)) bounds = new([("constraint", constraint.Text)], []);
        if (bounds is null) Note(FormOutcome.NotCarried, item.Row, "constraint", FormNoticeCodes.ConstraintNotCarried);
        if (bounds is not null && IsJudged(item)) return bounds with { Keys = [.. bounds.Keys, ("constraint_message", book.Texts(Columns, item.Row, "constraint_message"))] };
        if (Columns.Texts(item.Row, "constraint_message", book.Main).Count > 0) Note(FormOutcome.NotCarried, item.Row, "constraint_message", FormNoticeCodes.MessageNotCarried);
        return bounds ?? FormBounds.None;
    }

    private static bool IsJudged(FormItem item) => item.Type.Kind is not (Acknowledge or RankingQuestion.Word);

    // It may name what was asked before; choices spelt otherwise here are not those it names.
    private bool CanJudge(FormItem item, FormExpression constraint) => IsJudged(item)
        && constraint.RestsOn.All(named => named == item.Named || named.Page >= 0 || named.RestsOn is not null)
        && (!lists.TryGetValue(item.Type.List, out var list) || list.Choices.TrueForAll(choice => choice.Name == choice.Code));

    private void Note(FormOutcome outcome, FormRow row, string column, string code, params ReadOnlySpan<(string Name, object? Value)> facts) =>
        book.Report.Add(outcome, Columns.Sheet, row.Line, Columns.Written(column), code, facts);
}
