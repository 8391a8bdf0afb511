using System.Globalization;
using Diapason.Text;

namespace Diapason.Forms;

/// <summary>Options put in order of preference (<c>ranking</c>), all of them or the first few; one field an option holds its rank.</summary>
public sealed class RankingQuestion : Question
{
    /// <summary>Its word in a file.</summary>
    public const string Word = "ranking";

    internal RankingQuestion(QuestionSource source)
        : base(source)
    {
        Options = OptionsReader.Find(source.Map, "options", source.Context);
        Top = source.Map.Count("top", Options.Count);
        ReadOrder(source);
        if (Options.Any(option => option.Other || option.Exclusive || option.When is not null || option.Image is not null)) source.Refuse("options", "option_out_of_place");
        if (Options.Count > 0 && (Top < 1 || Top > Options.Count)) source.Refuse("top", "wrong_bounds");
    }

    /// <inheritdoc/>
    public override string Kind => Word;

    /// <summary>The options, in order.</summary>
    public IReadOnlyList<Option> Options { get; }

    /// <summary>How many are to be ranked; a person who need not answer may rank fewer.</summary>
    public int Top { get; }

    /// <summary>The fields of ranks, one an option.</summary>
    public IEnumerable<Field> Ranks => Fields.Where(one => one.Ranked is not null);

    /// <inheritdoc/>
    public override Field? MissingMark => Fields is [.., { IsMissingMark: true } mark] ? mark : null;

    /// <inheritdoc/>
    public override bool IsArranged => true;

    internal override (int Least, int Most) ChoiceBounds => (Required ? Top : 1, Top);

    internal override int Weight => 8 * Math.Max(1, Options.Count);

    internal override IEnumerable<IReadOnlyList<Option>> Scales => [Options];

    /// <inheritdoc/>
    public override T Accept<T>(IQuestionVisitor<T> visitor) => visitor.Visit(this);

    internal override void Take(PageCheck check)
    {
        if (!check.TakeMark(MissingMark, out var missing)) return;
        var given = new List<(int Rank, Field Field)>();
        foreach (var field in Ranks)
        {
            if (check.FirstOf(field) is not { Length: > 0 } written) continue;
            if (field.FindChoice(written) is null)
            {
                check.Refuse(field, FieldProblemCodes.UnknownOption);
                return;
            }

            given.Add((int.Parse(written, CultureInfo.InvariantCulture), field));
        }

        if (missing != MissingKind.None && given.Count > 0) check.Refuse(MissingMark!, FieldProblemCodes.ExclusiveWithOthers);
        else if (missing != MissingKind.None) check.Keep(Fields[0], AnswerValue.Of(missing));
        else if (given.Count == 0) check.Blank(Fields[0]);
        else if (IsInOrder(check, given)) check.Keep(Fields[0], AnswerValue.Of([.. given.OrderBy(one => one.Rank).Select(one => one.Field.Ranked!.Code)]));
        WorkOut(check.Answers);
    }

    internal override void WorkOut(Dictionary<string, AnswerValue> kept)
    {
        if (kept.TryGetValue(Code, out var value)) kept[Named(FieldNames.First)] = value.Kind == AnswerKind.Codes ? AnswerValue.Of(value.Codes[0]) : value;
    }

    internal override bool Allows(AnswerValue value) => value.Codes.Count <= Top;

    private protected override IEnumerable<Field> MakeFields()
    {
        var variable = new Variable(Code, VariableType.Ranking, this, Options);
        IReadOnlyList<Option> ranks = [.. Enumerable.Range(1, Top).Select(rank => rank.ToString(CultureInfo.InvariantCulture)).Select(rank => new Option { Code = rank, Label = LocalizedText.Of((LocalizedText.FrenchCode, rank)) })];
        foreach (var option in Options) yield return new(Named(option.Code), variable, ranks) { Ranked = option };
        if (MissingOptions.Count > 0) yield return new(Named(FieldNames.Missing), variable, MissingOptions) { IsMissingMark = true };
    }

    private protected override IEnumerable<Variable> KeptBeside() => [new(Named(FieldNames.First), VariableType.Choice, this, Options) { Aspect = FieldNames.First }, .. OrderBeside()];

    private bool IsInOrder(PageCheck check, List<(int Rank, Field Field)> given)
    {
        foreach (var same in given.GroupBy(one => one.Rank).Where(same => same.Count() > 1))
            return check.Refuse(same.ElementAt(1).Field, FieldProblemCodes.RankTwice, ("rank", same.Key), ("option", same.ElementAt(1).Field.Ranked!.Label), ("other", same.First().Field.Ranked!.Label));
        var lacking = Enumerable.Range(1, Required ? Top : given.Max(one => one.Rank)).Except(given.Select(one => one.Rank)).ToList();
        if (lacking.Count == 0) return true;
        return check.Refuse(Ranks.First(field => given.TrueForAll(one => one.Field != field)), FieldProblemCodes.RankMissing, ("rank", lacking[0]));
    }
}
