using System.Collections.Immutable;
using Diapason.Consultations.Data;
using Diapason.Consultations.Images;
using Diapason.Consultations.Writing;
using Diapason.Forms;
using Diapason.Platform.Kits;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Kit;

/// <summary>The images of a kit, <c>images/…</c>: named by options, known by their content, kept without what they say of whoever took them.</summary>
internal sealed class KitImages(KitFolder folder, KitProblems problems)
{
    private const string Folder = "images";

    // More than an option may have, so that one that is too heavy is told as such.
    private const int MostRead = 4 * 1024;

    private readonly Dictionary<string, PlainImage> _images = new(StringComparer.Ordinal);

    /// <summary>Those the kit names.</summary>
    public IReadOnlyCollection<PlainImage> All => _images.Values;

    /// <summary>The text of a questionnaire with the names under which its images are kept; the same text when it has none.</summary>
    public string Settle(string definition)
    {
        if (ReadDraft.From(definition).Draft is not { } draft || !DraftImages.Of(draft).Any()) return definition;
        return WriteDraft.Of(DraftImages.Rename(draft, name => Read(name)?.Name ?? name));
    }

    /// <summary>Keeps them for one council, once each.</summary>
    public static async Task KeepAsync(IReadOnlyCollection<PlainImage> images, KitLoading loading, DateTime now, CancellationToken cancel)
    {
        foreach (var image in images)
        {
            var name = image.Name;
            if (loading.Db.Set<KeptImage>().Local.Any(i => i.Name == name) || await loading.Db.Set<KeptImage>().AnyAsync(i => i.Name == name, cancel)) continue;
            loading.Db.Add(new KeptImage { CouncilId = loading.Council.Id, Name = name, Bytes = image.Bytes, KeptAt = now });
        }
    }

    private PlainImage? Read(string name)
    {
        if (_images.TryGetValue(name, out var known)) return known;
        // What is wrong with a name is told where it stands.
        if (!OptionImage.IsName(name) || folder.ReadBytes(Path.Combine(Folder, name), MostRead, problems) is not { } bytes) return null;
        var (image, fault) = PlainImage.Read(bytes);
        if (image is not null) return _images[name] = image;
        var why = KeepImages.Refusal(fault, null);
        problems.Add($"{Folder}/{name}", 0, why.Code, [.. why.Facts]);
        return null;
    }
}
