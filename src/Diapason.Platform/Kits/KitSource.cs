using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Diapason.Platform.Kits;

/// <summary>Opens a kit's YAML as nodes that know their lines, after refusing what could exhaust the reader.</summary>
internal static class KitSource
{
    private const int MostDepth = 30;

    public static YamlMappingNode? Open(string text, string file, KitProblems problems)
    {
        try
        {
            if (!IsSafe(text, file, problems)) return null;
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            // A second document would be lost in silence.
            if (stream.Documents is [{ RootNode: YamlMappingNode root }]) return root;
            problems.Add(file, 1, "kit.not_a_mapping");
        }
        catch (YamlException bad)
        {
            problems.Add(file, (int)bad.Start.Line, "kit.bad_yaml");
        }
        catch (Exception bad) when (bad is InvalidOperationException or ArgumentException)
        {
            // YamlDotNet loses its footing on some broken texts, without saying where.
            problems.Add(file, 1, "kit.bad_yaml");
        }

        return null;
    }

    // Aliases can make a small file unfold into a huge one, and depth can overflow the stack: neither helps a kit.
    private static bool IsSafe(string text, string file, KitProblems problems)
    {
        var parser = new Parser(new StringReader(text));
        for (var depth = 0; parser.MoveNext();)
        {
            var current = parser.Current!;
            depth += current.NestingIncrease;
            if (depth > MostDepth) problems.Add(file, (int)current.Start.Line, "kit.too_deep");
            else if (current is AnchorAlias) problems.Add(file, (int)current.Start.Line, "kit.alias_refused");
            else continue;
            return false;
        }

        return true;
    }
}
