using Diapason.Platform.Audit;

namespace Diapason.Sample.Entries;

/// <summary>Somebody changed an entry on its page.</summary>
[Recorded("sample.entry_changed", "sample")]
internal sealed record EntryChanged(Guid Subject) : Act(Subject);
