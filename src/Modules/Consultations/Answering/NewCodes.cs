using System.Security.Cryptography;
using Diapason.Platform.Security;
using Microsoft.AspNetCore.DataProtection;

namespace Diapason.Consultations.Answering;

/// <summary>The code that a form of consent carries: only one that this server drew and sealed is taken, so that nobody chooses theirs, nor tries another's.</summary>
internal sealed class NewCodes(IDataProtectionProvider protection)
{
    private readonly IDataProtector _seal = protection.CreateProtector("Diapason.Consultations.NewCode");

    public string Seal() => _seal.Protect(SecretCode.New());

    /// <summary>The sealed code; a new one when the seal is not ours.</summary>
    public string Open(string? sealedCode)
    {
        try
        {
            return string.IsNullOrEmpty(sealedCode) ? SecretCode.New() : _seal.Unprotect(sealedCode);
        }
        catch (CryptographicException)
        {
            return SecretCode.New();
        }
    }
}
