using Diapason.Platform.Outbox;

namespace Diapason.Consultations.Contracts;

/// <summary>A campaign was opened by an administrator, for the first time or again.</summary>
public sealed record CampaignOpened(Guid CampaignId, Guid CouncilId) : IEvent;

/// <summary>A campaign was closed, by its date or by an administrator.</summary>
public sealed record CampaignClosed(Guid CampaignId, Guid CouncilId) : IEvent;
