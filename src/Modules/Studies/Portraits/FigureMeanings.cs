using Diapason.Consultations.Contracts;
using Diapason.Studies.Following;

namespace Diapason.Studies.Portraits;

/// <summary>What the portrait's figures count, for the codebook of the answers.</summary>
internal sealed class FigureMeanings(StudyShelf shelf) : IFigureMeanings
{
    public IReadOnlyList<FigureMeaning> Of(CampaignId campaign) => shelf.Find(campaign) is not { } state ? []
        : [.. state.Portrait.Definition.Figures.Select(f => new FigureMeaning(f.Code, f.Measure, [.. f.Counts.Select(Of)], f.Among is { } among ? Of(among) : null))];

    private static FigureAnswers Of(CountedAnswers counted) => new(counted.Variable, counted.Answers);
}
