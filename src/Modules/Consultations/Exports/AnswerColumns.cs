using System.Globalization;
using Diapason.Forms;
using Diapason.Tables;

namespace Diapason.Consultations.Exports;

/// <summary>
/// The columns of the analyst's file, and of a kit's answers: for each variable its value and, beside it, why there is none; for several choices one
/// column of 0 and 1 an option. A column holds one kind of thing, so that every program reads its type right.
/// </summary>
internal sealed class AnswerColumns
{
    /// <summary>Between a variable and what a column says of it; a code never holds it twice running.</summary>
    public const string Mark = "__";

    /// <summary>Ends the name of the column that says why a variable holds no answer.</summary>
    public const string Missing = Mark + "missing";

    private AnswerColumns(IReadOnlyList<AnswerColumn> all) => All = all;

    public IReadOnlyList<AnswerColumn> All { get; }

    public static AnswerColumns Of(Questionnaire questionnaire) => new([.. questionnaire.Variables.SelectMany(Of)]);

    public static IEnumerable<AnswerColumn> Of(Variable variable) => variable.Type.Accept(new Maker(variable)).Append(new MissingColumn(variable));

    private sealed class Maker(Variable variable) : IVariableTypeVisitor<IEnumerable<AnswerColumn>>
    {
        public IEnumerable<AnswerColumn> Visit(ChoiceType type) => [variable.Options.All(IsNumber) ? new LevelColumn(variable) : new CodeColumn(variable)];

        public IEnumerable<AnswerColumn> Visit(ChoicesType type) => variable.Options.Select(option => new OptionColumn(variable, option));

        public IEnumerable<AnswerColumn> Visit(RankingType type) => variable.Options.Select(option => new RankColumn(variable, option));

        public IEnumerable<AnswerColumn> Visit(NumberType type) => [new NumberColumn(variable)];

        public IEnumerable<AnswerColumn> Visit(DateType type) => [new DayColumn(variable)];

        public IEnumerable<AnswerColumn> Visit(TextType type) => [new WordsColumn(variable)];

        private static bool IsNumber(Option option) => int.TryParse(option.Code, NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level.ToString(CultureInfo.InvariantCulture) == option.Code;
    }
}

/// <summary>One column of a variable: how a value is written in it. An empty cell says nothing of why it is empty.</summary>
internal abstract record AnswerColumn(string Name, Variable Variable)
{
    public abstract void Write(TableWriter table, AnswerValue value);
}

internal sealed record CodeColumn(Variable Variable) : AnswerColumn(Variable.Code, Variable)
{
    public override void Write(TableWriter table, AnswerValue value) => table.Code(value.IsAnswered ? value.Text : "");
}

/// <summary>A choice whose codes are whole numbers, 1 to 5: a number in every format.</summary>
internal sealed record LevelColumn(Variable Variable) : AnswerColumn(Variable.Code, Variable)
{
    public override void Write(TableWriter table, AnswerValue value) => table.Number(value.IsAnswered ? int.Parse(value.Text, CultureInfo.InvariantCulture) : null);
}

internal sealed record NumberColumn(Variable Variable) : AnswerColumn(Variable.Code, Variable)
{
    public override void Write(TableWriter table, AnswerValue value) => table.Number(value.IsAnswered ? (double)value.Number : null);
}

internal sealed record DayColumn(Variable Variable) : AnswerColumn(Variable.Code, Variable)
{
    public override void Write(TableWriter table, AnswerValue value) =>
        table.Day(value.IsAnswered && DateOnly.TryParseExact(value.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null);
}

internal sealed record WordsColumn(Variable Variable) : AnswerColumn(Variable.Code, Variable)
{
    public override void Write(TableWriter table, AnswerValue value) => table.Text(value.IsAnswered ? value.Text : "");
}

internal sealed record OptionColumn(Variable Variable, Option Option) : AnswerColumn(Variable.Code + AnswerColumns.Mark + Option.Code, Variable)
{
    public override void Write(TableWriter table, AnswerValue value) => table.Number(value.IsAnswered ? (value.Selects(Option.Code) ? 1 : 0) : null);
}

/// <summary>The rank given to an option, from 1; empty when it has none.</summary>
internal sealed record RankColumn(Variable Variable, Option Option) : AnswerColumn(Variable.Code + AnswerColumns.Mark + Option.Code, Variable)
{
    public override void Write(TableWriter table, AnswerValue value) => table.Number(value.Codes.Index().Where(one => one.Item == Option.Code).Select(one => (double?)(one.Index + 1)).FirstOrDefault());
}

internal sealed record MissingColumn(Variable Variable) : AnswerColumn(Variable.Code + AnswerColumns.Missing, Variable)
{
    public override void Write(TableWriter table, AnswerValue value) => table.Code(value.IsAnswered ? "" : MissingCodes.Of(value.Missing == MissingKind.None ? MissingKind.Skipped : value.Missing));
}
