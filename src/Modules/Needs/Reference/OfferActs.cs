using System.Text.Json.Serialization;
using Diapason.Text;

namespace Diapason.Needs.Reference;

/// <summary>By whom an entry is offered, and every way to act on it. An entry with none is no step.</summary>
internal sealed record OfferActs
{
    public LocalizedText? Provider { get; init; }

    /// <summary>A page on the web, in each language.</summary>
    public LocalizedText? Link { get; init; }

    public OfferContact? Contact { get; init; }
    public LocalizedText? Place { get; init; }

    /// <summary>The days on which it happens; none for what can be done any day.</summary>
    public IReadOnlyList<DateOnly> Dates { get; init; } = [];

    /// <summary>The first is the one to take.</summary>
    public IReadOnlyList<OfferDocument> Documents { get; init; } = [];

    /// <summary>Under which terms the documents may be copied.</summary>
    public string? Licence { get; init; }

    public bool CanBeDone(DateOnly today) => IsAnyDay || (Place is not null && Upcoming(today).Any());

    /// <summary>It had dates, and none is left.</summary>
    public bool AreDatesOver(DateOnly today) => Dates.Count > 0 && !Upcoming(today).Any();

    public IEnumerable<DateOnly> Upcoming(DateOnly today) => Dates.Where(d => d >= today).Order();

    /// <summary>The document of that name, in whichever language, or null.</summary>
    public StoredFile? File(string name) => Documents.SelectMany(d => d.Files.Values).FirstOrDefault(f => f.Name == name);

    private bool IsAnyDay => Link is not null || Contact is not null || Documents.Count > 0;
}

/// <summary>A person or a desk one can write to or call: one of the two at least.</summary>
internal sealed record OfferContact(LocalizedText Name, string? Email, string? Phone);

/// <summary>One document, as a file in each language.</summary>
internal sealed record OfferDocument(IReadOnlyDictionary<string, StoredFile> Files);

/// <summary>A file kept in the database under the hash of its content.</summary>
/// <param name="Name">Lower-case letters, figures and dashes, with an extension of <see cref="FileKind"/>.</param>
/// <param name="Hash">SHA-256, in hexadecimal.</param>
/// <param name="Size">In bytes.</param>
internal sealed record StoredFile(string Name, string Hash, int Size)
{
    [JsonIgnore]
    public FileKind Kind => FileKind.Of(Name)!;
}
