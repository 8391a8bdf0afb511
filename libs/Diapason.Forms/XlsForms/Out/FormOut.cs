using Diapason.Text;

namespace Diapason.Forms;

/// <summary>A form in the making: its sheets, its names, none twice, its lists of choices, what is told of it.</summary>
internal sealed class FormOut
{
    private readonly Questionnaire _questionnaire;
    private readonly HashSet<string> _names;
    private readonly Dictionary<string, string> _lists = new(StringComparer.Ordinal);

    public FormOut(Questionnaire questionnaire)
    {
        _questionnaire = questionnaire;
        var languages = questionnaire.Heading.Languages;
        Survey = new("survey", ["type", "name", .. languages.Select(language => Column("label", language)), .. languages.Select(language => Column("hint", language)), "relevant", "constraint", "required", "appearance", "calculation"]);
        Choices = new("choices", ["list_name", "name", .. languages.Select(language => Column("label", language))]);
        Settings = new("settings", ["form_title", "form_id", "version", "default_language"]);
        // What expressions name keeps its name; groups give way.
        _names = [.. questionnaire.Variables.Select(variable => variable.Code), .. questionnaire.Calculations.Select(calculation => calculation.Code)];
    }

    public SheetOut Survey { get; }

    public SheetOut Choices { get; }

    public SheetOut Settings { get; }

    public FormReport Report { get; } = new();

    public Questionnaire Questionnaire => _questionnaire;

    public void WriteSettings()
    {
        var (languages, title) = (_questionnaire.Heading.Languages, _questionnaire.Title);
        Settings.Add(("form_title", title.In(languages[0])), ("form_id", _questionnaire.Code), ("version", _questionnaire.Version), ("default_language", FormLanguages.Name(languages[0])));
        if (languages.Any(language => title.In(language) != title.In(languages[0]))) Report.Add(FormOutcome.Changed, "settings", 2, "form_title", FormNoticeCodes.TitleInOneLanguage, ("language", languages[0]));
        Report.Add(FormOutcome.NotCarried, "settings", 0, "", FormNoticeCodes.MinutesLeftOut, ("minutes", _questionnaire.Minutes));
    }

    public void Open(string code, LocalizedText label, Condition? when, string appearance) =>
        Survey.Add([("type", "begin_group"), ("name", Name(code)), .. Said("label", label), ("relevant", When(when)), ("appearance", appearance)]);

    /// <summary>A name that nothing else bears.</summary>
    public string Name(string wanted)
    {
        var name = wanted;
        for (var next = 1; !_names.Add(name); next++) name = next == 1 ? $"{wanted}_group" : $"{wanted}_group{next}";
        return name;
    }

    public static string When(Condition? condition) => condition?.Expression.ToXlsForm() ?? "";

    /// <summary>The cells of a text in each language.</summary>
    public IEnumerable<(string Column, string Cell)> Said(string column, LocalizedText text)
    {
        if (text.IsEmpty) return [];
        var languages = _questionnaire.Heading.Languages;
        foreach (var quoted in text.All.SelectMany(said => QuotedAnswers.Of(said.Value)).DistinctBy(quoted => quoted.Code)) Tell(quoted, Column(column, languages[0]));
        return languages.Select(language => (Column(column, language), QuotedAnswers.Plain(text.In(language))));
    }

    /// <summary>The name of a list of choices, written once.</summary>
    public string List(string code, IReadOnlyList<Option> options, FilterOut? filter = null)
    {
        var content = string.Join('\n', options.Select(option => $"{option.Code} {option.Label.ToJson()} {option.When?.Text} {option.Image?.Name} {option.Image?.Alternative.ToJson()}"));
        if (_lists.TryGetValue(content, out var known)) return known;
        var name = code.Replace('.', '_');
        while (_lists.ContainsValue(name)) name += "_";
        foreach (var (at, option) in options.Index())
        {
            Choices.Add([("list_name", name), ("name", option.Code), .. Said("label", option.Label), .. Image(option), .. filter is null ? [] : new[] { (filter.Column, filter.Cells[at]) }]);
            if (!option.Hint.IsEmpty) Report.Add(FormOutcome.NotCarried, "choices", Choices.Line, "", FormNoticeCodes.OptionHintLeftOut, ("name", option.Code));
        }

        return _lists[content] = name;
    }

    // A form has an image in each language; what it shows stands in a column of ours.
    private IEnumerable<(string Column, string Cell)> Image(Option option)
    {
        if (option.Image is not { } image) return [];
        Report.Add(FormOutcome.Changed, "choices", Choices.Line + 1, "image_alt", FormNoticeCodes.AlternativeInColumn, ("name", option.Code));
        return [.. _questionnaire.Heading.Languages.Select(language => (Column("media::image", language), image.Name)), .. Said("image_alt", image.Alternative)];
    }

    // The row that is about to be written.
    private void Tell(QuotedAnswer quoted, string column)
    {
        if (quoted.Instead.Length > 0) Report.Add(FormOutcome.NotCarried, "survey", Survey.Line + 1, column, FormNoticeCodes.InsteadLeftOut, ("name", quoted.Code), ("instead", quoted.Instead));
        if (_questionnaire.FindVariable(quoted.Code)?.Type.IsCoded == true) Report.Add(FormOutcome.Changed, "survey", Survey.Line + 1, column, FormNoticeCodes.QuotedByName, ("name", quoted.Code));
    }

    private static string Column(string column, string language) => $"{column}::{FormLanguages.Name(language)}";
}
