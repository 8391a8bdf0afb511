using Diapason.Platform.Audit;

namespace Diapason.Platform.Councils;

/// <summary>A council's name, purpose or settings changed.</summary>
/// <param name="Changed">Codes of the parts that changed, spaces between.</param>
/// <param name="Threshold">From one to the other, when it moved.</param>
/// <param name="Retention">From one to the other, in months, when it moved.</param>
/// <param name="Changes">The other fields, before and after.</param>
[Recorded("council.changed", "council")]
internal sealed record CouncilChanged(Guid Subject, string Changed, string? Threshold, string? Retention, IReadOnlyList<FieldChange>? Changes) : Act(Subject);
