using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Diapason.Tests.Front;

/// <summary>A listener of the loopback that speaks TLS by a certificate it made itself, and notes what is sent to it beyond the handshake.</summary>
internal sealed class TlsSite : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2 _certificate;
    private int _received;

    public TlsSite(DateTimeOffset from, DateTimeOffset until)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var made = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256).CreateSelfSigned(from, until);
        _certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
        _listener.Start();
        _ = ServeAsync();
    }

    public string Address => $"https://localhost:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public string Pem => _certificate.ExportCertificatePem();

    /// <summary>Bytes that came after the handshakes.</summary>
    public int Received => Volatile.Read(ref _received);

    /// <summary>How many handshakes went to their end.</summary>
    public int Visits { get; private set; }

    public void Dispose()
    {
        _listener.Dispose();
        _certificate.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var caller = await _listener.AcceptTcpClientAsync();
                await using var tls = new SslStream(caller.GetStream());
                await tls.AuthenticateAsServerAsync(_certificate);
                Visits++;
                Interlocked.Add(ref _received, await tls.ReadAsync(new byte[100]));
            }
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException or IOException)
        {
            // The test is over.
        }
    }
}
