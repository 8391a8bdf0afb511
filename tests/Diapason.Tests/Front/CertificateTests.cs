using System.Net;
using System.Net.Sockets;
using Diapason.Platform.Machine;
using Diapason.Platform.Web;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Front;

/// <summary>Until when the certificate of the public address is good, as a true TLS listener shows it.</summary>
public sealed class CertificateTests(CertificateTests.WithSite app) : IClassFixture<CertificateTests.WithSite>
{
    private static readonly DateTimeOffset End = new(2026, 12, 3, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Near_its_end_it_is_told_by_the_page_and_is_a_thing_to_do()
    {
        var administrator = await app.SignedInAsync(AccountsVisits.Administrator);
        (await administrator.GoAsync("/fr/manage/machine")).Main.ShouldContain("Certificat (https)pas encore demandé");
        (await administrator.GoAsync("/fr/backstage")).Main.ShouldNotContain("certificat");
        await app.RunJobsAsync("platform.ask-certificate");
        (await administrator.GoAsync("/fr/manage/machine")).Main.ShouldContain("Certificat (https)bon jusqu’au 3 décembre 2026 : reste 9 jours");
        (await administrator.GoAsync("/fr/backstage")).Main.ShouldContain("Le certificat de l’adresse publique vaut jusqu’au 3 décembre 2026");
        (await administrator.GoAsync("/en/backstage")).Main.ShouldContain("The certificate of the public address is good until");
        (await (await app.SignedInAsync(AccountsVisits.Analyst)).GoAsync("/fr/backstage")).Main.ShouldNotContain("certificat");
        app.Site.Visits.ShouldBe(1);
        app.Site.Received.ShouldBe(0, "the handshake is all that is sent");
    }

    [Fact]
    public async Task Far_from_its_end_and_after_it()
    {
        using var far = new TlsSite(End.AddYears(-1), End.AddYears(1));
        (await Reader(("Diapason:PublicAddress", far.Address)).RunAsync(TestContext.Current.CancellationToken)).ShouldBe((End.AddYears(1).UtcDateTime, null));
        using var past = new TlsSite(End.AddYears(-5), End.AddYears(-4));
        var (endsAt, _) = await Reader(("Diapason:PublicAddress", past.Address)).RunAsync(TestContext.Current.CancellationToken);
        endsAt.ShouldBe(End.AddYears(-4).UtcDateTime, "one that has ended is what we look for");
        var state = new CertificateState(End.UtcDateTime, End.UtcDateTime, null);
        state.IsNearAt(End.UtcDateTime.AddDays(-16)).ShouldBeFalse();
        state.IsNearAt(End.UtcDateTime.AddDays(-14)).ShouldBeTrue();
        state.IsNearAt(End.UtcDateTime.AddDays(1)).ShouldBeTrue();
        new CertificateState(null, End.UtcDateTime, "away").IsNearAt(End.UtcDateTime).ShouldBeFalse("what is not known alarms nobody");
    }

    [Fact]
    public async Task What_cannot_be_asked_is_said()
    {
        (await Reader().RunAsync(default)).ShouldBe((null, "unset"));
        (await Reader(("Diapason:PublicAddress", "http://localhost:5000")).RunAsync(default)).ShouldBe((null, "not_tls"));
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();
        (await Reader(("Diapason:PublicAddress", $"https://localhost:{port}")).RunAsync(default)).ShouldBe((null, "away"));
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var reading = Reader(("Diapason:PublicAddress", $"https://localhost:{((IPEndPoint)silent.LocalEndpoint).Port}"));
        (await reading.RunAsync(default)).ShouldBe((null, "silent"));
    }

    [Fact]
    public async Task A_file_stands_for_an_address_that_this_server_cannot_reach()
    {
        var file = Path.Combine(app.MailFolder, "site.pem");
        await File.WriteAllTextAsync(file, app.Site.Pem, TestContext.Current.CancellationToken);
        (await Reader(("Diapason:Certificate:File", file)).RunAsync(default)).ShouldBe((End.UtcDateTime, null));
        await File.WriteAllTextAsync(file, "no certificate", TestContext.Current.CancellationToken);
        (await Reader(("Diapason:Certificate:File", file)).RunAsync(default)).ShouldBe((null, "file"));
        File.Delete(file);
        (await Reader(("Diapason:Certificate:File", file)).RunAsync(default)).ShouldBe((null, "file"));
    }

    private static ReadCertificate Reader(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build();
        return new ReadCertificate(new PublicAddress(configuration, new HostingEnvironment { EnvironmentName = Environments.Production }), configuration) { Patience = TimeSpan.FromSeconds(2) };
    }

    public sealed class WithSite : DiapasonApp
    {
        internal TlsSite Site { get; } = new(End.AddDays(-80), End);

        protected override IEnumerable<KeyValuePair<string, string?>> Settings => [new("Diapason:PublicAddress", Site.Address)];
    }
}
