using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Diapason.Platform.Councils;

/// <summary>Settings as the text of their column; what a later version adds takes its default value.</summary>
internal static class SettingsJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static string Write(CouncilSettings settings) => JsonSerializer.Serialize(settings, Options);

    public static CouncilSettings Read(string json) => json is "" or "{}" ? CouncilSettings.None : JsonSerializer.Deserialize<CouncilSettings>(json, Options)!;

    /// <summary>Two equal things have the same one: it says whether somebody changed them since.</summary>
    public static string Stamp<T>(T settled) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(settled, Options)))[..16];

    internal sealed class Converter() : ValueConverter<CouncilSettings, string>(settings => Write(settings), json => Read(json));
}
