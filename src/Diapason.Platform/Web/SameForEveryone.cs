namespace Diapason.Platform.Web;

/// <summary>
/// A page that shows the same to all who come without a cookie: it is drawn once a second at most, and given to all who ask for it meanwhile (ADR 59).
/// What depends on who asks must come by a cookie, the address or its query.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SameForEveryoneAttribute : Attribute;
