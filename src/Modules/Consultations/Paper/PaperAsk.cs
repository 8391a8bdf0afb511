using Diapason.Consultations.Answering;
using Diapason.Forms;
using Diapason.Platform.Language;

namespace Diapason.Consultations.Paper;

/// <summary>How an answer is written on paper.</summary>
internal enum PaperLayout
{
    /// <summary>A square to tick beside each choice, or a line to write on.</summary>
    Written,

    /// <summary>A figure to circle on each row.</summary>
    Circled,

    /// <summary>A blank before each row, for a rank or a number.</summary>
    Filled,

    /// <summary>Nothing: it is read, or worked out from other answers.</summary>
    None,
}

/// <summary>How a question is filled in on paper, in words.</summary>
/// <param name="How">Empty where there is nothing to say.</param>
/// <param name="Unit">After each blank or line; empty for none.</param>
internal sealed record PaperAsk(PaperLayout Layout, string How = "", string Unit = "");

/// <summary>Says of each kind of question how it is filled in on paper: a kind that says nothing of it does not compile.</summary>
internal sealed class PaperAsks(QuestionScreen screen, string language, Texts<ConsultationsModule> texts) : IQuestionVisitor<PaperAsk>
{
    private static readonly PaperAsk Nothing = new(PaperLayout.None);

    /// <summary>With what the answer must hold true, in the words of whoever asks.</summary>
    public PaperAsk Of(Question question)
    {
        var ask = question.Accept(this);
        return question.ConstraintMessage.IsEmpty ? ask : ask with { How = string.Join(' ', new[] { ask.How, screen.Say(question.ConstraintMessage) }.Where(said => said.Length > 0)) };
    }

    public PaperAsk Visit(SingleQuestion question) => new(PaperLayout.Written);

    public PaperAsk Visit(MultipleQuestion question) => new(PaperLayout.Written, (question.MinChoices, question.MaxChoices) switch
    {
        (_, 1) => "",
        ( <= 1, 0) => texts["paper.many"],
        ( <= 1, var most) => texts["paper.many_at_most", most],
        (var least, 0) => texts["paper.many_at_least", least],
        var (least, most) => texts["paper.many_between", least, most],
    });

    public PaperAsk Visit(StatementsQuestion question) => new(PaperLayout.Circled, texts["paper.circle"]);

    public PaperAsk Visit(PairedQuestion question) => new(PaperLayout.Circled, texts["paper.circle"]);

    public PaperAsk Visit(PilesQuestion question) => new(PaperLayout.Circled, texts["paper.circle"]);

    public PaperAsk Visit(RankingQuestion question) => new(PaperLayout.Filled, question.Top == question.Options.Count ? texts["paper.rank"] : texts["paper.rank_top", question.Top]);

    public PaperAsk Visit(ConstantSumQuestion question)
    {
        var (unit, total) = (screen.Say(question.Unit), ConstantSumQuestion.Say(question.Total, language));
        return new(PaperLayout.Filled, texts["paper.write_numbers"] + " " + texts[question.Tolerance == 0 ? "sum.how" : "sum.about", unit.Length == 0 ? total : $"{total} {unit}"], unit);
    }

    public PaperAsk Visit(NumberQuestion question) => new(PaperLayout.Written, (question.Min, question.Max) switch
    {
        ({ } least, { } most) => texts["paper.number_between", ConstantSumQuestion.Say(least, language), ConstantSumQuestion.Say(most, language)],
        ({ } least, null) => texts["paper.number_at_least", ConstantSumQuestion.Say(least, language)],
        (null, { } most) => texts["paper.number_at_most", ConstantSumQuestion.Say(most, language)],
        _ => texts["paper.number"],
    }, screen.Say(question.Unit));

    public PaperAsk Visit(DateQuestion question) => new(PaperLayout.Written, texts["paper.day"]);

    public PaperAsk Visit(ShortTextQuestion question) => new(PaperLayout.Written);

    public PaperAsk Visit(LongTextQuestion question) => new(PaperLayout.Written);

    public PaperAsk Visit(CalculatedQuestion question) => Nothing;

    public PaperAsk Visit(ConsentQuestion question) => Nothing;

    public PaperAsk Visit(NoteQuestion question) => Nothing;
}
