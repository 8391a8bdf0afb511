using Diapason.Text;

namespace Diapason.Forms;

/// <summary>An answer or a row of a question.</summary>
internal sealed record LssChoice(LssRow Row, string Code, int Scale, IReadOnlyDictionary<string, string> Said);

/// <summary>One question with all that the file says of it in its several tables.</summary>
internal sealed record LssQuestion(LssRow Row)
{
    public string Id => Row["qid"];

    public string Title => Row["title"];

    public string Type => Row["type"];

    public bool HasOther => Row["other"] == "Y";

    public required IReadOnlyDictionary<string, string> Said { get; init; }

    public required IReadOnlyDictionary<string, string> Help { get; init; }

    /// <summary>Attributes by name; those said by language keep the first, and <see cref="SaidAttributes"/> has them all.</summary>
    public required IReadOnlyDictionary<string, string> Attributes { get; init; }

    public required ILookup<string, LssRow> SaidAttributes { get; init; }

    public required IReadOnlyList<LssChoice> Answers { get; init; }

    public required IReadOnlyList<LssChoice> Rows { get; init; }

    public string Attribute(string name) => Attributes.GetValueOrDefault(name, "");
}

/// <summary>A group of questions, in order.</summary>
internal sealed record LssGroup(LssRow Row, IReadOnlyDictionary<string, string> Name, IReadOnlyDictionary<string, string> Description, IReadOnlyList<LssQuestion> Questions);

/// <summary>
/// The survey of a file, whatever its age: texts stand in the tables themselves, a row a language, or in tables of their own (<c>…_l10ns</c>, since
/// LimeSurvey 4).
/// </summary>
internal sealed class LssSurvey
{
    private readonly LssTables _tables;
    private readonly FormReport _report;

    public LssSurvey(LssTables tables, FormReport report)
    {
        (_tables, _report) = (tables, report);
        Settings = tables["surveys"] is [var settings, ..] ? settings : new("surveys", 0);
        Words = tables["surveys_languagesettings"];
        var written = new[] { Settings["language"] }.Concat(Settings["additional_languages"].Split(' ')).Concat(Words.Select(row => row["surveyls_language"]))
            .Concat(tables["questions"].Concat(tables["question_l10ns"]).Select(row => row["language"])).Where(language => language.Length > 0).Distinct().ToList();
        foreach (var language in written)
            if (Code(language) is not { } code) report.Add(FormOutcome.NotCarried, Settings.Table, Settings.Line, "language", FormNoticeCodes.LanguageUnknown, ("name", language));
            else if (!_languages.ContainsValue(code)) _languages[language] = code;
            else report.Add(FormOutcome.NotCarried, Settings.Table, Settings.Line, "additional_languages", FormNoticeCodes.LanguageTwice, ("name", language));
        if (_languages.Count == 0) _languages[""] = LocalizedText.FrenchCode;
        Groups = Read();
    }

    private readonly Dictionary<string, string> _languages = new(StringComparer.Ordinal);

    public LssRow Settings { get; }

    public IReadOnlyList<LssRow> Words { get; }

    public IReadOnlyList<LssGroup> Groups { get; }

    /// <summary>Codes of ours, the survey's own first.</summary>
    public IReadOnlyList<string> Languages => [.. _languages.Values];

    /// <summary>Some texts in every language of the survey; what is missing says another's, and is told.</summary>
    public LocalizedText Text(IReadOnlyDictionary<string, string> said, (LssRow Row, string Column) place, bool hasLines = false)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (language, text) in said)
        {
            var plain = LssText.Plain(text, hasLines);
            if (plain.Quoted.Length > 0) _report.Add(FormOutcome.Changed, place.Row.Table, place.Row.Line, place.Column, FormNoticeCodes.AnswerInText, ("name", plain.Quoted));
            if (plain.HadMarkup) _report.Add(FormOutcome.Changed, place.Row.Table, place.Row.Line, place.Column, FormNoticeCodes.MarkupRemoved);
            if (plain.Text.Length > 0) words[language] = plain.Text;
        }

        if (words.Count == 0) return LocalizedText.Empty;
        var spare = words.GetValueOrDefault(Languages[0]) ?? words.Values.First();
        foreach (var language in Languages.Where(language => !words.ContainsKey(language)))
            _report.Add(FormOutcome.Changed, place.Row.Table, place.Row.Line, $"{place.Column} ({language})", FormNoticeCodes.TranslationMissing, ("language", language));
        return LocalizedText.Of(Languages.Select(language => (language, (string?)words.GetValueOrDefault(language, spare))));
    }

    /// <summary>A text of the survey as a whole.</summary>
    public LocalizedText Text(string column, bool hasLines = false) =>
        Words.Count == 0 ? LocalizedText.Empty : Text(Said(Words, column, "surveyls_language"), (Words[0], column), hasLines);

    /// <summary>A sentence of ours in every language of the survey: French, or English.</summary>
    public LocalizedText Ours(string french, string english) => LocalizedText.Of(Languages.Select(language => (language, (string?)(language == LocalizedText.FrenchCode ? french : english))));

    public IReadOnlyDictionary<string, string> Said(IEnumerable<LssRow> rows, string column, string languageColumn = "language")
    {
        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in rows)
            if (row[column] is { Length: > 0 } text && _languages.TryGetValue(row.Has(languageColumn) && row[languageColumn].Length > 0 ? row[languageColumn] : _languages.First().Key, out var code)) said.TryAdd(code, text);
        return said;
    }

    private List<LssGroup> Read()
    {
        var groupWords = _tables["group_l10ns"].Concat(_tables["groups"]).ToLookup(row => row["gid"]);
        var questions = Questions().ToLookup(question => question.Row["gid"]);
        var groups = _tables["groups"].DistinctBy(row => row["gid"]).OrderBy(row => row.Number("group_order")).ToList();
        var lost = questions.Where(group => !groups.Exists(known => known["gid"] == group.Key)).Select(group => group.First().Row);
        return [.. groups.Concat(lost).Select(row => new LssGroup(
            row, row.Table == "groups" ? Said(groupWords[row["gid"]], "group_name") : new Dictionary<string, string>(), Said(groupWords[row["gid"]], "description"),
            [.. questions[row["gid"]].OrderBy(question => question.Row.Number("question_order"))]))];
    }

    private IEnumerable<LssQuestion> Questions()
    {
        var words = _tables["question_l10ns"].Concat(_tables["questions"]).Concat(_tables["subquestions"]).ToLookup(row => row["qid"]);
        var attributes = _tables["question_attributes"].ToLookup(row => row["qid"]);
        var answerWords = _tables["answer_l10ns"].ToLookup(row => row["aid"]);
        var answers = _tables["answers"].ToLookup(row => row["qid"]);
        var rows = _tables["subquestions"].Concat(_tables["questions"].Where(IsRow)).ToLookup(row => row["parent_qid"]);
        foreach (var row in _tables["questions"].Where(row => !IsRow(row)).DistinctBy(row => row["qid"]))
        {
            var own = attributes[row["qid"]].ToList();
            yield return new LssQuestion(row)
            {
                Said = Said(words[row["qid"]], "question"),
                Help = Said(words[row["qid"]], "help"),
                Attributes = own.GroupBy(one => one["attribute"]).ToDictionary(same => same.Key, same => same.First()["value"]),
                SaidAttributes = own.ToLookup(one => one["attribute"]),
                Rows = [.. rows[row["qid"]].DistinctBy(one => one["qid"]).OrderBy(one => one.Number("question_order")).Select(one => new LssChoice(one, one["title"], one.Number("scale_id"), Said(words[one["qid"]], "question")))],
                Answers = [.. answers[row["qid"]].GroupBy(one => (one["code"], one["scale_id"])).Select(same => (Row: same.First(), All: same)).OrderBy(one => one.Row.Number("sortorder"))
                    .Select(one => new LssChoice(one.Row, one.Row["code"], one.Row.Number("scale_id"), Said(one.Row.Has("answer") ? one.All : answerWords[one.Row["aid"]], "answer")))],
            };
        }
    }

    private static bool IsRow(LssRow question) => question["parent_qid"] is not ("" or "0");

    // de-informal, pt-BR, zh-Hans: a language of ours is two or three letters.
    private static string? Code(string written) => FormLanguages.Code(written.Split('-')[0]);
}
