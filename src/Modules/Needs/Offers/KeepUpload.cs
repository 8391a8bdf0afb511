using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Diapason.Needs.Data;
using Diapason.Needs.Kit;
using Diapason.Needs.Reference;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Needs.Offers;

/// <summary>Keeps a file sent with the form of an entry, of a known kind and a bounded size, so that a form refused for another reason has not lost it.</summary>
internal sealed class KeepUpload(DiapasonDb db, CurrentCouncil council, TimeProvider clock)
{
    private const int LongestName = 60;

    /// <param name="file">As it was sent.</param>
    /// <param name="field">The form's field.</param>
    /// <param name="known">The files of the offer and those sent before, whose names are taken.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Outcome<StoredFile>> RunAsync(IFormFile file, string field, IReadOnlyList<StoredFile> known, CancellationToken cancel)
    {
        if (FileKind.Of(file.FileName.ToLowerInvariant()) is not { } kind) return Problem.Invalid("offer.file_name", field);
        if (file.Length > ReadDocuments.MostKibibytes << 10) return Problem.Invalid("offer.file_too_large", field, ("mebibytes", ReadDocuments.MostKibibytes >> 10));
        if (known.DistinctBy(f => f.Hash).Sum(f => (long)f.Size) + file.Length > (long)ReadDocuments.MostMebibytes << 20)
            return Problem.Invalid("offer.files_too_large", field, ("mebibytes", ReadDocuments.MostMebibytes));
        var bytes = await BytesAsync(file, cancel);
        if (!kind.IsTrueOf(bytes)) return Problem.Invalid("offer.file_kind", field, ("kind", kind.Name));
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (!await db.Set<StoredContent>().AnyAsync(c => c.Hash == hash, cancel))
        {
            db.Add(new StoredContent { CouncilId = council.Id, Hash = hash, Bytes = bytes, KeptAt = clock.GetUtcNow().UtcDateTime });
            await db.SaveChangesAsync(cancel);
        }

        return new StoredFile(Free(Plain(Path.GetFileNameWithoutExtension(file.FileName)), kind, hash, known), hash, bytes.Length);
    }

    /// <summary>A file kept with an earlier sending of the form, by its name and hash; null when it is there no more.</summary>
    public async Task<StoredFile?> FindAsync(string name, string hash, CancellationToken cancel)
    {
        if (FileKind.Of(name) is null || !ReadDocuments.IsSafe(name)) return null;
        var size = await db.Set<StoredContent>().Where(c => c.Hash == hash).Select(c => (int?)c.Bytes.Length).SingleOrDefaultAsync(cancel);
        return size is { } length ? new StoredFile(name, hash, length) : null;
    }

    private static async Task<byte[]> BytesAsync(IFormFile file, CancellationToken cancel)
    {
        using var kept = new MemoryStream((int)file.Length);
        await file.CopyToAsync(kept, cancel);
        return kept.ToArray();
    }

    /// <summary>The first name that no other content bears.</summary>
    private static string Free(string name, FileKind kind, string hash, IReadOnlyList<StoredFile> known)
    {
        for (var i = 1; ; i++)
        {
            var candidate = i == 1 ? $"{name}.{kind.Extension}" : string.Create(CultureInfo.InvariantCulture, $"{name}-{i}.{kind.Extension}");
            if (known.All(f => f.Name != candidate || f.Hash == hash)) return candidate;
        }
    }

    /// <summary>Lower-case letters, figures and dashes: <c>Politique d’IA (2026)</c> is <c>politique-d-ia-2026</c>.</summary>
    public static string Plain(string words)
    {
        var plain = new StringBuilder();
        foreach (var c in words.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c)) plain.Append(c);
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && plain.Length > 0 && plain[^1] != '-') plain.Append('-');
            if (plain.Length >= LongestName) break;
        }

        var name = plain.ToString().Trim('-');
        return name.Length == 0 ? "document" : name;
    }
}
