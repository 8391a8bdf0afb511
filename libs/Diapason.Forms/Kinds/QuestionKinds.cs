using System.Collections.Frozen;
using Diapason.Yaml;

namespace Diapason.Forms;

/// <summary>
/// Treats every kind of question apart: how it is shown, exported, converted. A new kind adds a method here, and the compiler then names
/// every place that says nothing of it.
/// </summary>
/// <typeparam name="T">What is made of a question.</typeparam>
public interface IQuestionVisitor<out T>
{
    /// <summary>One option.</summary>
    T Visit(SingleQuestion question);

    /// <summary>Several options.</summary>
    T Visit(MultipleQuestion question);

    /// <summary>Statements on one scale.</summary>
    T Visit(StatementsQuestion question);

    /// <summary>Items judged twice.</summary>
    T Visit(PairedQuestion question);

    /// <summary>Tasks sorted into piles.</summary>
    T Visit(PilesQuestion question);

    /// <summary>Options put in order.</summary>
    T Visit(RankingQuestion question);

    /// <summary>A total shared.</summary>
    T Visit(ConstantSumQuestion question);

    /// <summary>A number.</summary>
    T Visit(NumberQuestion question);

    /// <summary>A day.</summary>
    T Visit(DateQuestion question);

    /// <summary>A line of words.</summary>
    T Visit(ShortTextQuestion question);

    /// <summary>A few sentences.</summary>
    T Visit(LongTextQuestion question);

    /// <summary>A value worked out.</summary>
    T Visit(CalculatedQuestion question);

    /// <summary>Agreement.</summary>
    T Visit(ConsentQuestion question);

    /// <summary>Words to read.</summary>
    T Visit(NoteQuestion question);
}

/// <summary>The words that name kinds in a file, and how each is read.</summary>
public static class QuestionKinds
{
    private static readonly FrozenDictionary<string, Func<QuestionSource, Question>> Readers = new Dictionary<string, Func<QuestionSource, Question>>
    {
        [SingleQuestion.Word] = source => new SingleQuestion(source),
        [MultipleQuestion.Word] = source => new MultipleQuestion(source),
        [StatementsQuestion.Word] = source => new StatementsQuestion(source),
        [PairedQuestion.Word] = source => new PairedQuestion(source),
        [PilesQuestion.Word] = source => new PilesQuestion(source),
        [RankingQuestion.Word] = source => new RankingQuestion(source),
        [ConstantSumQuestion.Word] = source => new ConstantSumQuestion(source),
        [NumberQuestion.Word] = source => new NumberQuestion(source),
        [DateQuestion.Word] = source => new DateQuestion(source),
        [ShortTextQuestion.Word] = source => new ShortTextQuestion(source),
        [LongTextQuestion.Word] = source => new LongTextQuestion(source),
        [CalculatedQuestion.Word] = source => new CalculatedQuestion(source),
        [ConsentQuestion.Word] = source => new ConsentQuestion(source),
        [NoteQuestion.Word] = source => new NoteQuestion(source),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every word, in alphabetical order.</summary>
    public static IReadOnlyList<string> Words { get; } = [.. Readers.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Reads one question of a file; <see langword="null"/> after a report when its kind is unknown or its code missing.</summary>
    internal static Question? Read(YamlMap map, ReadingContext context)
    {
        var word = map.Text("kind");
        if (!Readers.TryGetValue(word, out var read))
        {
            if (word.Length > 0) map.ReportAt("kind", "unknown_kind", ("kind", word));
            context.HasLostQuestions = true;
            // What the other keys mean depends on the kind.
            map.IgnoreRest();
            return null;
        }

        var question = read(new(map, context));
        context.Places[question] = map;
        if (question.Code.Length > 0) return question;
        context.HasLostQuestions = true;
        return null;
    }
}

/// <summary>Where one question is read from.</summary>
internal sealed record QuestionSource(YamlMap Map, ReadingContext Context)
{
    /// <summary>Reports what is wrong with a key of the question.</summary>
    public void Refuse(string key, string code) => Map.ReportAt(key, code, ("question", Map.OptionalText("code")));

    /// <summary>Whether the question asks for a layout; anything but that one and the ordinary <c>items</c> is refused.</summary>
    public bool HasLayout(string wanted)
    {
        var word = Map.OptionalText("layout");
        if (word is not null && word != wanted && word != "items") Map.ReportAt("layout", "unknown_layout", ("layout", word));
        return word == wanted;
    }
}
