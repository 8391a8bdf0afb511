using System.Globalization;
using Diapason.Consultations.Answering;
using Diapason.Consultations.Contracts;
using Diapason.Forms;
using Diapason.Tables.Sav;

namespace Diapason.Consultations.Exports;

/// <summary>
/// The dictionary of the file for SPSS: the columns of the file for programs, with the questions and options as labels in one language, reasons why
/// there is no answer labelled too, each question of several choices as a set, and the weight.
/// </summary>
internal sealed class SpssDictionary(CampaignFacts campaign, string language, IReadOnlyDictionary<string, int> widths)
{
    private const int Decimals = 6;

    /// <param name="isWeighed">Whether a weight stands after what is kept of a sending.</param>
    /// <param name="madeAt">When, in the council's time.</param>
    public SavDictionary Of(bool isWeighed, DateTime madeAt)
    {
        var columns = ColumnMeanings.Of(campaign, isWeighed);
        return new([.. columns.Select(column => column.Column is null ? Own(column) : Answered(column, column.Column))])
        {
            Label = Screens.Say(campaign.Title, language),
            Weight = isWeighed ? AnswerTables.Weight : null,
            MadeAt = madeAt,
            Sets = [.. columns.Where(column => column.Column is OptionColumn).GroupBy(column => column.Column!.Variable).Where(options => options.Count() > 1)
                .Select(options => new SavSet(options.First().ShortName.Split(AnswerColumns.Mark)[0], AnswerTables.Asked(options.Key, language), [.. options.Select(option => option.ShortName)]))],
        };
    }

    private SavVariable Own(ColumnMeaning column) =>
        new(column.ShortName, column.Kind == ColumnKind.Number ? SavKind.Number : SavKind.Text, column.Label(language)) { Width = AnswerRows.LongestOwn, Decimals = column.IsWeight ? Decimals : 0 };

    private SavVariable Answered(ColumnMeaning meaning, AnswerColumn column)
    {
        var variable = new SavVariable(meaning.ShortName, meaning.Kind switch { ColumnKind.Text => SavKind.Text, ColumnKind.Day => SavKind.Day, _ => SavKind.Number }, meaning.Label(language))
        {
            Labels = [.. meaning.Codes(language).Select((code, at) => Labelled(column, code, at))],
        };
        return column switch
        {
            OptionColumn => variable with { Measure = SavMeasure.Nominal },
            LevelColumn => variable with { Measure = SavMeasure.Ordinal },
            RankColumn => variable with { Measure = SavMeasure.Ordinal },
            NumberColumn => variable with { Decimals = 2 },
            WordsColumn => variable with { Width = Math.Clamp(widths.GetValueOrDefault(column.Name), 1, SavVariable.LongestText) },
            _ => variable,
        };
    }

    /// <summary>Codes that are words are numbered; the writer finds the number by the code.</summary>
    private static SavLabel Labelled(AnswerColumn column, ColumnCode code, int at) => column switch
    {
        OptionColumn or LevelColumn => new(int.Parse(code.Code, CultureInfo.InvariantCulture), code.Label),
        MissingColumn => new((int)MissingCodes.Parse(code.Code), code.Label, code.Code),
        _ => new(at + 1, code.Label, code.Code),
    };
}
