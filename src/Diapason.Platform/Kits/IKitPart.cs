using Diapason.Platform.Councils;
using Diapason.Platform.Data;

namespace Diapason.Platform.Kits;

/// <summary>What one module reads from a kit.</summary>
public interface IKitPart
{
    /// <summary>Steps run in this order: a module after those whose files it reads.</summary>
    int Order { get; }

    /// <summary>Parses this module's files, reporting every problem, and returns what will write them; null when the kit has none or they are wrong. No database here.</summary>
    KitStep? Read(KitFolder folder, KitProblems problems);
}

/// <summary>Writes one module's part. All steps of a kit run in one transaction; the same kit loaded twice changes nothing.</summary>
public delegate Task KitStep(KitLoading loading, CancellationToken cancel);

/// <summary>The transaction a step writes in, the council it writes for, and the account of what was done.</summary>
public sealed class KitLoading(DiapasonDb db, Council council, KitManifest kit, KitCouncil wanted)
{
    private readonly List<string> _done = [];
    private readonly List<Func<CancellationToken, Task>> _whenKept = [];

    public DiapasonDb Db { get; } = db;

    public Council Council { get; } = council;

    public KitManifest Kit { get; } = kit;

    /// <summary>What the kit says of this council, such as whether it receives the synthetic answers.</summary>
    public KitCouncil Wanted { get; } = wanted;

    /// <summary>The operator asked that what the council changed on its own pages give way too; it stays otherwise, and the part says so.</summary>
    public bool ReplacesEdits { get; init; }

    public IReadOnlyList<string> Done => _done;

    /// <summary>Done once everything is kept, and not after a rehearsal: what is remembered is read again only when there is something new to read.</summary>
    public void WhenKept(Action act) => _whenKept.Add(_ =>
    {
        act();
        return Task.CompletedTask;
    });

    /// <summary>The same, for what is made of what was kept.</summary>
    public void WhenKept(Func<CancellationToken, Task> act) => _whenKept.Add(act);

    internal async Task KeepAsync(CancellationToken cancel)
    {
        foreach (var act in _whenKept) await act(cancel);
    }

    /// <summary>One line for the operator, in the current language: "60 entrées d’offre ajoutées".</summary>
    public void Say(string line) => _done.Add(line);
}
