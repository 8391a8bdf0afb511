using System.Globalization;
using Diapason.Text;

namespace Diapason.Forms;

/// <summary>Makes a question of LimeSurvey’s into one or several of ours, and gives expressions their names.</summary>
internal sealed partial class LssKinds(LssSurvey survey, LssNames names, FormReport report)
{
    private const string Other = "other", Comment = "comment", AnyOther = "-oth-";
    private readonly FormCodes _codes = new(CodeKind.Question);
    private LssRowRules _rules = LssRowRules.None;

    /// <summary>A code that no other question bears.</summary>
    public string Reserve(string wanted) => _codes.Take(wanted);

    /// <summary>When each of its rows is shown.</summary>
    public LssRowRules RulesOf(LssQuestion asked)
    {
        var rules = LssRowRules.Of(asked, names, report);
        if (rules.IsEmpty || asked.Type != "R") return rules;
        Note(FormOutcome.NotCarried, asked, "type", FormNoticeCodes.RankingShowsAll);
        return LssRowRules.None;
    }

    /// <summary>The questions, on one page; none after a report.</summary>
    /// <param name="asked">The question.</param>
    /// <param name="rules">When each of its rows is shown.</param>
    public IReadOnlyList<DraftQuestion> Of(LssQuestion asked, LssRowRules rules)
    {
        _rules = rules;
        var code = _codes.Take(asked.Title.Length > 0 ? asked.Title : "q" + asked.Id);
        if (code != asked.Title) Note(FormOutcome.Changed, asked, "title", FormNoticeCodes.NameChanged, ("name", asked.Title), ("became", code));
        var made = Made(asked, code);
        if (made.Count > 0) Note(FormOutcome.Carried, asked, "", FormNoticeCodes.Carried);
        return made;
    }

    private IReadOnlyList<DraftQuestion> Made(LssQuestion asked, string code) => asked.Type switch
    {
        "5" or "L" or "!" or "Y" or "G" => [Single(asked, code)],
        "O" => Commented(asked, code),
        "M" or "P" => [Multiple(asked, code)],
        "A" or "B" or "C" or "E" or "F" or "H" => Shown(asked, Statements(asked, code, "", 0)),
        "1" => [.. Shown(asked, Statements(asked, _codes.Take(code + "_0"), "_0", 0)), .. Shown(asked, Statements(asked, _codes.Take(code + "_1"), "_1", 1))],
        "K" => Rows(asked, code, NumberQuestion.Word),
        "Q" => Rows(asked, code, ShortTextQuestion.Word),
        ":" => Cells(asked, code, NumberQuestion.Word),
        ";" => Cells(asked, code, ShortTextQuestion.Word),
        "N" => [Written(asked, code, NumberQuestion.Word)],
        "S" => [Written(asked, code, asked.Attribute("numbers_only") == "1" ? NumberQuestion.Word : ShortTextQuestion.Word)],
        "T" or "U" => [Written(asked, code, LongTextQuestion.Word)],
        "D" => [Written(asked, code, DateQuestion.Word)],
        "X" => [Note(asked, code)],
        "R" => [Ranking(asked, code)],
        "|" => Left(asked, FormNoticeCodes.NeedsDevice),
        "I" => Left(asked, FormNoticeCodes.NotCollected),
        _ => Left(asked, FormNoticeCodes.TypeUnknown),
    };

    private DraftQuestion Asked(LssQuestion asked, string code, string kind)
    {
        var title = survey.Text(asked.Said, (asked.Row, "question"));
        if (title.IsEmpty)
        {
            Note(FormOutcome.Changed, asked, "question", FormNoticeCodes.LabelMissing, ("name", asked.Title));
            title = survey.Ours(asked.Title.Length > 0 ? asked.Title : code, asked.Title.Length > 0 ? asked.Title : code);
        }

        if (asked.Row["mandatory"] is "S") Note(FormOutcome.NotCarried, asked, "mandatory", FormNoticeCodes.RequiredOnCondition);
        var question = new DraftQuestion { Code = code, Kind = kind, Texts = Said(("title", title), ("hint", survey.Text(asked.Help, (asked.Row, "help")))) };
        return asked.Row["mandatory"] == "Y" ? question with { Values = question.Values.SetItem("required", "true") } : question;
    }

    private DraftQuestion Single(LssQuestion asked, string code)
    {
        var (options, map) = Options(asked, asked.Answers.Where(answer => answer.Scale == 0), "answer");
        Add(asked, "", new(code, code) { Options = map });
        if (asked.HasOther) names.Add(asked, Other, new(code + "." + FieldNames.Other, code));
        var question = Asked(asked, code, SingleQuestion.Word) with { Scales = DraftQuestion.NoScales.SetItem("options", new("", options)) };
        if (IsShuffled(asked)) question = question with { Values = question.Values.SetItem("order", RandomOrder.Word) };
        return asked.Type == "!" ? question with { Values = question.Values.SetItem("layout", "select") } : question;
    }

    private static bool IsShuffled(LssQuestion asked) => asked.Attribute("random_order") == "1" || asked.Attribute("answer_order") == RandomOrder.Word || asked.Attribute("subquestion_order") == RandomOrder.Word;

    private DraftQuestion Multiple(LssQuestion asked, string code)
    {
        var (options, map) = Options(asked, asked.Rows, "question");
        foreach (var row in asked.Rows) Add(asked, row.Code, new(code, code) { Option = map[row.Code], Options = map });
        var rowOf = asked.Rows.Where(row => map.ContainsKey(row.Code)).GroupBy(row => map[row.Code]).ToDictionary(same => same.Key, same => same.First().Code);
        options = [.. options.Where(option => !rowOf.TryGetValue(option.Code, out var row) || !_rules.Never.Contains(row)).Select(option => rowOf.TryGetValue(option.Code, out var row) ? option with { When = _rules.When(row) } : option)];
        if (asked.HasOther) names.Add(asked, Other, new(code, code) { Option = map[AnyOther], Options = map });
        if (asked.Type == "P") Note(FormOutcome.NotCarried, asked, "type", FormNoticeCodes.CommentsLeftOut);
        var alone = asked.Attribute("exclude_all_others").Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(map.GetValueOrDefault).ToHashSet();
        options = [.. options.Select(option => alone.Contains(option.Code) ? option with { Values = option.Values.SetItem("exclusive", "true") } : option)];
        var question = Asked(asked, code, MultipleQuestion.Word) with { Scales = DraftQuestion.NoScales.SetItem("options", new("", options)) };
        if (IsShuffled(asked)) question = question with { Values = question.Values.SetItem("order", RandomOrder.Word) };
        return question with { Values = question.Values.SetItems(Bounds(asked, ("min", "min_answers"), ("max", "max_answers"))) };
    }

    // Its answers stand with those of lists, or since LimeSurvey 6 with its rows.
    private DraftQuestion Ranking(LssQuestion asked, string code)
    {
        var (options, _) = Options(asked, asked.Answers.Count > 0 ? asked.Answers : asked.Rows, asked.Answers.Count > 0 ? "answer" : "question");
        var question = Asked(asked, code, RankingQuestion.Word) with { Scales = DraftQuestion.NoScales.SetItem("options", new("", options)) };
        if (IsShuffled(asked)) question = question with { Values = question.Values.SetItem("order", RandomOrder.Word) };
        if (asked.Attribute("min_answers") is not ("" or "0")) Attribute(asked, "min_answers", FormNoticeCodes.ConstraintNotCarried);
        var top = Bounds(asked, ("top", "max_answers"));
        return top.TryGetValue("top", out var most) && int.TryParse(most, CultureInfo.InvariantCulture, out var first) && first <= options.Count ? question with { Values = question.Values.SetItems(top) } : question;
    }

    private DraftQuestion Statements(LssQuestion asked, string code, string rest, int scale)
    {
        var (options, map) = Options(asked, asked.Answers.Where(answer => answer.Scale == scale), "answer");
        var codes = new FormCodes(CodeKind.Name);
        var items = new List<DraftOption>();
        foreach (var row in asked.Rows.Where(row => row.Scale == 0))
        {
            var item = codes.Take(row.Code);
            Add(asked, row.Code + rest, new($"{code}.{item}", code) { Options = map });
            items.Add(new() { Code = item, Label = Label(row, "question") });
        }

        var question = Asked(asked, code, StatementsQuestion.Word) with { Scales = DraftQuestion.NoScales.SetItem("options", new("", options)).SetItem("items", new("", items)) };
        if (rest.Length == 0) return question;
        var header = survey.Text(survey.Said(asked.SaidAttributes[scale == 0 ? "dualscale_headerA" : "dualscale_headerB"], "value"), (asked.Row, "dualscale_header"));
        return header.IsEmpty ? question : question with { Texts = question.Texts.SetItem("title", Joined(question.Title, header)) };
    }

    private DraftQuestion Written(LssQuestion asked, string code, string kind)
    {
        names.Add(asked, "", new(code, code));
        var question = Asked(asked, code, kind);
        if (asked.Row["preg"].Length > 0) Note(FormOutcome.NotCarried, asked, "preg", FormNoticeCodes.ConstraintNotCarried);
        var unit = kind == NumberQuestion.Word ? survey.Text(survey.Said(asked.SaidAttributes["suffix"], "value"), (asked.Row, "suffix")) : LocalizedText.Empty;
        return question with
        {
            Texts = unit.IsEmpty ? question.Texts : question.Texts.SetItem("unit", unit),
            Values = question.Values.SetItems(kind switch
            {
                NumberQuestion.Word => Numbers(asked),
                DateQuestion.Word => Days(asked),
                _ => Lengths(asked, kind == LongTextQuestion.Word ? "4000" : "1000"),
            }),
        };
    }

    private DraftQuestion Note(LssQuestion asked, string code)
    {
        var body = survey.Text(asked.Said, (asked.Row, "question"), hasLines: true);
        if (body.IsEmpty) Note(FormOutcome.Changed, asked, "question", FormNoticeCodes.WordsInvented);
        return new() { Code = code, Kind = NoteQuestion.Word, Texts = Said(("body", body.IsEmpty ? survey.Ours(StandIns.Dots, StandIns.Dots) : body)) };
    }

    private IReadOnlyList<DraftQuestion> Left(LssQuestion asked, string reason)
    {
        Note(reason == FormNoticeCodes.TypeUnknown ? FormOutcome.Error : FormOutcome.NotCarried, asked, "type", reason, ("type", asked.Type), ("nearest", null));
        return [];
    }

    private (List<DraftOption> Options, Dictionary<string, string> Codes) Options(LssQuestion asked, IEnumerable<LssChoice> choices, string column)
    {
        var (codes, map, options) = (new FormCodes(CodeKind.Option), new Dictionary<string, string>(StringComparer.Ordinal), new List<DraftOption>());
        foreach (var (code, french, english) in LssScales.Of(asked.Type)) Offer(code, survey.Ours(french, english));
        if (options.Count == 0)
            foreach (var choice in choices.Where(choice => !map.ContainsKey(choice.Code))) Offer(choice.Code, Label(choice, column));
        if (!asked.HasOther || asked.Type is not ("L" or "!" or "O" or "M" or "P")) return (options, map);
        var said = survey.Text(survey.Said(asked.SaidAttributes["other_replace_text"], "value"), (asked.Row, "other_replace_text"));
        Offer(AnyOther, said.IsEmpty ? survey.Ours("Autre", "Other") : said, Other);
        options[^1] = options[^1] with { Values = options[^1].Values.SetItem(Other, "true") };
        return (options, map);

        void Offer(string code, LocalizedText label, string? wanted = null)
        {
            // A missing kind is no option of a list; the code stays near to it.
            map[code] = codes.Take(MissingCodes.Parse(FormCodes.Spell(code, CodeKind.Option)) == MissingKind.None ? wanted ?? code : code + "_");
            options.Add(new() { Code = map[code], Label = label });
        }
    }

    private LocalizedText Label(LssChoice choice, string column)
    {
        var said = survey.Text(choice.Said, (choice.Row, column));
        if (!said.IsEmpty) return said;
        report.Add(FormOutcome.Changed, choice.Row.Table, choice.Row.Line, column, FormNoticeCodes.LabelMissing, ("name", choice.Code));
        return survey.Ours(choice.Code.Length > 0 ? choice.Code : StandIns.Dots, choice.Code.Length > 0 ? choice.Code : StandIns.Dots);
    }

    private Dictionary<string, string> Numbers(LssQuestion asked)
    {
        var kept = Bounds(asked, ("min", asked.Type == ":" ? "multiflexible_min" : "min_num_value_n"), ("max", asked.Type == ":" ? "multiflexible_max" : "max_num_value_n"));
        kept["decimals"] = asked.Attribute("num_value_int_only") == "1" ? "0" : "10";
        return kept;
    }

    private Dictionary<string, string> Lengths(LssQuestion asked, string otherwise)
    {
        var kept = Bounds(asked, ("max_length", "maximum_chars"));
        kept.TryAdd("max_length", otherwise);
        return kept;
    }

    private Dictionary<string, string> Days(LssQuestion asked)
    {
        var kept = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, attribute) in (ReadOnlySpan<(string, string)>)[("min", "date_min"), ("max", "date_max")])
        {
            var written = asked.Attribute(attribute).Split(' ')[0];
            if (DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) kept[key] = written;
            else if (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 2100) kept[key] = $"{year}-{(key == "min" ? "01-01" : "12-31")}";
            else if (written.Length > 0) Attribute(asked, attribute, FormNoticeCodes.ConstraintNotCarried);
        }

        return kept;
    }

    private Dictionary<string, string> Bounds(LssQuestion asked, params ReadOnlySpan<(string Key, string Attribute)> bounds)
    {
        var kept = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, attribute) in bounds)
        {
            if (asked.Attribute(attribute).Trim() is not { Length: > 0 } written) continue;
            if (decimal.TryParse(written, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var bound) && (key is "min" or "max" && asked.Type is not ("M" or "P") || (bound is > 0 and <= 100_000 && bound % 1 == 0))) kept[key] = written;
            else Attribute(asked, attribute, FormNoticeCodes.ConstraintNotCarried);
        }

        return kept;
    }

    private void Attribute(LssQuestion asked, string attribute, string code)
    {
        var row = asked.SaidAttributes[attribute].First();
        report.Add(FormOutcome.NotCarried, row.Table, row.Line, attribute, code);
    }

    private void Add(LssQuestion asked, string rest, LssTarget target) => names.Add(asked, rest, target);

    private void Note(FormOutcome outcome, LssQuestion asked, string column, string code, params ReadOnlySpan<(string Name, object? Value)> facts) =>
        report.Add(outcome, asked.Row.Table, asked.Row.Line, column, code, facts);

    private static LocalizedText Joined(LocalizedText first, LocalizedText second) => first.Map((language, text) => $"{text} – {second.In(language)}");

    private static System.Collections.Immutable.ImmutableSortedDictionary<string, LocalizedText> Said(params ReadOnlySpan<(string Key, LocalizedText Text)> texts)
    {
        var said = DraftPart.NoTexts;
        foreach (var (key, text) in texts)
            if (!text.IsEmpty) said = said.SetItem(key, text);
        return said;
    }
}
