using Diapason.Platform.Kits;
using Diapason.Yaml;

namespace Diapason.Studies.Kit;

/// <summary>Remembers where each thing read from a kit was written, for problems found once all of it is read.</summary>
internal sealed class KitLines
{
    private readonly Dictionary<object, int> _lines = new(ReferenceEqualityComparer.Instance);

    public T Mark<T>(T read, YamlNode node)
        where T : class
    {
        _lines[read] = node.Line;
        return read;
    }

    public int Of(object read) => _lines.GetValueOrDefault(read);
}
