using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Diapason.Platform.Data;
using Diapason.Platform.Startup;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Diapason.Platform.Security;

/// <summary>
/// The key ring that seals cookies, form tokens and the secrets of second steps: kept in the database, shared by several machines, and itself sealed by the operator's certificate
/// where <see cref="FileSetting"/> names one, so that a copy of the database opens nothing. Certificates named by <see cref="OldSetting"/> only open what they sealed.
/// </summary>
internal static class KeyRing
{
    internal const string FileSetting = "Diapason:KeyRing:File";
    internal const string OldSetting = "Diapason:KeyRing:OldFile";
    private const string Expected = "a file in PEM that this account can read, with a certificate of RSA and its private key";

    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        var protection = services.AddDataProtection().SetApplicationName("Diapason");
        if (Certificate(configuration, FileSetting) is { } current) protection.ProtectKeysWithCertificate(current);
        if (Certificate(configuration, OldSetting) is { } old) protection.UnprotectKeysWithAnyCertificate(old);
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
            options => options.XmlRepository = new DatabaseKeys(provider.GetRequiredService<IDbContextFactory<DiapasonDb>>())));
    }

    private static X509Certificate2? Certificate(IConfiguration configuration, string setting)
    {
        if (configuration[setting] is not { Length: > 0 } file) return null;
        var name = setting.Replace(":", "__", StringComparison.Ordinal);
        try
        {
            var read = X509Certificate2.CreateFromPemFile(file, file);
            return read.GetRSAPrivateKey() is null ? throw new SettingRefused(name, Expected) : read;
        }
        catch (Exception failure) when (failure is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new SettingRefused(name, Expected);
        }
    }
}
