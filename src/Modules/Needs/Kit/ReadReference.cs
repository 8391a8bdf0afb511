using Diapason.Needs.Reference;
using Diapason.Platform.Kits;
using Diapason.Yaml;

namespace Diapason.Needs.Kit;

/// <summary>Reads the three files of this module, each checked against those it names.</summary>
internal static class ReadReference
{
    public static ReferenceFiles? From(KitFolder folder, KitProblems problems) => folder.ReadYaml(ReadFramework.File, problems, root => Read(root, folder, problems));

    private static ReferenceFiles? Read(YamlMap root, KitFolder folder, KitProblems problems)
    {
        var framework = ReadFramework.Of(root);
        // What the other files name can only be checked against a framework and questions that could be read, each thing with its own code.
        if (!AreNamed(framework) || ReadQuick.From(folder, problems, framework) is not { } quick) return null;
        var reference = new NeedsReference(framework, Offer.None, quick, ReadMeanings.Of(root, folder, framework, quick));
        return ReadOffer.From(folder, problems, reference) is { } offer ? new ReferenceFiles(reference with { Offer = offer.Offer }, offer.Contents) : null;
    }

    private static bool AreNamed(Framework framework) =>
        framework.Competencies.Count > 0 && AreNamed(framework.Competencies.Select(c => c.Code)) && AreNamed(framework.Obstacles.Select(o => o.Code))
        && AreNamed(framework.Statuses.Select(s => s.Code)) && AreNamed(framework.Roles.Select(r => r.Code));

    private static bool AreNamed(IEnumerable<string> codes)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        return codes.All(code => code.Length > 0 && known.Add(code));
    }
}

/// <summary>The reference of a kit, and the content of the files its offer hands out, by hash.</summary>
internal sealed record ReferenceFiles(NeedsReference Reference, IReadOnlyDictionary<string, byte[]> Contents);
