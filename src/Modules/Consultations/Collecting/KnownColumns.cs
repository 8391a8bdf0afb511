using System.Text.RegularExpressions;
using Diapason.Consultations.Answering;
using Diapason.Consultations.Exports;
using Diapason.Forms;

namespace Diapason.Consultations.Collecting;

/// <summary>What a column is about.</summary>
/// <param name="Option">One of its options; null when it is about the whole.</param>
/// <param name="IsWhy">It says why there is no answer.</param>
internal sealed record ColumnSubject(Variable Variable, Option? Option = null, bool IsWhy = false);

/// <summary>
/// The headings under which a questionnaire's variables may be known: those of our own files by name, then by code and by words in each language as other programs
/// make them (<c>code[item]</c>, <c>code_other</c>, <c>Question [Item]</c>). What could be two things is neither.
/// </summary>
internal sealed partial class KnownColumns
{
    private static readonly string[] OtherWords = ["other", "autre", "precisez", "specify", "other specify", "autre precisez"];
    private readonly Dictionary<string, ColumnSubject> _exact = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, ColumnSubject?> _plain = new(StringComparer.Ordinal);
    private readonly Questionnaire _questionnaire;

    public KnownColumns(Questionnaire questionnaire)
    {
        _questionnaire = questionnaire;
        var names = ShortNames.Of(questionnaire);
        foreach (var variable in questionnaire.Variables)
        {
            _exact.TryAdd(variable.Code, new(variable));
            foreach (var column in AnswerColumns.Of(variable))
            {
                var subject = Of(column);
                _exact.TryAdd(column.Name, subject);
                _exact.TryAdd(names.Of(column.Name), subject);
            }
        }

        foreach (var variable in questionnaire.Variables.Where(variable => !variable.IsSaidAgain && !variable.Question.IsConsent)) Learn(variable);
    }

    /// <summary>Null when no heading nor label tells.</summary>
    public ColumnSubject? Find(CollectedColumn column) => Find(column.Name) ?? (column.Label.Length > 0 ? Find(column.Label) : null);

    private ColumnSubject? Find(string heading)
    {
        if (_exact.TryGetValue(heading, out var exact)) return exact;
        // Our file in words: « Question [code] ».
        if (Coded().Match(heading) is { Success: true } coded && _questionnaire.FindVariable(coded.Groups["code"].Value) is { } variable) return new(variable);
        var plain = PlainWords.Of(heading);
        return plain.Length == 0 ? null : _plain.GetValueOrDefault(plain) ?? _plain.GetValueOrDefault(PlainWords.WithoutNumber(plain));
    }

    private void Learn(Variable variable)
    {
        Learn(variable.Code, new(variable));
        foreach (var option in Apart(variable))
        {
            Learn($"{variable.Code} {option.Code}", new(variable, option));
            foreach (var language in _questionnaire.Heading.Languages)
            {
                var (title, label) = (Screens.Say(variable.Label, language), Screens.Say(option.Label, language));
                Learn($"{title} {label}", new(variable, option));
                Learn($"{label} {title}", new(variable, option));
            }
        }

        foreach (var language in _questionnaire.Heading.Languages)
        {
            var title = Screens.Say(variable.Question.Title, language);
            if (variable.SpecifiesOther) foreach (var other in OtherWords) Learn($"{title} {other}", new(variable));
            else Learn(AnswerTables.Asked(variable, language), new(variable));
            if (variable is { Item: { } item, Aspect: "" }) Learn(Screens.Say(item.Label, language), new(variable));
        }
    }

    private static IReadOnlyList<Option> Apart(Variable variable) => variable.Type is ChoicesType or RankingType ? variable.Options : [];

    private void Learn(string heading, ColumnSubject subject)
    {
        if (PlainWords.Of(heading) is not { Length: > 0 } plain) return;
        if (_plain.TryGetValue(plain, out var known)) _plain[plain] = known == subject ? subject : null;
        else _plain[plain] = subject;
    }

    private static ColumnSubject Of(AnswerColumn column) => column switch
    {
        MissingColumn => new(column.Variable, IsWhy: true),
        OptionColumn one => new(column.Variable, one.Option),
        RankColumn one => new(column.Variable, one.Option),
        _ => new(column.Variable),
    };

    [GeneratedRegex(@"\[(?<code>[a-z0-9_.]{1,200})\]$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Coded();
}
