using Diapason.Consultations.Exports;
using Diapason.Forms;
using Diapason.Tables;

namespace Diapason.Consultations.Kit;

/// <summary>One column of a file of answers: how a cell becomes the value of its variable, given what earlier columns of the row said of it.</summary>
internal abstract record AnswerCells(Variable Variable)
{
    /// <summary>A column for each name of the header; null for a name that is no variable's.</summary>
    public static AnswerCells?[] For(Questionnaire questionnaire, IReadOnlyList<string> header)
    {
        var apart = header.ToHashSet(StringComparer.Ordinal);
        var known = new Dictionary<string, AnswerCells>(StringComparer.Ordinal);
        foreach (var variable in questionnaire.Variables)
        {
            known[variable.Code] = apart.Contains(variable.Code + AnswerColumns.Missing) ? new PlainCells(variable) : new MixedCells(variable);
            foreach (var column in AnswerColumns.Of(variable))
                if (column is MissingColumn) known[column.Name] = new MissingCells(variable);
                else if (column is RankColumn ranked) known[column.Name] = new RankCells(variable, ranked.Option.Code);
                else if (column is OptionColumn one) known[column.Name] = new OptionCells(variable, one.Option.Code);
        }

        return [.. header.Select(known.GetValueOrDefault)];
    }

    /// <summary>The variable's value after this cell, which is not empty; null when the cell cannot be read.</summary>
    public abstract AnswerValue? Read(string cell, AnswerValue before);

    /// <summary>Values and missing kinds in one column: words that look like a missing kind are preceded by an apostrophe.</summary>
    private sealed record MixedCells(Variable Variable) : AnswerCells(Variable)
    {
        public override AnswerValue? Read(string cell, AnswerValue before) =>
            cell is ['\'', .. var words] && MissingCodes.Parse(words) != MissingKind.None ? AnswerValue.Of(words) : Variable.Read(Variable.Type is TextType ? FormulaGuard.Undo(cell) : cell);
    }

    /// <summary>Values alone: what looks like a missing kind is words.</summary>
    private sealed record PlainCells(Variable Variable) : AnswerCells(Variable)
    {
        public override AnswerValue? Read(string cell, AnswerValue before) =>
            Variable.Type is TextType ? AnswerValue.Of(FormulaGuard.Undo(cell)) : MissingCodes.Parse(cell) == MissingKind.None ? Variable.Read(cell) : null;
    }

    private sealed record MissingCells(Variable Variable) : AnswerCells(Variable)
    {
        public override AnswerValue? Read(string cell, AnswerValue before) => MissingCodes.Parse(cell) == MissingKind.None ? null : Variable.Read(cell);
    }

    /// <summary>Ranks in any order of columns: a rank that nobody has yet is blank until its column comes.</summary>
    private sealed record RankCells(Variable Variable, string Option) : AnswerCells(Variable)
    {
        public override AnswerValue? Read(string cell, AnswerValue before)
        {
            if (!int.TryParse(cell, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var rank) || rank < 1 || rank > Variable.Options.Count) return null;
            var codes = before.Codes.Concat(Enumerable.Repeat("", Math.Max(0, rank - before.Codes.Count))).ToArray();
            if (codes[rank - 1].Length > 0) return null;
            codes[rank - 1] = Option;
            return AnswerValue.Of(codes);
        }
    }

    private sealed record OptionCells(Variable Variable, string Option) : AnswerCells(Variable)
    {
        public override AnswerValue? Read(string cell, AnswerValue before) => cell switch
        {
            "1" => AnswerValue.Of([.. before.Codes, Option]),
            "0" => before.Kind == AnswerKind.None ? AnswerValue.Of(Array.Empty<string>()) : before,
            _ => null,
        };
    }
}
