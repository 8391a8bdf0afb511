using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Diapason.Forms;

/// <summary>Opens a YAML text as nodes that know their lines, after refusing what could exhaust the reader.</summary>
internal static class YamlSource
{
    private const int MaxCharacters = 2_000_000;
    private const int MaxDepth = 30;

    public static YamlMappingNode? Open(string text, ProblemLog log)
    {
        try
        {
            if (!IsSafe(text, log)) return null;
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode root) return root;
            log.Add(1, "not_a_questionnaire");
        }
        catch (YamlException problem)
        {
            log.Add(problem.Start.Line, "yaml_syntax", ("reason", problem.Message));
        }
        catch (Exception problem) when (problem is InvalidOperationException or ArgumentException)
        {
            // YamlDotNet loses its footing on some broken texts, such as a stray control character, without saying where.
            log.Add(1, "yaml_syntax", ("reason", problem.Message));
        }

        return null;
    }

    // Aliases can make a small file unfold into a huge one, and depth can overflow the stack: neither helps a questionnaire.
    private static bool IsSafe(string text, ProblemLog log)
    {
        if (text.Length > MaxCharacters)
        {
            log.Add(1, "file_too_long");
            return false;
        }

        var parser = new Parser(new StringReader(text));
        for (var depth = 0; parser.MoveNext();)
        {
            var current = parser.Current!;
            depth += current.NestingIncrease;
            if (depth > MaxDepth + 2) log.Add(current.Start.Line, "too_deep");
            else if (current is AnchorAlias) log.Add(current.Start.Line, "alias_refused");
            else continue;
            return false;
        }

        return true;
    }
}
