using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Modules;

namespace Diapason.Platform.Front;

/// <summary>
/// A person's notebook, gathered from the modules. What the device holds and what the account holds are read apart and kept apart: nothing here
/// is given both an account and a code.
/// </summary>
public sealed class PersonNotebook(IEnumerable<INotebook> modules, CurrentCouncil council)
{
    private IReadOnlyList<NotebookEntry>? _held;

    /// <summary>What this device holds, what waits for the person first.</summary>
    public async ValueTask<IReadOnlyList<NotebookEntry>> HeldAsync(CancellationToken cancel) =>
        _held ??= await GatherAsync(module => module.HeldAsync(cancel));

    public ValueTask<IReadOnlyList<NotebookEntry>> OfAccountAsync(Guid accountId, CancellationToken cancel) =>
        GatherAsync(module => module.OfAccountAsync(accountId, cancel));

    public async Task ForgetAsync(CancellationToken cancel)
    {
        foreach (var module in modules) await module.ForgetAsync(cancel);
    }

    private async ValueTask<IReadOnlyList<NotebookEntry>> GatherAsync(Func<INotebook, ValueTask<IReadOnlyList<NotebookEntry>>> read)
    {
        if (council.OrNull is null) return [];
        var entries = new List<NotebookEntry>();
        foreach (var module in modules)
        {
            try
            {
                entries.AddRange(await read(module));
            }
            catch (Exception failure) when (DatabaseFailure.IsIn(failure))
            {
                // Home and notebook go on with what the other modules know.
            }
        }

        return [.. entries.OrderByDescending(entry => entry.IsUnfinished)];
    }
}
