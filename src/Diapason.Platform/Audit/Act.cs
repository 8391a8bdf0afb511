using System.Text.Json.Serialization;

namespace Diapason.Platform.Audit;

/// <summary>
/// An act that the trail records, declared by the module that does it as a sealed record marked <see cref="RecordedAttribute"/>. Its properties are
/// its details: ids, codes and days, and the <see cref="FieldChange"/>s of what the council itself wrote; never a name nor an answer. Each has a text: the
/// act's code, and <c>audit.detail.{name}</c>.
/// </summary>
/// <param name="Subject">What was acted on.</param>
public abstract record Act([property: JsonIgnore] Guid Subject);

/// <summary>What the trail calls an act. Rows of former years bear it: a code is never given another meaning.</summary>
/// <param name="code">Stable code, <c>campaign.closed</c>.</param>
/// <param name="subject">Kind of what was acted on, <c>campaign</c>; an <see cref="IAuditSubjects"/> names it.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RecordedAttribute(string code, string subject) : Attribute
{
    public string Code { get; } = code;

    public string Subject { get; } = subject;

    /// <summary>Done to oneself, it belongs to no council: whose address was open at the time is nobody's business.</summary>
    public bool IsPersonal { get; init; }
}
