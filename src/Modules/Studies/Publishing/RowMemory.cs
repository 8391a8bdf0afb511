using Diapason.Statistics.Publication;

namespace Diapason.Studies.Publishing;

/// <summary>What is remembered of a row between two nights, by codes: a kit may change the order of its figures.</summary>
/// <param name="Breakdown">Variable and categories (<see cref="Portraits.Breakdown.Signature"/>); empty for everyone.</param>
/// <param name="Segment">Code of the option; empty for everyone.</param>
/// <param name="FirstSeen">The first night that found enough people.</param>
internal sealed record RowMemory(string Breakdown, string Segment, int? FirstSeen, IReadOnlyList<RowRefresh> Refreshes, IReadOnlyList<QuestionMemory> Questions);

/// <param name="Figure">What is counted (<see cref="Portraits.FigureDefinition.Signature"/>).</param>
internal sealed record QuestionMemory(string Figure, IReadOnlyList<int> Editions, IReadOnlyList<int> Bases, int Counted);
