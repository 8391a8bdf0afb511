using Diapason.Text;

namespace Diapason.Needs.Contracts;

/// <summary>How the council of the request names what its field may learn: for the modules that answer its needs.</summary>
public interface IOfferNames
{
    /// <summary>Empty lists for a council without a kit.</summary>
    Task<OfferNames> ReadAsync(CancellationToken cancel);
}

/// <param name="Entries">Those of the offer that are not withdrawn.</param>
/// <param name="Competencies">Those of the framework, in its order.</param>
/// <param name="Regions">Those that its questionnaire asks about; none where it asks about no region.</param>
public sealed record OfferNames(IReadOnlyList<EntryName> Entries, IReadOnlyList<CodeName> Competencies, IReadOnlyList<CodeName> Regions)
{
    public static readonly OfferNames None = new([], [], []);

    public EntryName? Entry(string? code) => Entries.FirstOrDefault(e => e.Code == code);

    public CodeName? Competency(string? code) => Competencies.FirstOrDefault(c => c.Code == code);

    public CodeName? Region(string? code) => Regions.FirstOrDefault(r => r.Code == code);
}

/// <summary>A code and what the council calls it.</summary>
public sealed record CodeName(string Code, LocalizedText Name);

/// <summary>An entry of the offer and the competencies it develops, the first one first.</summary>
public sealed record EntryName(string Code, LocalizedText Title, IReadOnlyList<string> Competencies);
