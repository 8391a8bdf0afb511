namespace Diapason.Forms;

/// <summary>What a variable holds when it is answered: how it is said, and how it is read back from a file. One class a type.</summary>
public abstract class VariableType
{
    private protected VariableType()
    {
    }

    /// <summary>One option's code.</summary>
    public static VariableType Choice { get; } = new ChoiceType();

    /// <summary>Several options' codes.</summary>
    public static VariableType Choices { get; } = new ChoicesType();

    /// <summary>Options' codes in an order of preference.</summary>
    public static VariableType Ranking { get; } = new RankingType();

    /// <summary>A number.</summary>
    public static VariableType Number { get; } = new NumberType();

    /// <summary>A day.</summary>
    public static VariableType Date { get; } = new DateType();

    /// <summary>Words, kept as they were written.</summary>
    public static VariableType Text { get; } = new TextType();

    /// <summary>The word that names it in a codebook: <c>choice</c>, <c>date</c>…</summary>
    public abstract string Word { get; }

    /// <summary>Whether its values are codes of options, which a label explains.</summary>
    public virtual bool IsCoded => false;

    /// <summary>What a person reads of an answered value.</summary>
    public abstract IReadOnlyList<string> Say(Variable variable, AnswerValue value, string language);

    /// <summary>Reads back what <see cref="AnswerValue.ToString"/> wrote; <see langword="null"/> for anything else. Never empty, never a missing kind.</summary>
    public abstract AnswerValue? Read(Variable variable, string written);

    /// <summary>Calls the visitor's method for this type.</summary>
    public abstract T Accept<T>(IVariableTypeVisitor<T> visitor);
}

/// <summary>Treats every type of variable apart, as a file format must.</summary>
/// <typeparam name="T">What is made of a type.</typeparam>
public interface IVariableTypeVisitor<out T>
{
    /// <summary>One option's code.</summary>
    T Visit(ChoiceType type);

    /// <summary>Several options' codes.</summary>
    T Visit(ChoicesType type);

    /// <summary>Options' codes in an order of preference.</summary>
    T Visit(RankingType type);

    /// <summary>A number.</summary>
    T Visit(NumberType type);

    /// <summary>A day.</summary>
    T Visit(DateType type);

    /// <summary>Words.</summary>
    T Visit(TextType type);
}
