using Diapason.Platform.Outbox;

namespace Diapason.Learning.Contracts;

/// <summary>Somebody who was at a session asked for what shows it: for whoever recognises what was learnt. The code is that of their certificate.</summary>
public sealed record AttendanceCertified(Guid CouncilId, Guid SessionId, string Certificate, string Competency, int Minutes) : IEvent;
