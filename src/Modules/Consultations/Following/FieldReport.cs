using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;

namespace Diapason.Consultations.Following;

/// <summary>How the field goes, at this moment, in counts.</summary>
internal sealed record FieldReport
{
    /// <summary>Answers counted: those of every list below but drafts and devices.</summary>
    public required int Counted { get; init; }

    /// <summary>Those that stand apart: the ones that wait are in every list, the ones set aside in none.</summary>
    public required ApartCounts Apart { get; init; }

    /// <summary>By the day they were counted, oldest first.</summary>
    public required IReadOnlyList<(DateOnly Day, int Answers)> Days { get; init; }

    public required IReadOnlyList<(string Language, int Answers)> Languages { get; init; }

    /// <summary>By link, the fullest first; null where it is not named yet.</summary>
    public required IReadOnlyList<(AssociationLink Link, int? Answers)> Links { get; init; }

    /// <summary>By <see cref="Paper.PaperSources"/>, those that are named.</summary>
    public required IReadOnlyList<(string Source, int Answers)> OffLine { get; init; }

    /// <summary>Answers that came without a link, or by one that is not named.</summary>
    public required int WithoutLink { get; init; }

    public required IReadOnlyList<FieldGroup> Groups { get; init; }

    /// <summary>Drafts left since yesterday or longer, by the page on which they wait, in the questionnaire's order; null for the check page.</summary>
    public required IReadOnlyList<(Forms.Page? Page, int Drafts)> Leaving { get; init; }

    /// <summary>Sendings by kind of device, those of before it was counted left out.</summary>
    public required IReadOnlyList<(string Device, int Sendings)> Devices { get; init; }

    /// <summary>Sendings by class of time.</summary>
    public required IReadOnlyList<(string Class, int Sendings)> Times { get; init; }

    /// <summary>The class in which half of those whose time is known have ended, by closed tens as they are told; null while they are fewer than ten.</summary>
    public string? Median
    {
        get
        {
            var (total, passed) = (Times.Sum(t => t.Sendings), 0);
            if (total < Exports.NamedSources.Least) return null;
            return Times.First(t => (passed += t.Sendings) * 2 >= total).Class;
        }
    }
}
