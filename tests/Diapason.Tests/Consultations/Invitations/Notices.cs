using System.Text;
using Diapason.TestKit;

namespace Diapason.Tests.Consultations.Invitations;

/// <summary>Notices of delivery as mail servers write them.</summary>
internal static class Notices
{
    /// <summary>As the standard’s own examples are written (RFC 3464, appendix D).</summary>
    /// <param name="app">The product, which has written to this person.</param>
    /// <param name="person">To whom.</param>
    /// <param name="action"><c>failed</c>, <c>delayed</c>…</param>
    /// <param name="status"><c>5.1.1</c>…</param>
    public static byte[] Back(DiapasonApp app, string person, string action, string status) => Of("http://localhost" + app.UnsubscribeLinkOf(person), person, action, status);

    public static byte[] Of(string? unsubscribe, string person, string action, string status, string? arrived = null) => Encoding.UTF8.GetBytes(
        $"""
        Date: Tue, 1 Dec 2026 19:16:05 -0400
        From: Mail Delivery Subsystem <MAILER-DAEMON@mail.regional.example>
        To: <conseil@culture.example>
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status;
              boundary="RAA14128.773615765/mail.regional.example"

        --RAA14128.773615765/mail.regional.example

        The original message was received at {arrived ?? "some time"}
        --RAA14128.773615765/mail.regional.example
        content-type: message/delivery-status

        Reporting-MTA: dns; mail.regional.example
        Arrival-Date: {arrived}

        Original-Recipient: rfc822;{person}
        Final-Recipient: rfc822;transferred@elsewhere.example
        Action: {action}
        Status: {status}
        Diagnostic-Code: smtp; {status[0]}50 no such mailbox

        --RAA14128.773615765/mail.regional.example
        content-type: message/rfc822

        From: conseil@culture.example
        To: {person}
        {(unsubscribe is null ? "X-Nothing: here" : $"List-Unsubscribe:\r\n <{unsubscribe}>")}

        Bonjour,
        --RAA14128.773615765/mail.regional.example--

        """.ReplaceLineEndings("\r\n"));

    /// <summary>Written by Exim 4.96 of Debian, when it found no mailbox.</summary>
    public static string OfExim(string unsubscribe, string person) =>
        $"""
        Received: from nobody by mail.regional.example with local (Exim 4.96)
        	id 1xYBzd-0002xz-1z
        	for conseil@culture.example;
        	Tue, 01 Dec 2026 00:45:13 +0000
        X-Failed-Recipients: {person}
        Auto-Submitted: auto-replied
        From: Mail Delivery System <Mailer-Daemon@mail.regional.example>
        To: conseil@culture.example
        Content-Type: multipart/report; report-type=delivery-status; boundary=1796085913-eximdsn-1730389085
        MIME-Version: 1.0
        Subject: Mail delivery failed: returning message to sender
        Message-Id: <E1xYBzd-0002xz-1z@mail.regional.example>
        Date: Tue, 01 Dec 2026 00:45:13 +0000

        --1796085913-eximdsn-1730389085
        Content-type: text/plain; charset=us-ascii

        This message was created automatically by mail delivery software.

        --1796085913-eximdsn-1730389085
        Content-type: message/delivery-status

        Reporting-MTA: dns; mail.regional.example

        Action: failed
        Final-Recipient: rfc822;{person}
        Status: 5.0.0

        --1796085913-eximdsn-1730389085
        Content-type: message/rfc822

        Return-path: <conseil@culture.example>
        From: conseil@culture.example
        To: {person}
        Subject: =?utf-8?B?Vm90cmUgYXZpcw==?=
        List-Unsubscribe: <{unsubscribe}>
        List-Unsubscribe-Post: List-Unsubscribe=One-Click
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: base64

        Qm9uam91ciwK

        --1796085913-eximdsn-1730389085--

        """;
}
