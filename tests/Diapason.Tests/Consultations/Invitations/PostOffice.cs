using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Diapason.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SmtpServer;
using SmtpServer.Mail;
using SmtpServer.Net;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Diapason.Tests.Consultations.Invitations;

/// <summary>A true SMTP server on a free port of the loopback: takes mail, refuses some addresses for good and others for a while.</summary>
internal sealed class PostOffice : MessageStore, IMailboxFilter, IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;

    public PostOffice()
    {
        var started = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var listeners = new EndpointListenerFactory();
        listeners.EndpointStarted += (_, e) => started.TrySetResult(((IPEndPoint)e.LocalEndPoint).Port);
        var services = new SmtpServer.ComponentModel.ServiceProvider();
        services.Add((IMessageStore)this);
        services.Add((IMailboxFilter)this);
        services.Add(listeners);
        var options = new SmtpServerOptionsBuilder().ServerName("localhost").Endpoint(e => e.Endpoint(new IPEndPoint(IPAddress.Loopback, 0))).Build();
        _running = new SmtpServer.SmtpServer(options, services).StartAsync(_stop.Token);
        Port = started.Task.GetAwaiter().GetResult();
    }

    public int Port { get; }

    /// <summary>Whole messages, with their headers, as they came over the line.</summary>
    public ConcurrentQueue<string> Taken { get; } = [];

    public string? NoSuchMailbox { get; set; }

    public string? FullMailbox { get; set; }

    public override Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
    {
        Taken.Enqueue(Encoding.UTF8.GetString(buffer));
        return Task.FromResult(SmtpResponse.Ok);
    }

    public Task<bool> CanAcceptFromAsync(ISessionContext context, IMailbox from, int size, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from, CancellationToken cancellationToken)
    {
        var address = to.AsAddress();
        if (address == FullMailbox) throw new SmtpResponseException(new SmtpResponse(SmtpReplyCode.InsufficientStorage, $"4.2.2 {address} is full"));
        return address == NoSuchMailbox ? throw new SmtpResponseException(new SmtpResponse(SmtpReplyCode.MailboxUnavailable, $"5.1.1 no {address} here")) : Task.FromResult(true);
    }

    public async ValueTask DisposeAsync()
    {
        // A test may have stopped it.
        if (_running.IsCompleted) return;
        await _stop.CancelAsync();
        await _running;
        _stop.Dispose();
    }
}

/// <summary>The product with that server, and every line it logs.</summary>
public class MailingApp : DiapasonApp, ILoggerProvider
{
    internal PostOffice Office { get; } = new();

    internal ConcurrentQueue<string> Logged { get; } = [];

    internal virtual int MailPort => Office.Port;

    protected override IEnumerable<KeyValuePair<string, string?>> Settings =>
    [
        new("Diapason:Mail:Host", "127.0.0.1"), new("Diapason:Mail:Port", $"{MailPort}"), new("Diapason:Mail:Tls", "false"), new("Diapason:Mail:From", "conseil@culture.example"),
        new("Logging:LogLevel:Default", "Trace"), new("Logging:LogLevel:Microsoft", "Debug"), new("Logging:Console:LogLevel:Default", "None"), new("Logging:Debug:LogLevel:Default", "None"), new("Logging:EventSource:LogLevel:Default", "None"),
    ];

    protected override void Add(IServiceCollection services) => services.AddSingleton<ILoggerProvider>(this);

    public ILogger CreateLogger(string categoryName) => new Line(Logged);

    public void Dispose() => GC.SuppressFinalize(this);

    private sealed class Line(ConcurrentQueue<string> logged) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
            => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => logged.Enqueue(formatter(state, exception) + exception);
    }
}
