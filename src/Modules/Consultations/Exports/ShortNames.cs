using Diapason.Forms;
using Diapason.Tables.Sav;

namespace Diapason.Consultations.Exports;

/// <summary>A name for each column that every statistics program takes, the same in the codebook and in the .sav.</summary>
internal sealed class ShortNames
{
    private readonly Dictionary<string, string> _names;

    private ShortNames(IEnumerable<string> columns)
    {
        var distinct = columns.Distinct(StringComparer.Ordinal).ToList();
        _names = distinct.Zip(SavNames.Of(distinct.Select(column => column.Replace(AnswerColumns.Missing, "__mis", StringComparison.Ordinal)))).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>Those of the file for programs, its weight included, whether it has one or not.</summary>
    public static ShortNames Of(Questionnaire questionnaire) => new([.. AnswerTables.Own, AnswerTables.Weight, .. AnswerColumns.Of(questionnaire).All.Select(column => column.Name)]);

    public string Of(string column) => _names.GetValueOrDefault(column, "");
}
