using System.Security.Claims;
using System.Text.Json;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Microsoft.AspNetCore.Http;

namespace Diapason.Platform.Audit;

/// <summary>Adds an act to the trail, in the caller's unit of work: it is saved with the act itself or not at all.</summary>
public sealed class AuditTrail(DiapasonDb db, CurrentCouncil council, IHttpContextAccessor http, TimeProvider clock)
{
    /// <summary>An act on the current council.</summary>
    public void Record(string act, string subject, object? details = null) => Add(council.OrNull?.Id, act, subject, details);

    /// <summary>An act on one's own account, which belongs to no council: whose address was open at the time is nobody's business.</summary>
    public void RecordPersonal(string act, string subject) => Add(null, act, subject, null);

    private void Add(Guid? councilId, string act, string subject, object? details) => db.Add(new AuditEntry
    {
        Id = Guid.CreateVersion7(),
        CouncilId = councilId,
        UserId = Guid.TryParse(http.HttpContext?.User.FindFirstValue(ClaimTypes.NameIdentifier), out var user) ? user : null,
        Act = act,
        Subject = subject,
        Details = details is null ? null : JsonSerializer.Serialize(details, JsonSerializerOptions.Web),
        At = clock.GetUtcNow().UtcDateTime,
    });
}
