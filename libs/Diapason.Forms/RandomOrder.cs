namespace Diapason.Forms;

/// <summary>
/// An order of options drawn for each person: of a seed that is drawn once, when they begin, and kept with their draft, so that a page comes back as it was. Options
/// that specify (« other ») or stand alone (« none of these ») stay last, as they are written.
/// </summary>
public static class RandomOrder
{
    /// <summary>Where a draft keeps its seed: no question can bear such a code. It is not kept with answers that are sent.</summary>
    public const string SeedCode = "-seed";

    /// <summary>How a file asks for it.</summary>
    internal const string Word = "random";

    /// <summary>The answers with a seed, where some question of the questionnaire wants one.</summary>
    /// <param name="questionnaire">The questionnaire.</param>
    /// <param name="answers">What a person begins with.</param>
    /// <param name="seed">Drawn by the caller: this library has no chance of its own.</param>
    public static AnswerSet Begin(Questionnaire questionnaire, AnswerSet answers, uint seed) =>
        questionnaire.Questions.Any(question => question.IsShuffled) && !answers.Has(SeedCode) ? answers.With(SeedCode, AnswerValue.Of((decimal)seed)) : answers;

    /// <summary>The options of a question in the order in which one person sees them: as they are written without a seed.</summary>
    public static IReadOnlyList<Option> Of(Question question, IReadOnlyList<Option> options, AnswerSet answers)
    {
        if (!question.IsShuffled || answers[SeedCode] is not { Kind: AnswerKind.Number } seed) return options;
        var moving = options.Where(option => !IsAnchor(option)).ToArray();
        var state = (ulong)seed.Number ^ Mark(question.Code);
        for (var i = moving.Length - 1; i > 0; i--)
        {
            var j = (int)(Next(ref state) % (ulong)(i + 1));
            (moving[i], moving[j]) = (moving[j], moving[i]);
        }

        return [.. moving, .. options.Where(IsAnchor)];
    }

    private static bool IsAnchor(Option option) => option.Other || option.Exclusive || option.Missing != MissingKind.None;

    // FNV-1a, so that two questions of one person are not in the same order.
    private static ulong Mark(string code)
    {
        var mark = 14695981039346656037UL;
        foreach (var c in code) mark = (mark ^ c) * 1099511628211UL;
        return mark;
    }

    // SplitMix64 (Steele, Lea and Flood, 2014).
    private static ulong Next(ref ulong state)
    {
        var z = state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
