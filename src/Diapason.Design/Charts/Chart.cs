using Diapason.Design.Components;

namespace Diapason.Design.Charts;

/// <summary>A chart drawn twice, for wide and narrow pages, with the table that says the same.</summary>
public sealed record Chart(string Wide, string Narrow, DataTable Table);
