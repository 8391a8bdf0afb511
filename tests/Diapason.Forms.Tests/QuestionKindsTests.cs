using Shouldly;
using Xunit;

namespace Diapason.Forms.Tests;

/// <summary>A kind is one class, one word, one method of every visitor.</summary>
public sealed class QuestionKindsTests
{
    private static readonly Type[] Classes = [.. typeof(Question).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Question)) && type.IsSealed)];

    [Fact]
    public void Every_kind_can_be_read_by_its_word() =>
        QuestionKinds.Words.ShouldBe(Classes.Select(type => (string)type.GetField("Word")!.GetValue(null)!), ignoreOrder: true);

    [Fact]
    public void Every_kind_has_its_own_method_in_a_visitor() =>
        typeof(IQuestionVisitor<int>).GetMethods().Select(method => method.GetParameters().Single().ParameterType).ShouldBe(Classes, ignoreOrder: true);

    [Fact]
    public void Every_type_of_variable_has_its_own_method_in_a_visitor()
    {
        var types = typeof(VariableType).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(VariableType)));
        typeof(IVariableTypeVisitor<int>).GetMethods().Select(method => method.GetParameters().Single().ParameterType).ShouldBe(types, ignoreOrder: true);
    }

    [Fact]
    public void A_question_calls_the_method_of_its_kind()
    {
        foreach (var question in Samples.Questionnaire.Questions) question.Accept(new Names()).ShouldBe(question.Kind);
        Samples.Questionnaire.Questions.Select(question => question.Kind).Concat([DateQuestion.Word, RankingQuestion.Word, ConstantSumQuestion.Word, CalculatedQuestion.Word]).Distinct().ShouldBe(QuestionKinds.Words, ignoreOrder: true);
    }

    private sealed class Names : IQuestionVisitor<string>
    {
        public string Visit(SingleQuestion question) => SingleQuestion.Word;

        public string Visit(MultipleQuestion question) => MultipleQuestion.Word;

        public string Visit(StatementsQuestion question) => StatementsQuestion.Word;

        public string Visit(PairedQuestion question) => PairedQuestion.Word;

        public string Visit(PilesQuestion question) => PilesQuestion.Word;

        public string Visit(RankingQuestion question) => RankingQuestion.Word;

        public string Visit(ConstantSumQuestion question) => ConstantSumQuestion.Word;

        public string Visit(CalculatedQuestion question) => CalculatedQuestion.Word;

        public string Visit(NumberQuestion question) => NumberQuestion.Word;

        public string Visit(DateQuestion question) => DateQuestion.Word;

        public string Visit(ShortTextQuestion question) => ShortTextQuestion.Word;

        public string Visit(LongTextQuestion question) => LongTextQuestion.Word;

        public string Visit(ConsentQuestion question) => ConsentQuestion.Word;

        public string Visit(NoteQuestion question) => NoteQuestion.Word;
    }
}
