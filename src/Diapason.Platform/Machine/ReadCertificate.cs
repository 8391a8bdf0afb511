using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Diapason.Platform.Web;
using Microsoft.Extensions.Configuration;

namespace Diapason.Platform.Machine;

/// <summary>
/// Reads the last moment of the certificate by which the public address is known: in the file of <c>Diapason:Certificate:File</c> when the operator names one, otherwise by opening
/// TLS to that address. The handshake is all that is sent, and any certificate is looked at: one that has ended is what we look for.
/// </summary>
internal sealed class ReadCertificate(PublicAddress site, IConfiguration configuration)
{
    internal const string FileSetting = "Diapason:Certificate:File";
    internal const string Unset = "unset";
    internal const string NotTls = "not_tls";
    internal const string Away = "away";
    internal const string Silent = "silent";
    internal const string NoFile = "file";

    /// <summary>How long the address may take: a wall that drops everything says nothing.</summary>
    internal TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <returns>Its last moment, or why it could not be read.</returns>
    public async Task<(DateTime? EndsAt, string? Trouble)> RunAsync(CancellationToken cancel)
    {
        if (configuration[FileSetting] is { Length: > 0 } file) return OfFile(file);
        if (site.OrNull is not { } set) return (null, Unset);
        var address = new Uri(set);
        return address.Scheme == Uri.UriSchemeHttps ? await OfAddressAsync(address, cancel) : (null, NotTls);
    }

    private static (DateTime?, string?) OfFile(string file)
    {
        try
        {
            using var certificate = X509CertificateLoader.LoadCertificateFromFile(file);
            return (certificate.NotAfter.ToUniversalTime(), null);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return (null, NoFile);
        }
    }

    private async Task<(DateTime?, string?)> OfAddressAsync(Uri address, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync(address.IdnHost, address.Port, patience.Token);
            DateTime? endsAt = null;
            var seen = new RemoteCertificateValidationCallback((_, certificate, _, _) =>
            {
                endsAt = (certificate as X509Certificate2)?.NotAfter.ToUniversalTime();
                return endsAt is not null;
            });
            await using var tls = new SslStream(socket.GetStream());
            await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = address.IdnHost, RemoteCertificateValidationCallback = seen, CertificateRevocationCheckMode = X509RevocationMode.NoCheck }, patience.Token);
            return endsAt is null ? (null, Away) : (endsAt, null);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return (null, Silent);
        }
        catch (Exception failure) when (failure is SocketException or IOException or AuthenticationException)
        {
            return (null, Away);
        }
    }
}
