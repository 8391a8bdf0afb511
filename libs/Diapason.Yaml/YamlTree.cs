using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Diapason.Yaml;

/// <summary>Builds the tree of one file from the parser's events: no recursion, so that depth cannot overflow the stack, and bounds on all that could grow.</summary>
internal sealed class YamlTree(string text, YamlReading reading)
{
    private const int MostCharacters = 2_000_000;
    private const int MostNodes = 200_000;
    private const int MostDepth = 30;

    private readonly Stack<Open> _open = new();
    private readonly Parser _parser = new(new StringReader(text));
    private YamlNode? _root;
    private int _nodes;
    private int _lastLine = 1;

    private YamlProblems Problems => reading.Problems;

    /// <summary>The root mapping; <see langword="null"/> after one report of what stopped the reading.</summary>
    public YamlMap? Build()
    {
        try
        {
            return text.Length > MostCharacters ? Stop(1, 1, YamlCodes.TooLong) : Walk();
        }
        catch (YamlException bad)
        {
            // Of some tabs the parser says that there is one, and not where.
            var last = bad.Message.Contains("tab", StringComparison.Ordinal) ? int.MaxValue : (int)bad.End.Line;
            if (TabBefore(last) is { } tab) return Stop(tab.Line, tab.Column, YamlCodes.Tab);
            var (line, column) = At(bad.Start);
            return (line, column) == (1, 1) ? Stop(_lastLine, 1, YamlCodes.BadYaml) : Stop(line, column, YamlCodes.BadYaml);
        }
        catch (Exception bad) when (bad is InvalidOperationException or ArgumentException or FormatException or IndexOutOfRangeException)
        {
            // The parser loses its footing on some broken texts, such as a stray control character, without saying where.
            return Stop(_lastLine, 1, YamlCodes.BadYaml);
        }
    }

    private YamlMap? Walk()
    {
        while (_parser.MoveNext())
        {
            var current = _parser.Current!;
            var (line, column) = At(current.Start);
            switch (current)
            {
                // A second document would be lost in silence.
                case DocumentStart when _root is not null: return Stop(line, column, YamlCodes.NotAMapping);
                case AnchorAlias: return Stop(line, column, YamlCodes.AliasRefused);
                case NodeEvent when ++_nodes > MostNodes: return Stop(line, column, YamlCodes.TooLong);
                case MappingStart or SequenceStart when _open.Count >= MostDepth: return Stop(line, column, YamlCodes.TooDeep);
                case MappingStart: Enter(new YamlMap(line, column, reading)); break;
                case SequenceStart: Enter(new YamlList(line, column)); break;
                case MappingEnd or SequenceEnd: _open.Pop(); break;
                case Scalar scalar: Place(new YamlText(line, column, scalar.Value, scalar.Style == ScalarStyle.Plain)); break;
            }

            _lastLine = Math.Max(_lastLine, (int)current.End.Line);
        }

        return _root as YamlMap ?? Stop(1, 1, YamlCodes.NotAMapping);
    }

    private void Enter(YamlNode node)
    {
        Place(node);
        _open.Push(new Open(node));
    }

    private void Place(YamlNode node)
    {
        if (!_open.TryPeek(out var parent)) _root = node;
        else if (parent.Node is YamlList list) list.Items.Add(node);
        else if (parent.Key is null) parent.Key = node;
        else
        {
            AddTo((YamlMap)parent.Node, parent.Key, node);
            parent.Key = null;
        }
    }

    private void AddTo(YamlMap map, YamlNode key, YamlNode value)
    {
        if (key is not YamlText { Value: { Length: > 0 } name }) Problems.Add(key.Line, key.Column, YamlCodes.WrongType, ("key", "?"), ("expected", "key"));
        else if (!map.TryAdd(name, key, value)) Problems.Add(key.Line, key.Column, YamlCodes.KeyTwice, ("key", name));
    }

    private YamlMap? Stop(int line, int column, string code)
    {
        Problems.Add(line, column, code);
        return null;
    }

    private static (int Line, int Column) At(Mark mark) => (Math.Max((int)mark.Line, 1), Math.Max((int)mark.Column, 1));

    // The first line not understood whose indentation holds a tab; earlier ones are inside texts, where a tab is allowed.
    private (int Line, int Column)? TabBefore(int last)
    {
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (++number < _lastLine) continue;
            if (number > last) return null;
            var indentation = line[..(line.Length - line.TrimStart(" \t").Length)];
            if (indentation.IndexOf('\t') is >= 0 and var at) return (number, at + 1);
        }

        return null;
    }

    private sealed class Open(YamlNode node)
    {
        public YamlNode Node => node;

        /// <summary>The key whose value comes next.</summary>
        public YamlNode? Key { get; set; }
    }
}
