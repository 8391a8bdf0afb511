namespace Diapason.Consultations.Contracts;

/// <summary>A text of a questionnaire that was corrected while people answered it.</summary>
/// <param name="Day">The day, in Montréal’s time.</param>
/// <param name="Place">The thing, <c>question/you/status</c>.</param>
/// <param name="Field">What of it, <c>text.title.fr</c>.</param>
public sealed record CorrectedWords(DateOnly Day, string Place, string Field, string Before, string After);
