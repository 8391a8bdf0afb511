using Diapason.Design;
using Diapason.Forms;
using Diapason.Text;

namespace Diapason.Consultations.Answering;

/// <summary>One question as its kind's partial view shows it: texts, choices, what its fields hold and what is wrong with them.</summary>
internal sealed class FilledQuestion(FilledPage page, QuestionScreen screen)
{
    public Question Question => screen.Question;

    public string View => screen.View;

    public string Title => page.Fill(screen.Title);

    public string Hint => page.Fill(screen.Hint);

    /// <summary>Its hint, and what not to write in a box of words.</summary>
    public string HintOfWords => Hint.Length == 0 ? FieldMessages.Caution : $"{Hint} {FieldMessages.Caution}";

    /// <summary>What looks like a way to reach its author, in words; null for most texts.</summary>
    public string? Traces => FieldMessages.SayTraces(PersonalTraces.In(Value));

    /// <summary>Whether its title is the page's h1.</summary>
    public bool IsHeading => !page.Screen.HasHeading;

    /// <summary>The field that asks it, or the first of them.</summary>
    public Field Field => Question.Fields[0];

    /// <summary>The fields of ranks, in the order in which they are shown.</summary>
    public IEnumerable<Field> Ranks => page.ShownRanked(Question).Select(option => Question.Fields.First(one => one.Ranked == option));

    /// <summary>What is worked out, in words.</summary>
    public string Worked => page.Worked(Question);

    public string Name => Field.Name;

    public string? Value => ValueOf(Field);

    public IReadOnlyList<string> Values => page.Values(Field);

    public string? Error => page.Error(Field);

    /// <summary>The field of the missing kinds, beside what is typed.</summary>
    public Field? MissingMark => Question.MissingMark;

    /// <summary>The first field's choices, with the line that specifies « other » filled in when there is one.</summary>
    public IReadOnlyList<Choice> Choices
    {
        get
        {
            var choices = Ordered;
            if (screen.Other is not { } other) return choices;
            var specify = new Specify(other.Name, FieldMessages.SpecifyLabel, ValueOf(other), page.Error(other), other.MaxLength);
            return [.. choices.Select(choice => choice.Value == screen.OtherChoice ? choice with { Specify = specify } : choice)];
        }
    }

    // Drawn once for everybody, then put in this person's order.
    private IReadOnlyList<Choice> Ordered
    {
        get
        {
            var all = screen.Choices(Field);
            var shown = page.Shown(Question, Field);
            return ReferenceEquals(shown, Field.Choices) ? all : [.. shown.Select(option => all.First(choice => choice.Value == option.Code))];
        }
    }

    public IReadOnlyList<ItemScreen> Items => screen.Items;

    /// <summary>The first field of every item.</summary>
    public IReadOnlyList<Statement> Statements => [.. screen.Items.Select(item => Statement(item.Fields[0], item.Text))];

    public Statement Statement(Field field, string text = "") => new(field.Name, text, ValueOf(field), page.Error(field));

    public IReadOnlyList<Choice> ChoicesOf(Field field) => screen.Choices(field);

    public IReadOnlyList<string> ValuesOf(Field field) => page.Values(field);

    public string? ErrorOf(Field field) => page.Error(field);

    public string Say(LocalizedText text) => page.Fill(screen.Quoting(text));

    private string? ValueOf(Field field) => page.Values(field) is [var first, ..] ? first : null;
}
