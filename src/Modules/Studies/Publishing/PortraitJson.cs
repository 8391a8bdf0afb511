using Diapason.Studies.Portraits;

namespace Diapason.Studies.Publishing;

/// <summary>An edition as it is stored: later versions read it, so that what is written is a format.</summary>
internal static class PortraitJson
{
    public static string Write(Portrait portrait) => StudiesJson.Write(portrait);

    public static Portrait Read(string content) => StudiesJson.Read<Portrait>(content);
}
