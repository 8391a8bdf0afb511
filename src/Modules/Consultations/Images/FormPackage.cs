using Diapason.Forms;
using Diapason.Tables;

namespace Diapason.Consultations.Images;

/// <summary>A questionnaire and its images in one compressed folder: what a draft with images is downloaded as, and what is brought in again.</summary>
/// <param name="Name">The name of the questionnaire's file.</param>
/// <param name="Form">The questionnaire's file.</param>
/// <param name="Images">Its images, by the names its options give them.</param>
internal sealed record FormPackage(string Name, byte[] Form, IReadOnlyDictionary<string, byte[]> Images)
{
    public const string Extension = ".zip";

    private const int MostFiles = 500;
    private static readonly string[] Forms = [".xlsx", ".lss", ".json", ".yaml", ".yml"];

    /// <summary>Opens one; null when it is no such folder, holds no questionnaire or several, or one that is too long.</summary>
    public static FormPackage? Open(Stream file, int mostFormBytes)
    {
        using var folder = CompressedFolder.Open(file, MostFiles);
        if (folder?.Files.Where(one => Forms.Contains(Path.GetExtension(one.Name).ToLowerInvariant())).ToList() is not [var form]) return null;
        if (form.Read(mostFormBytes) is not { } bytes || bytes.Length > mostFormBytes) return null;
        var images = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        // One byte more than an image may have tells that it is too heavy.
        foreach (var one in folder.Files)
            if (OptionImage.Spell(one.Name) is { } name && one.Read(PlainImage.MostKibibytes << 10) is { } image) images.TryAdd(name, image);
        return new(form.Name, bytes, images);
    }

    public byte[] Write() => CompressedFolder.Write(Images.Select(image => ("images/" + image.Key, image.Value)).Prepend((Name, Form)));
}
