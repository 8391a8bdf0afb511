using Diapason.Needs.Front;
using Diapason.Platform.Front;

namespace Diapason.Needs.Paths;

/// <summary>Tells what is kept on our side that this browser knows of, beside the copy of the path it shows.</summary>
internal sealed class KeptCopies(OpenPath open, DeviceCodes codes)
{
    /// <summary>Those replaced by other answers, and those whose code this device holds; the first to expire first.</summary>
    public async Task<IReadOnlyList<KeptCopy>> OthersAsync(PathState state, CancellationToken cancel)
    {
        var ids = state.KeptBefore.ToHashSet();
        foreach (var code in codes.Read(NeedsNotebook.CodeKind))
            if (await open.RunAsync(code, cancel) is { IsDone: true, Value.SavedId: { } held }) ids.Add(held);
        if (state.SavedId is { } shown) ids.Remove(shown);
        var copies = new List<KeptCopy>();
        foreach (var id in ids)
            if (await open.ExpiryAsync(id, cancel) is { } until) copies.Add(new KeptCopy(id, until));
        return [.. copies.OrderBy(copy => copy.Until)];
    }
}

/// <summary>A path kept under a code, and the moment it erases itself.</summary>
internal sealed record KeptCopy(Guid Id, DateTime Until);
