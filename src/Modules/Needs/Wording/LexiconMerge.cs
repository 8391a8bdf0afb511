using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Diapason.Needs.Reference;

namespace Diapason.Needs.Wording;

/// <summary>What a lexicon becomes when a kit or a file is written over it. Pure. What the council wrote itself is kept from kits, unless that is asked for; its ideas that a kit lacks stay.</summary>
internal sealed record LexiconMerge(Lexicon Result, IReadOnlyList<string> Kept)
{
    public static LexiconMerge ByKit(Lexicon? stored, Lexicon kit, bool replacesEdits)
    {
        if (stored is null || replacesEdits) return new LexiconMerge(kit, []);
        var ours = stored.Ideas.Where(i => i.IsOurs).ToDictionary(i => i.Code, StringComparer.Ordinal);
        var kept = kit.Ideas.Where(i => ours.TryGetValue(i.Code, out var own) && !AreSame(own, i)).Select(i => i.Code).ToList();
        return new LexiconMerge(
            kit with
            {
                Ideas = [.. kit.Ideas.Select(i => kept.Contains(i.Code) ? ours[i.Code] : i), .. stored.Ideas.Where(i => i.IsOurs && kit.Idea(i.Code) is null)],
            },
            kept);
    }

    /// <summary>A file of the council's own: ideas it does not name stay, those it changes become the council's.</summary>
    public static Lexicon ByCouncil(Lexicon stored, Lexicon brought)
    {
        var now = brought.Ideas.ToDictionary(i => i.Code, i => stored.Idea(i.Code) is { } was && AreSame(was, i) ? was : i with { IsOurs = true }, StringComparer.Ordinal);
        return brought with
        {
            Examples = stored.Examples,
            Ideas = [.. stored.Ideas.Select(i => now.GetValueOrDefault(i.Code, i)), .. brought.Ideas.Where(i => stored.Idea(i.Code) is null).Select(i => now[i.Code])],
        };
    }

    /// <summary>Tells one state from another: what a form, or a file, was filled from.</summary>
    public static string StampOf(LexiconIdea idea) => Stamp(Canonical(idea));

    public static string StampOf(Lexicon lexicon) => Stamp(JsonSerializer.Serialize(lexicon with { Examples = [] }, ReferenceJson.Options));

    public static bool AreSame(LexiconIdea one, LexiconIdea other) => Canonical(one) == Canonical(other);

    private static string Stamp(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];

    private static string Canonical(LexiconIdea idea) => JsonSerializer.Serialize(
        idea with
        {
            IsOurs = false,
            Points = new SortedDictionary<string, int>(idea.Points.ToDictionary(), StringComparer.Ordinal),
            Phrases = new SortedDictionary<string, IReadOnlyList<string>>(idea.Phrases.Where(p => p.Value.Count > 0).ToDictionary(p => p.Key, p => p.Value), StringComparer.Ordinal),
        },
        ReferenceJson.Options);
}
