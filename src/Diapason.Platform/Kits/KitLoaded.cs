using Diapason.Platform.Audit;

namespace Diapason.Platform.Kits;

/// <summary>A kit changed what a council holds.</summary>
[Recorded("council.kit_loaded", "council")]
internal sealed record KitLoaded(Guid Subject, string Kit, string Version) : Act(Subject);
