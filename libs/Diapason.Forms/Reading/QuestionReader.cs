namespace Diapason.Forms;

/// <summary>Reads one question, kind by kind.</summary>
internal static class QuestionReader
{
    private static readonly Dictionary<string, QuestionKind> Kinds = new(StringComparer.Ordinal)
    {
        ["single"] = QuestionKind.Single,
        ["multiple"] = QuestionKind.Multiple,
        ["statements"] = QuestionKind.Statements,
        ["paired"] = QuestionKind.Paired,
        ["piles"] = QuestionKind.Piles,
        ["number"] = QuestionKind.Number,
        ["short_text"] = QuestionKind.ShortText,
        ["long_text"] = QuestionKind.LongText,
        ["consent"] = QuestionKind.Consent,
        ["note"] = QuestionKind.Note,
    };

    public static Question? Read(YamlMap map, ReadingContext context)
    {
        var word = map.NeedWord("kind");
        if (!Kinds.TryGetValue(word, out var kind))
        {
            if (word.Length > 0) context.Log.Add(map.LineOf("kind"), "unknown_kind", ("kind", word));
            return null;
        }

        var question = Make(map, kind, context);
        map.Close();
        if (!context.Log.IsEmpty && question.Code.Length == 0) return null;
        context.QuestionLines[question] = map.Line;
        return question;
    }

    private static Question Make(YamlMap map, QuestionKind kind, ReadingContext context)
    {
        var hasItems = kind is QuestionKind.Statements or QuestionKind.Paired or QuestionKind.Piles;
        var hasOptions = kind is QuestionKind.Single or QuestionKind.Multiple or QuestionKind.Statements or QuestionKind.Piles;
        var question = new Question
        {
            Code = map.NeedCode("code", CodeKind.Question),
            Kind = kind,
            Title = kind == QuestionKind.Note && !map.Has("title") ? Text.LocalizedText.Empty : map.NeedText("title"),
            Hint = map.Text("hint"),
            Body = kind is QuestionKind.Consent or QuestionKind.Note ? map.NeedText("body") : Text.LocalizedText.Empty,
            Required = kind != QuestionKind.Note && (kind == QuestionKind.Consent || map.Flag("required")),
            When = ConditionReader.Read(map, context),
            Layout = Layout(map, kind, context),
            Options = kind == QuestionKind.Paired ? OptionsReader.Find(map, "importance", context) : hasOptions ? OptionsReader.Find(map, "options", context) : [],
            MasteryOptions = kind == QuestionKind.Paired ? OptionsReader.Find(map, "mastery", context) : [],
            MissingOptions = kind is QuestionKind.Consent or QuestionKind.Note ? [] : OptionsReader.FindMissing(map, context),
            Items = hasItems ? OptionsReader.Items(map, context) : [],
            Limits = Limits(map, kind, context),
        };
        Check(question, map, context);
        return question;
    }

    private static QuestionLayout Layout(YamlMap map, QuestionKind kind, ReadingContext context)
    {
        var word = kind is QuestionKind.Statements or QuestionKind.Single ? map.Word("layout") : null;
        if (word is null or "items") return QuestionLayout.Items;
        if (word == "grid" && kind == QuestionKind.Statements) return QuestionLayout.Grid;
        if (word == "select" && kind == QuestionKind.Single) return QuestionLayout.Select;
        context.Log.Add(map.LineOf("layout"), "unknown_layout", ("layout", word));
        return QuestionLayout.Items;
    }

    private static QuestionLimits Limits(YamlMap map, QuestionKind kind, ReadingContext context) => kind switch
    {
        QuestionKind.Multiple => new() { MinChoices = map.Count("min"), MaxChoices = map.Count("max") },
        QuestionKind.Number => new() { Min = map.Number("min"), Max = map.Number("max"), Decimals = Decimals(map, context), Unit = map.Text("unit") },
        QuestionKind.ShortText => new() { MaxLength = map.Count("max_length", QuestionLimits.DefaultShortText) },
        QuestionKind.LongText => new() { MaxLength = map.Count("max_length", QuestionLimits.DefaultLongText) },
        _ => new(),
    };

    // A decimal keeps 28 figures; ten after the mark leave room for any bound.
    private static int Decimals(YamlMap map, ReadingContext context)
    {
        var decimals = map.Count("decimals");
        if (decimals > 10) context.Log.Add(map.LineOf("decimals"), "wrong_bounds", ("question", map.Word("code") ?? ""));
        return decimals;
    }

    private static void Check(Question question, YamlMap map, ReadingContext context)
    {
        var limits = question.Limits;
        if (limits.Min > limits.Max || (limits.MaxChoices > 0 && limits.MinChoices > limits.MaxChoices) || limits.MinChoices > question.Options.Count)
            context.Log.Add(map.LineOf("min"), "wrong_bounds", ("question", question.Code));
        if (question.Kind == QuestionKind.Piles && question.Options.Count is not (0 or 3))
            context.Log.Add(map.LineOf("options"), "not_three_piles", ("question", question.Code));
        if (question.Options.Count(option => option.Other) > 1)
            context.Log.Add(map.LineOf("options"), "several_others", ("question", question.Code));
        if (question.Items.Count > 0 && question.Options.Any(option => option.Other || option.Exclusive))
            context.Log.Add(map.LineOf("options"), "option_out_of_place", ("question", question.Code));
    }
}
