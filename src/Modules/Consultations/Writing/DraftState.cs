using Diapason.Consultations.Data;
using Diapason.Forms;

namespace Diapason.Consultations.Writing;

/// <summary>A draft as it stands: its row, its latest revision, what that says and whether it is complete.</summary>
internal sealed class DraftState(QuestionnaireDraft row, DraftRevision revision, WritingRules rules)
{
    private IReadOnlyList<DraftLack>? _lacks;

    public Guid Id => row.Id;

    /// <summary>The council's bank of questions, which is copied from and never asked.</summary>
    public bool IsBank => row.IsBank;

    public int Head => revision.Number;

    public DraftRevision Revision => revision;

    public Draft Draft { get; } = Read(revision);

    /// <summary>Everything that keeps it from being a version.</summary>
    public IReadOnlyList<DraftLack> Lacks => [.. All.Where(lack => !lack.IsWarning)];

    /// <summary>What its authors should look at, and may leave as it is.</summary>
    public IReadOnlyList<DraftLack> Warnings => [.. All.Where(lack => lack.IsWarning)];

    public bool IsComplete => All.All(lack => lack.IsWarning);

    private IReadOnlyList<DraftLack> All => _lacks ??= rules.Lacks(Draft);

    public static Draft Read(DraftRevision revision) =>
        ReadDraft.From(revision.Definition).Draft ?? throw new InvalidOperationException($"Revision {revision.Number} of the draft {revision.DraftId} cannot be read.");
}

/// <summary>Something a draft lacks: where, and a code with its facts.</summary>
internal sealed record DraftLack(DraftPlace Place, string Code, IReadOnlyList<(string Name, object? Value)> Facts)
{
    /// <summary>It can be asked as it is.</summary>
    public bool IsWarning { get; init; }
}
