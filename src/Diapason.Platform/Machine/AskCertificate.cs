using Diapason.Platform.Data;
using Diapason.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Platform.Machine;

/// <summary>Asks once a day until when the certificate of the public address goes, and remembers it for every machine.</summary>
internal sealed class AskCertificate(ReadCertificate certificate, DiapasonDb db, TimeProvider clock) : IJob
{
    public string Name => "platform.ask-certificate";

    public string TextKey => "job.ask_certificate";

    public TimeSpan Every => TimeSpan.FromDays(1);

    public async Task RunAsync(CancellationToken cancel)
    {
        var (endsAt, trouble) = await certificate.RunAsync(cancel);
        var memory = await db.Set<CertificateMemory>().SingleOrDefaultAsync(cancel);
        if (memory is null) db.Add(memory = new CertificateMemory { AskedAt = default });
        (memory.AskedAt, memory.EndsAt, memory.Trouble) = (clock.GetUtcNow().UtcDateTime, endsAt, trouble);
        await db.SaveChangesAsync(cancel);
    }
}
