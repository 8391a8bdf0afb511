using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Diapason.Platform.Data;
using Diapason.Platform.Security;
using Microsoft.Data.Sqlite;
using Npgsql;
using Shouldly;
using Xunit;

namespace Diapason.EndToEnd;

/// <summary>
/// A server is killed while it sends a wave of mails: nobody gets two, and nobody is forgotten but the one whose mail was being handed over, who counts as written to.
/// </summary>
public sealed class WaveKillTests
{
    private const int PeopleARound = 60;
    private static readonly int Rounds = Sample.Kills;
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_gets_two_mails_of_a_wave_and_only_the_one_in_hand_at_a_kill_gets_none()
    {
        using var office = new Postbox();
        await using var server = new Server
        {
            Settings = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Diapason__Mail__Host"] = "127.0.0.1", ["Diapason__Mail__Port"] = office.Port.ToString(CultureInfo.InvariantCulture), ["Diapason__Mail__Tls"] = "false", ["Diapason__Mail__PerMinute"] = "6000",
            },
        };
        await server.StartAsync();
        var people = Rounds * PeopleARound;
        await InviteAsync(server, people);
        for (var round = 1; round <= Rounds; round++)
        {
            var wanted = office.Taken.Count + (PeopleARound / 2);
            for (var i = 0; i < 2400 && office.Taken.Count < wanted; i++) await Task.Delay(25, Cancel);
            await server.KillAsync();
            office.Taken.Count.ShouldBeInRange(wanted, people - 1, "it was killed in the middle");
            // The killed server’s lease of ten minutes is over.
            await ExecuteAsync(server, "UPDATE platform_job_run SET held_until = NULL WHERE name = 'consultations.send-invitations'");
            await server.StartAsync();
        }

        for (var i = 0; i < 2400 && await CountAsync(server, "consultations_invitation_wave WHERE NOT is_done") > 0; i++) await Task.Delay(50, Cancel);
        (await CountAsync(server, "consultations_invitation_wave WHERE NOT is_done")).ShouldBe(0);
        office.Taken.GroupBy(to => to).Where(same => same.Count() > 1).ShouldBeEmpty("two mails to one person");
        (people - office.Taken.Count).ShouldBeInRange(0, Rounds, "one mail in hand at each kill");
        (await CountAsync(server, "consultations_invitation WHERE state = 'Sent'")).ShouldBe(people);
        (await CountAsync(server, $"consultations_invitation_wave WHERE sent = {people}")).ShouldBe(1);
        TestContext.Current.TestOutputHelper?.WriteLine($"{people} people, {Rounds} kills, {office.Taken.Count} mails");
    }

    /// <summary>A wave under way to people of the demonstration's campaign, as its page would have begun it.</summary>
    private static async Task InviteAsync(Server server, int people)
    {
        await using var connection = await OpenAsync(server);
        await using var transaction = await connection.BeginTransactionAsync(Cancel);
        for (var i = 1; i <= people; i++)
        {
            await using var write = connection.Command(
                """
                INSERT INTO consultations_invitation (id, council_id, campaign_id, email, language, address_hash, state, wave, attempts)
                SELECT @id, c.council_id, c.id, @email, 'fr', @hash, 'ToSend', 0, 0 FROM consultations_campaign c WHERE c.slug = 'ia-2026' AND EXISTS (SELECT 1 FROM consultations_response r WHERE r.campaign_id = c.id AND r.is_synthetic)
                """,
                ("id", Guid.CreateVersion7()), ("email", $"personne{i}@vague.example"), ("hash", SecretCode.Hash($"personne{i}")));
            write.Transaction = transaction;
            (await write.ExecuteNonQueryAsync(Cancel)).ShouldBe(1);
        }

        await using var wave = connection.Command(
            """
            INSERT INTO consultations_invitation_wave (campaign_id, number, council_id, kind, started_on, address, subject, body, is_done, people, sent, refused)
            SELECT c.id, 1, c.council_id, 'Invitation', @today, 'http://localhost/{language}', '{"fr":"Votre avis"}', '{"fr":"Votre lien : {lien}"}', @no, @people, 0, 0
            FROM consultations_campaign c WHERE c.slug = 'ia-2026' AND EXISTS (SELECT 1 FROM consultations_response r WHERE r.campaign_id = c.id AND r.is_synthetic)
            """,
            ("today", DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)), ("no", false), ("people", people));
        wave.Transaction = transaction;
        await wave.ExecuteNonQueryAsync(Cancel);
        await transaction.CommitAsync(Cancel);
    }

    private static async Task ExecuteAsync(Server server, string sql)
    {
        await using var connection = await OpenAsync(server);
        await using var command = connection.Command(sql);
        await command.ExecuteNonQueryAsync(Cancel);
    }

    private static async Task<long> CountAsync(Server server, string what)
    {
        await using var connection = await OpenAsync(server);
        await using var command = connection.Command("SELECT COUNT(*) FROM " + what);
        return (long)(await command.ExecuteScalarAsync(Cancel))!;
    }

    private static async Task<DbConnection> OpenAsync(Server server)
    {
        DbConnection connection = server.IsPostgres ? new NpgsqlConnection(server.ConnectionString) : new SqliteConnection(server.ConnectionString);
        await connection.OpenAsync(Cancel);
        return connection;
    }

    /// <summary>A mail server of a few lines, slow enough to be met in the middle of a mail: a mail is taken once its last point has come, whatever its sender hears of it.</summary>
    private sealed class Postbox : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

        public Postbox()
        {
            _listener.Start();
            Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
            _ = ListenAsync();
        }

        public int Port { get; }

        /// <summary>To whom, mail by mail.</summary>
        public ConcurrentQueue<string> Taken { get; } = [];

        public void Dispose() => _listener.Dispose();

        private async Task ListenAsync()
        {
            try
            {
                while (true) _ = ServeAsync(await _listener.AcceptTcpClientAsync());
            }
            catch (Exception over) when (over is SocketException or ObjectDisposedException)
            {
                // The test is over.
            }
        }

        private async Task ServeAsync(TcpClient client)
        {
            try
            {
                using (client)
                await using (var stream = client.GetStream())
                {
                    using var reader = new StreamReader(stream, Encoding.UTF8);
                    await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
                    await writer.WriteLineAsync("220 localhost");
                    var (to, isMail) = ("", false);
                    while (await reader.ReadLineAsync() is { } line)
                    {
                        if (isMail)
                        {
                            if (line != ".") continue;
                            isMail = false;
                            Taken.Enqueue(to);
                            await Task.Delay(20);
                        }

                        if (line.StartsWith("RCPT TO:", StringComparison.OrdinalIgnoreCase)) to = line[8..].Trim(' ', '<', '>');
                        isMail = line.Equals("DATA", StringComparison.OrdinalIgnoreCase);
                        await writer.WriteLineAsync(isMail ? "354 go on" : line.Equals("QUIT", StringComparison.OrdinalIgnoreCase) ? "221 bye" : "250 ok");
                    }
                }
            }
            catch (IOException)
            {
                // The sender was killed.
            }
        }
    }
}
