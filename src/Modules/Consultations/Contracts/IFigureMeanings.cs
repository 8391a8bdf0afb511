using Diapason.Text;

namespace Diapason.Consultations.Contracts;

/// <summary>What each published figure counts, in variables and codes of the answers, so that a codebook says it. Given by the module that publishes figures, when it is installed.</summary>
public interface IFigureMeanings
{
    /// <summary>In the order they are shown; none where nothing is published of this campaign.</summary>
    IReadOnlyList<FigureMeaning> Of(CampaignId campaign);
}

/// <summary>One figure.</summary>
/// <param name="Counts">Whoever gave one of these answers counts; whoever answered all of these variables otherwise does not; others are not in its base.</param>
/// <param name="Among">The only people in its base; null for everyone.</param>
public sealed record FigureMeaning(string Code, LocalizedText Measure, IReadOnlyList<FigureAnswers> Counts, FigureAnswers? Among);

/// <summary>Codes of one variable.</summary>
public sealed record FigureAnswers(string Variable, IReadOnlyList<string> Codes);
