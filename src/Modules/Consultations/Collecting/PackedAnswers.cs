using System.IO.Compression;
using System.Text;

namespace Diapason.Consultations.Collecting;

/// <summary>Answers that were read and are not written yet, packed some at a time: fifty thousand long ones would fill the memory, and reading them while the database is held would stop everybody.</summary>
internal sealed class PackedAnswers
{
    private const int AtOnce = 500;
    private readonly List<(string Answers, string Language)> _last = [];
    private readonly List<byte[]> _packed = [];

    public void Add(CollectedRow row)
    {
        _last.Add((row.Answers!.ToJson(), row.Language));
        if (_last.Count == AtOnce) Pack();
    }

    public IEnumerable<(string Answers, string Language)> Read()
    {
        foreach (var some in _packed)
        {
            using var reader = new BinaryReader(new BrotliStream(new MemoryStream(some), CompressionMode.Decompress), Encoding.UTF8);
            for (var left = reader.ReadInt32(); left > 0; left--) yield return (reader.ReadString(), reader.ReadString());
        }

        foreach (var row in _last) yield return row;
    }

    private void Pack()
    {
        using var packed = new MemoryStream();
        using (var writer = new BinaryWriter(new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true), Encoding.UTF8))
        {
            writer.Write(_last.Count);
            foreach (var (answers, language) in _last)
            {
                writer.Write(answers);
                writer.Write(language);
            }
        }

        _packed.Add(packed.ToArray());
        _last.Clear();
    }
}
