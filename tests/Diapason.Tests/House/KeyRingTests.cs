using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Diapason.Platform.Data;
using Diapason.Platform.Security;
using Diapason.Platform.Startup;
using Diapason.TestKit;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.House;

/// <summary>Sealed by the operator's certificate, the ring of keys in a copy of the database opens nothing.</summary>
public sealed class KeyRingTests(KeyRingTests.Sealed app) : IClassFixture<KeyRingTests.Sealed>
{
    private const string Secret = "le secret d’une seconde étape";

    [Fact]
    public async Task A_copy_of_the_database_opens_nothing_without_the_operators_certificate()
    {
        var kept = Protector(app.Services).Protect(Secret);
        await using (var db = await app.Services.GetRequiredService<IDbContextFactory<DiapasonDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken))
        {
            var keys = await db.Set<DataProtectionKey>().Select(k => k.Xml).ToListAsync(TestContext.Current.CancellationToken);
            keys.ShouldNotBeEmpty();
            keys.ShouldAllBe(xml => xml.Contains("EncryptedKey") && !xml.Contains("<masterKey"));
        }

        await using var thief = new Copied(app, []);
        await thief.InitializeAsync();
        Should.Throw<CryptographicException>(() => Protector(thief.Services).Unprotect(kept));
        await using var machine = new Copied(app, [new(KeyRing.FileSetting, app.File)]);
        await machine.InitializeAsync();
        Protector(machine.Services).Unprotect(kept).ShouldBe(Secret, "another machine of the operator");
        await using var renewed = new Copied(app, [new(KeyRing.FileSetting, Pem("next.pem")), new(KeyRing.OldSetting, app.File)]);
        await renewed.InitializeAsync();
        Protector(renewed.Services).Unprotect(kept).ShouldBe(Secret, "once the certificate is replaced");
    }

    [Theory]
    [InlineData("absent.pem", null)]
    [InlineData("words.pem", "not a certificate")]
    [InlineData("half.pem", "certificate alone")]
    public void A_file_that_is_no_certificate_with_its_key_stops_the_start_with_a_sentence(string name, string? content)
    {
        var file = Path.Combine(app.MailFolder, name);
        if (content is not null) File.WriteAllText(file, content == "certificate alone" ? X509Certificate2.CreateFromPemFile(app.File).ExportCertificatePem() : content);
        var refused = Should.Throw<SettingRefused>(() => KeyRing.Add(new ServiceCollection(), new ConfigurationBuilder().AddInMemoryCollection([new(KeyRing.FileSetting, file)]).Build()));
        refused.Message.ShouldContain("Diapason__KeyRing__File");
        refused.Message.ShouldNotContain(file);
    }

    private static IDataProtector Protector(IServiceProvider services) => services.GetRequiredService<IDataProtectionProvider>().CreateProtector("tests");

    private string Pem(string name) => Written(app.MailFolder, name);

    private static string Written(string folder, string name)
    {
        using var key = RSA.Create(3072);
        using var certificate = new CertificateRequest("CN=diapason-keys", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddYears(10));
        var file = Path.Combine(folder, name);
        File.WriteAllText(file, certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());
        return file;
    }

    public sealed class Sealed : DiapasonApp
    {
        private string? _file;

        internal string File => _file ??= Written(MailFolder, "keys.pem");

        protected override string Environment => "Production";

        protected override IEnumerable<KeyValuePair<string, string?>> Settings => [new(KeyRing.FileSetting, File)];

        protected override Task<TestDatabase> NewDatabaseAsync() => TestDatabase.WithTablesAsync();
    }

    /// <summary>The same database, met by somebody with other settings.</summary>
    private sealed class Copied(DiapasonApp of, IEnumerable<KeyValuePair<string, string?>> settings) : DiapasonApp
    {
        protected override string Environment => "Production";

        protected override IEnumerable<KeyValuePair<string, string?>> Settings => [new("ConnectionStrings:Diapason", of.ConnectionString), .. settings];

        protected override Task<TestDatabase> NewDatabaseAsync() => TestDatabase.EmptyAsync();
    }
}
