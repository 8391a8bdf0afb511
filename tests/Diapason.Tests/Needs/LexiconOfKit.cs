using Diapason.Needs.Kit;
using Diapason.Needs.Wording;
using Diapason.Platform.Kits;
using Diapason.Words;

namespace Diapason.Tests.Needs;

/// <summary>The lexicon of the demonstration kit, and its matcher, made once.</summary>
internal static class LexiconOfKit
{
    private static readonly Lazy<WordMatcher> Made = new(() => MakeMatcher.Of(DemonstrationKit.Reference, Lexicon));

    public static Lexicon Lexicon { get; } = Read();

    public static WordMatcher Matcher => Made.Value;

    private static Lexicon Read()
    {
        var problems = new KitProblems();
        var lexicon = ReadWholeLexicon.From(new KitFolder(DemonstrationKit.Folder), problems, DemonstrationKit.Reference);
        return problems.Any ? throw new InvalidOperationException(string.Join('\n', problems.All)) : lexicon!;
    }
}
