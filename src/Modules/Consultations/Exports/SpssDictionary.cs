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
    private readonly IReadOnlyList<AnswerColumn> _columns = AnswerColumns.Of(campaign.Questionnaire).All;
    private readonly ShortNames _names = ShortNames.Of(campaign.Questionnaire);

    /// <param name="isWeighed">Whether a weight stands after what is kept of a sending.</param>
    /// <param name="madeAt">When, in the council's time.</param>
    public SavDictionary Of(bool isWeighed, DateTime madeAt) => new([.. AnswerTables.Own.Select(Own), .. isWeighed ? [Weight] : Array.Empty<SavVariable>(), .. _columns.Select(Column)])
    {
        Label = Screens.Say(campaign.Title, language),
        Weight = isWeighed ? AnswerTables.Weight : null,
        MadeAt = madeAt,
        Sets = [.. _columns.OfType<OptionColumn>().GroupBy(column => column.Variable).Where(options => options.Count() > 1)
            .Select(options => new SavSet(_names.Of(options.First().Name).Split(AnswerColumns.Mark)[0], Asked(options.Key), [.. options.Select(option => _names.Of(option.Name))]))],
    };

    private SavVariable Weight => new(AnswerTables.Weight, SavKind.Number, Words("codebook." + AnswerTables.Weight)) { Decimals = Decimals };

    private SavVariable Own(string name) => new(name, name == "synthetic" ? SavKind.Number : SavKind.Text, Words("codebook." + name)) { Width = AnswerRows.LongestOwn };

    private SavVariable Column(AnswerColumn column)
    {
        var (name, asked) = (_names.Of(column.Name), Asked(column.Variable));
        return column switch
        {
            OptionColumn option => new(name, SavKind.Number, $"{Screens.Say(option.Option.Label, language)} — {asked}") { Measure = SavMeasure.Nominal, Labels = [new(0, Words("export.not_chosen")), new(1, Words("export.chosen"))] },
            MissingColumn => new(name, SavKind.Number, string.Format(CultureInfo.InvariantCulture, Words("export.why"), asked)) { Labels = [.. Reasons(column.Variable)] },
            LevelColumn => new(name, SavKind.Number, asked) { Measure = SavMeasure.Ordinal, Labels = [.. column.Variable.Options.Select(o => new SavLabel(int.Parse(o.Code, CultureInfo.InvariantCulture), Screens.Say(o.Label, language)))] },
            DayColumn => new(name, SavKind.Day, asked),
            NumberColumn => new(name, SavKind.Number, asked) { Decimals = 2 },
            WordsColumn => new(name, SavKind.Text, asked) { Width = Math.Clamp(widths.GetValueOrDefault(column.Name), 1, SavVariable.LongestText) },
            _ => new(name, SavKind.Number, asked) { Labels = [.. column.Variable.Options.Select((o, i) => new SavLabel(i + 1, Screens.Say(o.Label, language), o.Code))] },
        };
    }

    /// <summary>In the person's words where they chose it, else in ours.</summary>
    private IEnumerable<SavLabel> Reasons(Variable variable) => Enum.GetValues<MissingKind>().Where(kind => kind != MissingKind.None).Select(kind => new SavLabel(
        (int)kind,
        variable.Question.MissingOptions.FirstOrDefault(option => option.Code == MissingCodes.Of(kind)) is { } said ? Screens.Say(said.Label, language) : MissingWords.Of(kind, language),
        MissingCodes.Of(kind)));

    private string Asked(Variable variable) => AnswerTables.Asked(variable, language);

    private string Words(string key) => MissingWords.Text(key, language);
}
