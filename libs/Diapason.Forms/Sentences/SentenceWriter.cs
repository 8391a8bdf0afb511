namespace Diapason.Forms;

/// <summary>Writes sentences in the language of expressions.</summary>
internal static class SentenceWriter
{
    public static string Write(SentenceGroup rule) => Joined(rule).Text;

    private static (string Text, bool IsJoined) Joined(SentenceGroup group)
    {
        if (group.Parts.Count == 0) throw new ArgumentException(SentenceProblemCodes.ValueMissing, nameof(group));
        var parts = group.Parts.Select(part => part is SentenceGroup inner ? Joined(inner) : Write((Sentence)part)).ToList();
        if (parts is [var only]) return only;
        return (string.Join(group.Joining == Joining.All ? " and " : " or ", parts.Select(part => part.IsJoined ? $"({part.Text})" : part.Text)), true);
    }

    private static (string Text, bool IsJoined) Write(Sentence sentence)
    {
        if (SentenceCheck.OfItself(sentence) is { } wrong) throw new ArgumentException(wrong.Code, nameof(sentence));
        return sentence.BlankCounts ? WriteForm(sentence) : WriteBare(sentence);
    }

    private static (string Text, bool IsJoined) WriteBare(Sentence sentence)
    {
        var (name, values) = (sentence.Code, sentence.Values.Select(value => Literal(value, sentence)).ToList());
        return sentence.Operator switch
        {
            SentenceOperator.Is when values.Count == 1 => ($"{name} = {values[0]}", false),
            SentenceOperator.IsNot when values.Count == 1 => ($"{name} != {values[0]}", false),
            SentenceOperator.Includes when values.Count == 1 => ($"selected({name}, {values[0]})", false),
            SentenceOperator.IncludesNone when values.Count == 1 => ($"not selected({name}, {values[0]})", false),
            SentenceOperator.Is or SentenceOperator.Includes => ($"{name} in ({string.Join(", ", values)})", false),
            SentenceOperator.IsNot or SentenceOperator.IncludesNone => ($"{name} not in ({string.Join(", ", values)})", false),
            SentenceOperator.IsAnswered => ($"answered({name})", false),
            SentenceOperator.IsNotAnswered => ($"not answered({name})", false),
            _ => Order(name, sentence.Operator, values),
        };
    }

    private static (string Text, bool IsJoined) WriteForm(Sentence sentence)
    {
        var (name, values) = ($"${{{sentence.Code}}}", sentence.Values.Select(value => Literal(value, sentence)).ToList());
        return sentence.Operator switch
        {
            SentenceOperator.Is => Each(" or ", values, value => $"{name} = {value}"),
            SentenceOperator.IsNot => Each(" and ", values, value => $"{name} != {value}"),
            SentenceOperator.Includes => Each(" or ", values, value => $"selected({name}, {value})"),
            SentenceOperator.IncludesNone => Each(" and ", values, value => $"not(selected({name}, {value}))"),
            SentenceOperator.IsAnswered => ($"{name} != ''", false),
            SentenceOperator.IsNotAnswered => ($"{name} = ''", false),
            SentenceOperator.CountsAtLeast => ($"count-selected({name}) >= {values[0]}", false),
            SentenceOperator.CountsAtMost => ($"count-selected({name}) <= {values[0]}", false),
            _ => Order(name, sentence.Operator, values),
        };
    }

    private static (string Text, bool IsJoined) Order(string name, SentenceOperator said, List<string> values) => said switch
    {
        SentenceOperator.AtLeast => ($"{name} >= {values[0]}", false),
        SentenceOperator.AtMost => ($"{name} <= {values[0]}", false),
        SentenceOperator.MoreThan => ($"{name} > {values[0]}", false),
        SentenceOperator.LessThan => ($"{name} < {values[0]}", false),
        _ => ($"{name} >= {values[0]} and {name} <= {values[1]}", true),
    };

    private static (string Text, bool IsJoined) Each(string between, List<string> values, Func<string, string> write) => (string.Join(between, values.Select(write)), values.Count > 1);

    private static string Literal(string value, Sentence sentence)
    {
        if (sentence.Kind == SubjectKind.Number || SentenceCheck.IsCount(sentence.Operator)) return NumberText.Write(NumberText.Read(value));
        var quoted = value.Contains('\'', StringComparison.Ordinal) ? $"\"{value}\"" : $"'{value}'";
        return sentence is { Kind: SubjectKind.Date, BlankCounts: true } ? $"date({quoted})" : quoted;
    }
}
