using System.Text.Json;
using System.Text.Json.Serialization;
using Diapason.Studies.Portraits;
using Diapason.Studies.Reporting;

namespace Diapason.Studies.Keeping;

/// <summary>A portrait as it is stored once nothing can compute it again: what its page and files show, and no count that they hide.</summary>
internal static class PortraitJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerOptions.Web)
    {
        // Pairs are tuples; an estimate may have infinitely many degrees of freedom.
        IncludeFields = true,
        IgnoreReadOnlyProperties = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new JsonStringEnumConverter() },
    };

    public static string Write(Portrait portrait) => JsonSerializer.Serialize(WithoutHiddenCounts(portrait), Options);

    public static Portrait Read(string content) => JsonSerializer.Deserialize<Portrait>(content, Options)!;

    /// <summary>Margins that the method table hides keep their frame alone.</summary>
    private static Portrait WithoutHiddenCounts(Portrait portrait)
    {
        if (portrait.Weights is not { } weights) return portrait;
        var hidden = MethodTables.HiddenMargins(portrait);
        return portrait with
        {
            Weights = weights with { Fills = [.. weights.Fills.Select(f => hidden.Contains(f.Margin.Code) ? f with { Respondents = 0, Share = 0, Weighted = null } : f)] },
        };
    }
}
