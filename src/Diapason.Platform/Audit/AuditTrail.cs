using System.Reflection;
using System.Security.Claims;
using System.Text.Json;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Microsoft.AspNetCore.Http;

namespace Diapason.Platform.Audit;

/// <summary>Adds an act to the trail, in the caller's unit of work: it is saved with the act itself or not at all.</summary>
public sealed class AuditTrail(DiapasonDb db, CurrentCouncil council, IHttpContextAccessor http, TimeProvider clock)
{
    public void Record(Act act)
    {
        var type = act.GetType();
        var recorded = type.GetCustomAttribute<RecordedAttribute>() ?? throw new InvalidOperationException($"{type.Name} does not say what the trail calls it.");
        var details = JsonSerializer.Serialize(act, type, JsonSerializerOptions.Web);
        db.Add(new AuditEntry
        {
            Id = Guid.CreateVersion7(),
            CouncilId = recorded.IsPersonal ? null : council.OrNull?.Id,
            UserId = Guid.TryParse(http.HttpContext?.User.FindFirstValue(ClaimTypes.NameIdentifier), out var user) ? user : null,
            Act = recorded.Code,
            Subject = $"{recorded.Subject}:{act.Subject:D}",
            Details = details == "{}" ? null : details,
            At = clock.GetUtcNow().UtcDateTime,
        });
    }
}
