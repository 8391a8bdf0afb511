using System.Security.Cryptography;
using System.Text;
using Diapason.Consultations.Contracts;
using Diapason.Statistics.Publication;
using Microsoft.AspNetCore.DataProtection;

namespace Diapason.Studies.Publishing;

/// <summary>The secret a campaign's noise is drawn from, protected by the key ring of the house: a copy of the table alone draws nothing.</summary>
internal sealed class NoiseSecrets(IDataProtectionProvider protection)
{
    private const int Length = 32;

    /// <summary>
    /// A new one. That of invented answers is made from the campaign's name, so that a demonstration looks the same wherever it is loaded: a row that holds one true
    /// answer still depends on its key, which nobody knows.
    /// </summary>
    public string New(CampaignFacts campaign) => Convert.ToBase64String(Protector(campaign.Id).Protect(
        campaign.IsSynthetic ? SHA256.HashData(Encoding.UTF8.GetBytes("diapason synthetic " + campaign.Slug)) : RandomNumberGenerator.GetBytes(Length)));

    public NoiseSource Open(CampaignId campaign, string secret)
    {
        var bytes = Protector(campaign).Unprotect(Convert.FromBase64String(secret));
        try
        {
            return new NoiseSource(bytes);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    private IDataProtector Protector(CampaignId campaign) => protection.CreateProtector("Diapason.Studies.Noise", campaign.Value.ToString("N"));
}
