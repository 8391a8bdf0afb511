using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Diapason.Tests.Consultations.Invitations;

/// <summary>
/// Debian's mail server, Exim, on a free port of the loopback with a configuration and a spool of its own: takes our mail, puts people's in a box, sends notices
/// back for those it cannot reach, and says by its own reading what each mail is about.
/// </summary>
internal sealed class Exim : IAsyncDisposable
{
    private const string Program = "/usr/sbin/exim4";
    private readonly string _folder = Directory.CreateTempSubdirectory("diapason-exim-").FullName;
    private Process? _process;

    public Exim()
    {
        (Port, var away) = (FreePort(), FreePort());
        // Exim puts off its rights before it writes anything.
        Open(_folder);
        Open(Directory.CreateDirectory(Path.Combine(_folder, "spool")).FullName);
        foreach (var part in (string[])["new", "cur", "tmp"])
            foreach (var box in (string[])["boxes", "returned"]) Open(Directory.CreateDirectory(Path.Combine(_folder, box, part)).FullName);
        File.WriteAllText(Path.Combine(_folder, "exim.conf"), Configuration(_folder, Port, away));
    }

    public int Port { get; }

    /// <summary>Whether it is there and may be run: it changes its rights, as root alone may.</summary>
    public static bool IsHere => File.Exists(Program) && Environment.IsPrivilegedProcess;

    /// <summary>Where what could not be delivered comes back to.</summary>
    public string Returned => Path.Combine(_folder, "returned");

    public void Start()
    {
        var start = new ProcessStartInfo(Program, ["-C", Path.Combine(_folder, "exim.conf"), "-bdf", "-q1s"]) { UseShellExecute = false, RedirectStandardError = true };
        _process = Process.Start(start)!;
        _process.BeginErrorReadLine();
    }

    /// <summary>The mails somebody got.</summary>
    public IReadOnlyList<string> BoxOf(string address) =>
        [.. Directory.GetFiles(Path.Combine(_folder, "boxes", "new")).Select(file => File.ReadAllText(file, Encoding.UTF8)).Where(mail => mail.Contains($"To: {address}", StringComparison.OrdinalIgnoreCase))];

    public string Log => Path.Combine(_folder, "spool", "mainlog") is var log && File.Exists(log) ? File.ReadAllText(log) : "";

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static void Open(string folder)
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder, (UnixFileMode)0b111_111_111);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <param name="folder">All that it writes.</param>
    /// <param name="port">Where it listens.</param>
    /// <param name="away">A port where nobody does: the way to whoever is called « personne3 ».</param>
    private static string Configuration(string folder, int port, int away) =>
        $$$"""
        primary_hostname = mail.regional.example
        spool_directory = {{{folder}}}/spool
        log_file_path = {{{folder}}}/spool/%slog
        pid_file_path = {{{folder}}}/spool/pid
        daemon_smtp_ports = {{{port}}}
        local_interfaces = 127.0.0.1
        keep_environment =
        deliver_drop_privilege = true
        tls_advertise_hosts =
        headers_charset = UTF-8
        delay_warning = 1s:1h
        acl_smtp_rcpt = all
        acl_smtp_data = all
        begin acl
        all:
          accept
        begin routers
        council:
          driver = accept
          domains = culture.example
          transport = returned
        gone:
          driver = redirect
          local_parts = personne1
          allow_fail
          data = :fail: no such mailbox
        away:
          driver = manualroute
          local_parts = personne3
          route_list = * 127.0.0.1
          self = send
          transport = other
        people:
          driver = accept
          transport = box
        begin transports
        returned:
          driver = appendfile
          maildir_format
          directory = {{{folder}}}/returned
        box:
          driver = appendfile
          maildir_format
          directory = {{{folder}}}/boxes
          headers_add = X-Read-Subject: ${sg{$h_subject:}{\\n}{}}
        other:
          driver = smtp
          port = {{{away}}}
          allow_localhost
        begin retry
        *  *  F,1h,2s
        begin rewrite

        """;
}
