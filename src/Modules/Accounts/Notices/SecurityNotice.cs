using Diapason.Platform.Outbox;

namespace Diapason.Accounts.Notices;

/// <summary>Something happened to an account that its owner must hear of, in case it was not them. It never holds a secret.</summary>
/// <param name="What">End of a text's key, <c>notice.{what}</c>.</param>
/// <param name="At">When it happened.</param>
/// <param name="CouncilId">Where a role was given, changed or taken away.</param>
/// <param name="Role">Which one.</param>
internal sealed record SecurityNotice(Guid AccountId, string What, DateTime At, Guid? CouncilId = null, string? Role = null) : IEvent;
