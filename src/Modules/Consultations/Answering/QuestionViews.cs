using Diapason.Forms;

namespace Diapason.Consultations.Answering;

/// <summary>The partial view that shows each kind of question.</summary>
internal sealed class QuestionViews : IQuestionVisitor<string>
{
    public static readonly QuestionViews Names = new();

    public string Visit(SingleQuestion question) => question.AsList ? Of("SingleList") : Of("Single");

    public string Visit(MultipleQuestion question) => Of("Multiple");

    public string Visit(StatementsQuestion question) => Of("Statements");

    public string Visit(PairedQuestion question) => Of("Paired");

    public string Visit(PilesQuestion question) => Of("Piles");

    public string Visit(RankingQuestion question) => Of("Ranking");

    public string Visit(NumberQuestion question) => Of("Number");

    public string Visit(DateQuestion question) => Of("Date");

    public string Visit(ShortTextQuestion question) => Of("ShortText");

    public string Visit(LongTextQuestion question) => Of("LongText");

    public string Visit(ConstantSumQuestion question) => Of("ConstantSum");

    public string Visit(CalculatedQuestion question) => Of("Calculated");

    public string Visit(ConsentQuestion question) => Of("Consent");

    public string Visit(NoteQuestion question) => Of("Note");

    private static string Of(string kind) => $"/Pages/Consultation/Kinds/{kind}.cshtml";
}
