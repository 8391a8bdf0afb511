using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Diapason.Needs.Reference;
using Diapason.Platform.Kits;
using Diapason.Yaml;

namespace Diapason.Needs.Kit;

/// <summary>Reads the files an offer hands out, <c>documents/fr/…</c> and <c>documents/en/…</c> in the kit: named safely, of a known kind, bounded.</summary>
internal sealed partial class ReadDocuments(KitFolder folder, KitProblems problems)
{
    /// <summary>A dozen printed pages with pictures; a phone on a slow line still gets it.</summary>
    private const int MostKibibytes = 1024;

    /// <summary>Of all the files of an offer together: they stay in the database of every council that loads the kit.</summary>
    private const int MostMebibytes = 32;

    private readonly Dictionary<string, byte[]> _contents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>Each content once, by its hash.</summary>
    public IReadOnlyDictionary<string, byte[]> Contents => _contents;

    /// <summary><c>documents: [ { fr: politique.docx, en: policy.docx } ]</c>.</summary>
    public IReadOnlyList<OfferDocument> Read(YamlMap entry)
    {
        if (!entry.Has("documents")) return [];
        var documents = entry.Items("documents").Select(Document).ToList();
        if (_contents.Values.Sum(c => (long)c.Length) > (long)MostMebibytes << 20) entry.ReportAt("documents", "needs.documents_too_large", ("mebibytes", MostMebibytes));
        return documents;
    }

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
        if (!SafeName().IsMatch(name) || FileKind.Of(name) is not { } kind) node.ReportAt(language, "needs.document_name", ("document", name));
        else if (folder.ReadBytes(Path.Combine("documents", language, name), MostKibibytes, problems) is not { } bytes) return null;
        else if (!kind.IsTrueOf(bytes)) node.ReportAt(language, "needs.document_kind", ("document", name));
        else return Keep(node, language, name, bytes);
        return null;
    }

    private StoredFile Keep(YamlMap node, string language, string name, byte[] bytes)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        // An address holds the name alone.
        if (!_names.TryAdd(name, hash) && _names[name] != hash) node.ReportAt(language, "needs.document_twice", ("document", name));
        _contents[hash] = bytes;
        return new StoredFile(name, hash, bytes.Length);
    }

    [GeneratedRegex(@"^[a-z0-9][a-z0-9-]{0,78}\.[a-z]{3,4}$", RegexOptions.None, 100)]
    private static partial Regex SafeName();
}
