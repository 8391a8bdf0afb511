using System.Security.Cryptography;
using Diapason.Needs.Reference;
using Diapason.Platform.Kits;
using Diapason.Yaml;

namespace Diapason.Needs.Kit;

/// <summary>The files of a kit, <c>documents/fr/…</c> and <c>documents/en/…</c>: named safely, of a known kind, bounded.</summary>
internal sealed class KitDocuments(KitFolder folder, KitProblems problems) : ReadDocuments
{
    private readonly Dictionary<string, byte[]> _contents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>Each content once, by its hash.</summary>
    public IReadOnlyDictionary<string, byte[]> Contents => _contents;

    public override IReadOnlyList<OfferDocument> Read(YamlMap entry)
    {
        var documents = base.Read(entry);
        if (_contents.Values.Sum(c => (long)c.Length) > (long)MostMebibytes << 20) entry.ReportAt("documents", "needs.documents_too_large", ("mebibytes", MostMebibytes));
        return documents;
    }

    protected override StoredFile? Find(YamlMap node, string language, string name, FileKind kind)
    {
        if (folder.ReadBytes(Path.Combine("documents", language, name), MostKibibytes, problems) is not { } bytes) return null;
        if (kind.IsTrueOf(bytes)) return Keep(node, language, name, bytes);
        node.ReportAt(language, "needs.document_kind", ("document", name));
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
}
