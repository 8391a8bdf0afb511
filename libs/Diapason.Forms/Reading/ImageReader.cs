using Diapason.Yaml;

namespace Diapason.Forms;

/// <summary>Reads the image of an option and what it shows.</summary>
internal static class ImageReader
{
    public static OptionImage? Read(YamlMap entry)
    {
        var name = entry.OptionalText("image");
        if (name is null)
        {
            if (entry.Has("image_alt")) entry.ReportAt("image_alt", "alt_without_image");
            entry.OptionalSaid("image_alt");
            return null;
        }

        if (!OptionImage.IsName(name)) entry.ReportAt("image", "image_name", ("image", name));
        return new(name, entry.Said("image_alt"));
    }
}
