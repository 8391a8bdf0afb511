using Diapason.Platform.Web;
using Diapason.Text;

namespace Diapason.Platform.Modules;

/// <summary>What a module lets be found by words. One search serves the whole house.</summary>
public interface ISearchable
{
    /// <summary>Changes whenever the documents of the council of the request do; cheap, it is asked at each search.</summary>
    ValueTask<string> StampAsync(CancellationToken cancel);

    /// <summary>Every document of the council of the request, in all its languages.</summary>
    ValueTask<IReadOnlyList<SearchDocument>> DocumentsAsync(CancellationToken cancel);
}

/// <summary>Something to be found.</summary>
public sealed record SearchDocument
{
    /// <summary>What it is, in a word or two: « Étape », « Consultation ».</summary>
    public required LocalizedText Kind { get; init; }

    public required LocalizedText Title { get; init; }

    /// <summary>What is read under the title, and searched.</summary>
    public required LocalizedText Text { get; init; }

    /// <summary>Searched and not shown: names of competencies, other words for the same thing.</summary>
    public LocalizedText Words { get; init; } = LocalizedText.Empty;

    public required PageLink Link { get; init; }

    /// <summary>Whom it is for: a policy, null for everyone. To others it does not exist: neither shown, nor counted, nor suggested.</summary>
    public string? Audience { get; init; }

    /// <summary>Past its review date: it comes last and says so.</summary>
    public bool IsExpired { get; init; }
}
