using System.Text.RegularExpressions;
using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Data;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace Diapason.Consultations.Returned;

/// <summary>
/// Reads the notices that a mail server puts in a mailbox (<c>Diapason:Mail:Returned</c>, a maildir): what is in <c>new</c> goes to <c>cur</c> once read, and is erased ninety days later. Anybody may write
/// there, so that a notice is believed by the seal of our own mail alone.
/// </summary>
internal sealed class ReadReturnedFolder(IConfiguration configuration, CouncilDirectory councils, TakeReturned take, DiapasonDb db, TimeProvider clock) : IJob
{
    /// <summary>So many at a run: the next takes the rest.</summary>
    private const int Most = 200;

    /// <summary>How long it is remembered that a notice was read: servers send none twice so late.</summary>
    internal const int KeptDays = 90;

    public string Name => "consultations.read-returned";

    public string TextKey => "job.read_returned";

    public TimeSpan Every => TimeSpan.FromMinutes(5);

    public async Task RunAsync(CancellationToken cancel)
    {
        var before = CampaignDays.DayOf(clock.GetUtcNow().UtcDateTime).AddDays(-KeptDays);
        await db.EveryCouncil<ReturnedMail>().Where(m => m.ReadOn < before).ExecuteDeleteAsync(cancel);
        if (configuration["Diapason:Mail:Returned"] is not { Length: > 0 } folder) return;
        var (arrived, read) = (Path.Combine(folder, "new"), Path.Combine(folder, "cur"));
        if (!Directory.Exists(arrived)) throw new InvalidOperationException("Diapason:Mail:Returned names no mailbox: it has no folder « new ».");
        Directory.CreateDirectory(read);
        Forget(read, clock.GetUtcNow().UtcDateTime.AddDays(-KeptDays));
        foreach (var file in Directory.EnumerateFiles(arrived).Take(Most).ToList())
        {
            cancel.ThrowIfCancellationRequested();
            if (new FileInfo(file) is { Exists: true, Length: <= DeliveryReport.MostBytes }) await ReadAsync(file, cancel);
            // As a mail program does with what it has shown. Another server may have done it just before.
            if (File.Exists(file)) File.Move(file, Path.Combine(read, Path.GetFileName(file) + ":2,S"), overwrite: true);
        }
    }

    private async Task ReadAsync(string file, CancellationToken cancel)
    {
        var notice = await File.ReadAllBytesAsync(file, cancel);
        if (Report(notice) is not { } report) return;
        foreach (var council in await councils.AllAsync(cancel))
            if (await take.RunAsync(council.Id, null, (notice, report), cancel) is not ReturnedResult.Elsewhere) return;
    }

    /// <summary>Anybody may write to a mailbox: what was made to be unreadable is put away like the rest, and the next one read.</summary>
    private static DeliveryReport? Report(byte[] notice)
    {
        try
        {
            return DeliveryReport.Read(notice);
        }
        catch (Exception odd) when (odd is RegexMatchTimeoutException or ArgumentException or FormatException)
        {
            return null;
        }
    }

    /// <summary>A notice holds an address and a link of its own: it goes when what was read of it is forgotten.</summary>
    private static void Forget(string read, DateTime before)
    {
        foreach (var file in Directory.EnumerateFiles(read, "*:2,S"))
            if (File.GetLastWriteTimeUtc(file) < before) File.Delete(file);
    }
}
