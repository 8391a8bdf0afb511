using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Studies.Following;

namespace Diapason.Studies.Keeping;

/// <summary>What a public address shows of the council's campaigns: the last edition, or one of them by its number.</summary>
internal sealed class FindPortrait(StudyShelf shelf, PastEditions past, DiapasonDb db, CurrentCouncil council)
{
    /// <param name="campaign">Its name in addresses; null for the current one.</param>
    /// <param name="edition">Null for what the campaign shows now.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async ValueTask<StudyState?> RunAsync(string? campaign, int? edition, CancellationToken cancel) =>
        council.OrNull is not { } here || await shelf.FindAsync(here.Id, campaign, cancel) is not { } state ? null
        : edition is { } number ? await past.OfAsync(db, state, number, cancel) : state;
}
