using Diapason.Consultations.Contracts;
using Diapason.Platform.Security;
using Microsoft.AspNetCore.Http;

namespace Diapason.Consultations.Answering;

/// <summary>A page posted by someone whose draft cannot be found: its fields, kept until they give their code.</summary>
internal sealed record LostDraft(CampaignFacts Campaign, string? Typed, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    /// <summary>The code that was typed is of another kind.</summary>
    public CodeKind? Elsewhere { get; init; }

    /// <summary>A name no question can have.</summary>
    public const string CodeField = "-resume-code";

    public static LostDraft Of(CampaignFacts campaign, IFormCollection form) => new(
        campaign,
        form[CodeField],
        [.. from field in form
            where field.Key is not ("__RequestVerificationToken" or CodeField)
            from value in field.Value
            select KeyValuePair.Create(field.Key, value ?? "")]);
}
