using Diapason.Needs.Contracts;
using Diapason.Needs.Paths;
using Diapason.Platform.Councils;
using Diapason.Platform.Front;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;
using Diapason.Platform.Security;
using Diapason.Platform.Web;

namespace Diapason.Needs.Front;

/// <summary>The path under way in this browser, and the kept ones whose code this device was asked to hold.</summary>
internal sealed class NeedsNotebook(CurrentPath path, PassingCookie passing, DeviceCodes codes, OpenPath open, CurrentCouncil council, Texts<NeedsModule> texts) : INotebook
{
    /// <summary>The kind of code of a kept path.</summary>
    public const string CodeKind = "path";

    public async ValueTask<IReadOnlyList<NotebookEntry>> HeldAsync(CancellationToken cancel)
    {
        if (council.OrNull is null) return [];
        var entries = new List<NotebookEntry>();
        var held = new HashSet<Guid>();
        foreach (var code in codes.Read(CodeKind))
            if (await open.RunAsync(code, cancel) is { IsDone: true, Value.SavedId: { } id } && held.Add(id) && await open.ExpiryAsync(id, cancel) is { } until)
                entries.Add(Entry(texts["notebook.kept", until.LocalDay], NeedsLinks.Kept) with { Code = SecretCodes.Write(PathCode.OfPaths, code) });
        // The path under way and its kept copy are one thing.
        if (path.Read() is { IsComplete: true } current && !(current.SavedId is { } shown && held.Contains(shown)))
            entries.Insert(0, Entry(await StandsAsync(current, cancel), NeedsLinks.MySteps));
        return entries;
    }

    private async Task<string> StandsAsync(PathState current, CancellationToken cancel) =>
        current.SavedId is { } id && await open.ExpiryAsync(id, cancel) is { } until ? texts["notebook.kept_elsewhere", until.LocalDay] : texts["notebook.text"];

    public ValueTask ForgetAsync(CancellationToken cancel)
    {
        path.Forget();
        passing.ForgetAll();
        codes.Forget(CodeKind);
        return default;
    }

    private NotebookEntry Entry(string text, PageLink link) => new()
    {
        Kind = texts["notebook.kind"],
        Title = texts["notebook.title"],
        Text = text,
        Act = texts["notebook.act"],
        Link = link,
        IsUnfinished = true,
    };
}
