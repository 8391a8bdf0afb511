using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Platform.Data;
using Microsoft.AspNetCore.Http;

namespace Diapason.Consultations.Invitations;

/// <summary>An invitation whose link somebody holds.</summary>
/// <param name="Id">The invitation.</param>
/// <param name="Token">The secret of the link.</param>
internal sealed record InvitationPass(Guid Id, string Token)
{
    /// <summary>This very link has served.</summary>
    public required bool IsSpent { get; init; }

    /// <summary>The list says that its person has answered.</summary>
    public required bool IsMarked { get; init; }

    /// <summary>Its person has answered a moment ago, or is about to.</summary>
    public required bool IsHeld { get; init; }

    public bool HasServed => IsSpent || IsMarked || IsHeld;
}

/// <summary>Finds the invitation of a link, and keeps the link on the device until the answers are sent: the draft knows nothing of it.</summary>
internal sealed class InvitationPasses(DatabaseChoice database, AnsweredInvitations answered)
{
    private const string Find = """
        SELECT i.id, i.state, EXISTS (SELECT 1 FROM consultations_spent_link s WHERE s.campaign_id = @campaign AND s.council_id = @council AND s.mark = @mark)
        FROM consultations_invitation_link l JOIN consultations_invitation i ON i.id = l.invitation_id
        WHERE l.hash = @hash AND l.council_id = @council AND i.campaign_id = @campaign
        """;

    public const string CookiePrefix = "diapason.invitation.";
    public static readonly TimeSpan Kept = TimeSpan.FromDays(120);

    /// <summary>Null when the link is none of this campaign's.</summary>
    public async ValueTask<InvitationPass?> FindAsync(CampaignFacts campaign, string? token, CancellationToken cancel)
    {
        if (campaign.Anonymity == Anonymity.Anonymous || !InvitationToken.Looks(token)) return null;
        await using var connection = await database.OpenAsync(cancel);
        await using var command = connection.Command(
            Find, ("campaign", campaign.Id.Value), ("council", campaign.CouncilId), ("hash", InvitationToken.Hash(token!)), ("mark", InvitationToken.Mark(token!)));
        await using var reader = await command.ExecuteReaderAsync(cancel);
        if (!await reader.ReadAsync(cancel)) return null;
        var (id, state, isSpent) = (reader.GetGuid(0), reader.GetString(1), reader.GetBoolean(2));
        return new InvitationPass(id, token!) { IsSpent = isSpent, IsMarked = state == nameof(InvitationState.Used), IsHeld = await answered.HoldsAsync(campaign.Id, id, cancel) };
    }

    /// <summary>That of the link this device has opened.</summary>
    public ValueTask<InvitationPass?> OfAsync(HttpContext context, LiveCampaign campaign) => FindAsync(campaign.Facts, TokenOf(context.Request, campaign), context.RequestAborted);

    public static string? TokenOf(HttpRequest request, LiveCampaign campaign) => request.Cookies[NameOf(campaign)];

    public static void Keep(HttpResponse response, LiveCampaign campaign, string token) =>
        response.Cookies.Append(NameOf(campaign), token, new CookieOptions { Path = "/", HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true, MaxAge = Kept });

    public static void Forget(HttpResponse response, LiveCampaign campaign) =>
        response.Cookies.Delete(NameOf(campaign), new CookieOptions { Path = "/", HttpOnly = true, SameSite = SameSiteMode.Lax });

    private static string NameOf(LiveCampaign campaign) => $"{CookiePrefix}{campaign.Facts.Id.Value:N}";
}
