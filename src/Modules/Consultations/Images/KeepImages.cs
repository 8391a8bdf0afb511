using Diapason.Consultations.Data;
using Diapason.Forms;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Images;

/// <summary>Keeps images of options, without what they say of whoever took them. Saved with the caller’s unit of work, once each.</summary>
internal sealed class KeepImages(DiapasonDb db, CurrentCouncil council, TimeProvider clock)
{
    /// <summary>Of all the images of a council together: they stay in its database and in each of its backups.</summary>
    public const int MostMebibytes = 64;

    /// <summary>Keeps the image of a file that was sent.</summary>
    /// <returns>The name under which it is kept.</returns>
    public async Task<Outcome<string>> RunAsync(IFormFile file, string field, CancellationToken cancel)
    {
        // What is too heavy is read far enough to tell what it is.
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancel);
        return await RunAsync(bytes.ToArray(), field, cancel);
    }

    public async Task<Outcome<string>> RunAsync(byte[] file, string field, CancellationToken cancel)
    {
        var (image, fault) = PlainImage.Read(file);
        if (image is null) return Refusal(fault, field);
        return await AddAsync(image, field, cancel) is { } refused ? refused : image.Name;
    }

    /// <summary>Why a file is no image of an option.</summary>
    public static Problem Refusal(ImageFault fault, string? field) => fault switch
    {
        ImageFault.OtherKind => Problem.Invalid("image.other_kind", field),
        ImageFault.Moves => Problem.Invalid("image.moves", field),
        ImageFault.TooHeavy => Problem.Invalid("image.too_heavy", field, ("kibibytes", PlainImage.MostKibibytes)),
        ImageFault.TooLarge => Problem.Invalid("image.too_large", field, ("pixels", PlainImage.LongestSide)),
        _ => Problem.Invalid("image.broken", field),
    };

    /// <summary>Those of some names that are kept.</summary>
    public async Task<IReadOnlySet<string>> KnownAsync(IReadOnlyCollection<string> names, CancellationToken cancel) =>
        names.Count == 0 ? new HashSet<string>() : (await db.Set<KeptImage>().Where(i => names.Contains(i.Name)).Select(i => i.Name).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);

    private async Task<Problem?> AddAsync(PlainImage image, string? field, CancellationToken cancel)
    {
        var name = image.Name;
        if (db.Set<KeptImage>().Local.Any(i => i.Name == name) || await db.Set<KeptImage>().AnyAsync(i => i.Name == name, cancel)) return null;
        var taken = await db.Set<KeptImage>().SumAsync(i => (long)i.Bytes.Length, cancel) + db.ChangeTracker.Entries<KeptImage>().Sum(entry => (long)entry.Entity.Bytes.Length);
        if (taken + image.Bytes.Length > (long)MostMebibytes << 20) return Problem.Invalid("image.full", field, ("mebibytes", MostMebibytes));
        db.Add(new KeptImage { CouncilId = council.Id, Name = name, Bytes = image.Bytes, KeptAt = clock.GetUtcNow().UtcDateTime });
        return null;
    }
}
