using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Diapason.Tests.Consultations.Invitations;

/// <summary>A mail server of before addresses beyond ASCII: it offers nothing but the first commands of SMTP, and takes whatever it is given.</summary>
internal sealed class OldPostOffice : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;

    public OldPostOffice()
    {
        _listener.Start();
        _running = RunAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Whom it was asked to write to, as written on the line.</summary>
    public ConcurrentQueue<string> Taken { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _running;
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await TalkAsync(client);
            }
        }
        catch (OperationCanceledException)
        {
            // The end of the test.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var lines = new StreamReader(client.GetStream(), Encoding.UTF8);
        await using var answers = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        await answers.WriteLineAsync("220 old");
        var isText = false;
        while (await lines.ReadLineAsync(_stop.Token) is { } line)
        {
            if (isText && line != ".") continue;
            if (line.StartsWith("RCPT", StringComparison.Ordinal)) Taken.Enqueue(line);
            isText = line == "DATA";
            await answers.WriteLineAsync(isText ? "354 go on" : "250 old");
        }
    }
}

/// <summary>The product with such a server.</summary>
public sealed class OldMailingApp : MailingApp
{
    internal OldPostOffice Old { get; } = new();

    internal override int MailPort => Old.Port;
}
