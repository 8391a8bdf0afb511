using System.Text.Json;

namespace Diapason.Needs.Authoring;

/// <summary>A member of a closed set as a kit writes it: <c>no_ai</c>.</summary>
internal static class SnakeCase
{
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum
        => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
