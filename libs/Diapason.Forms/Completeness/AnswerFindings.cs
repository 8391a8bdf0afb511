namespace Diapason.Forms;

/// <summary>Finds questions that no answer fits, and options that no answer can hold.</summary>
internal sealed class AnswerFindings(Findings found) : IQuestionVisitor<bool>
{
    public bool Visit(MultipleQuestion question)
    {
        var together = question.Options.Where(option => !option.Exclusive).ToList();
        if (together.Count >= question.MinChoices) return true;
        foreach (var option in together) found.Block(FindingCodes.OptionNeverUsable, new(FindingPart.Option, option.Code, question.Code), ("min", question.MinChoices));
        return together.Count < question.Options.Count || Unanswerable(question);
    }

    public bool Visit(NumberQuestion question)
    {
        if (question.Min is not { } min || question.Max is not { } max || max - min >= 1) return true;
        var step = 1m;
        for (var i = 0; i < question.Decimals; i++) step /= 10;
        return Math.Ceiling(min / step) * step <= max || Unanswerable(question);
    }

    public bool Visit(SingleQuestion question) => true;

    public bool Visit(ConstantSumQuestion question) => true;

    public bool Visit(RankingQuestion question) => true;

    public bool Visit(StatementsQuestion question) => true;

    public bool Visit(PairedQuestion question) => true;

    public bool Visit(PilesQuestion question) => true;

    // Bounds that cross are refused where they are read.
    public bool Visit(DateQuestion question) => true;

    public bool Visit(ShortTextQuestion question) => question.MaxLength > 0 || Unanswerable(question);

    public bool Visit(LongTextQuestion question) => question.MaxLength > 0 || Unanswerable(question);

    public bool Visit(CalculatedQuestion question) => true;

    public bool Visit(ConsentQuestion question) => true;

    public bool Visit(NoteQuestion question) => true;

    private bool Unanswerable(Question question)
    {
        var place = new FindingPlace(FindingPart.Question, question.Code);
        if (question.Required && question.MissingOptions.Count == 0) found.Block(FindingCodes.NoAnswerFits, place);
        else found.Warn(FindingCodes.NoAnswerFits, place);
        return false;
    }
}
