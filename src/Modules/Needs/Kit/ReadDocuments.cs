using System.Text.RegularExpressions;
using Diapason.Needs.Reference;
using Diapason.Yaml;

namespace Diapason.Needs.Kit;

/// <summary>Reads the names of the files an entry hands out, and finds each: in a kit's folder, or among those the council already has.</summary>
internal abstract partial class ReadDocuments
{
    /// <summary>A dozen printed pages with pictures; a phone on a slow line still gets it.</summary>
    public const int MostKibibytes = 1024;

    /// <summary>Of all the files of an offer together: they stay in the database of every council that loads the kit.</summary>
    public const int MostMebibytes = 32;

    public static bool IsSafe(string name) => SafeName().IsMatch(name);

    /// <summary><c>documents: [ { fr: politique.docx, en: policy.docx } ]</c>.</summary>
    public virtual IReadOnlyList<OfferDocument> Read(YamlMap entry) => entry.Has("documents") ? [.. entry.Items("documents").Select(Document)] : [];

    /// <summary>Null after having reported why there is none.</summary>
    protected abstract StoredFile? Find(YamlMap node, string language, string name, FileKind kind);

    private OfferDocument Document(YamlMap node)
    {
        var named = node.Languages("documents");
        var files = new Dictionary<string, StoredFile>(StringComparer.Ordinal);
        foreach (var (language, name) in named.All)
            if (name.Length > 0 && File(node, language, name) is { } file) files[language] = file;
        return new OfferDocument(files);
    }

    private StoredFile? File(YamlMap node, string language, string name)
    {
        if (IsSafe(name) && FileKind.Of(name) is { } kind) return Find(node, language, name, kind);
        node.ReportAt(language, "needs.document_name", ("document", name));
        return null;
    }

    [GeneratedRegex(@"^[a-z0-9][a-z0-9-]{0,78}\.[a-z]{3,4}$", RegexOptions.None, 100)]
    private static partial Regex SafeName();
}

/// <summary>Those the council already has, or has just sent, by their name.</summary>
internal sealed class KnownDocuments(IEnumerable<StoredFile> files) : ReadDocuments
{
    private readonly Dictionary<string, StoredFile> _files = files.DistinctBy(f => f.Name).ToDictionary(f => f.Name, StringComparer.Ordinal);

    protected override StoredFile? Find(YamlMap node, string language, string name, FileKind kind)
    {
        if (_files.TryGetValue(name, out var file)) return file;
        node.ReportAt(language, "needs.document_unknown", ("document", name));
        return null;
    }
}
