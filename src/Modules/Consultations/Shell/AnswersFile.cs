using System.Security.Cryptography;
using System.Text;
using Diapason.Consultations.Collecting;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Shell;

/// <summary>A file of answers, and the SHA-256 of its bytes.</summary>
internal sealed record ReadAnswers(CollectedFile File, byte[] Checksum);

/// <summary>Files that a shell names: answers collected elsewhere, and how they are read.</summary>
internal static class AnswersFile
{
    /// <summary>Four times what a page takes.</summary>
    public const long MostBytes = 64L << 20;

    public static async Task<(ReadAnswers? Read, FormLine? Refused)> ReadAsync(string path, CancellationToken cancel)
    {
        try
        {
            var info = new FileInfo(path);
            if (!info.Exists) return (null, FormLine.Wrong("file_missing"));
            if (info.Length > MostBytes) return (null, Wrong(new("too_long", "", 0, MostBytes >> 20)));
            await using var bytes = File.OpenRead(path);
            var file = await ReadCollected.RunAsync(bytes, MostBytes, cancel);
            if (file.Problem is { } problem) return (null, Wrong(problem));
            bytes.Position = 0;
            return (new(file, await SHA256.HashDataAsync(bytes, cancel)), null);
        }
        catch (Exception away) when (away is IOException or UnauthorizedAccessException)
        {
            return (null, FormLine.Wrong("file_unreadable"));
        }
    }

    public static (AnswerMapping? Mapping, FormLine? Broken) Mapping(string path)
    {
        try
        {
            var info = new FileInfo(path);
            if (!info.Exists) return (null, FormLine.Wrong("mapping_missing"));
            if (info.Length > MappingJson.MostBytes) return (null, FormLine.Wrong("mapping_long"));
            var (mapping, line) = MappingJson.Read(File.ReadAllBytes(path));
            return (mapping, mapping is null ? FormLine.Wrong("mapping_broken") with { Row = line } : null);
        }
        catch (Exception away) when (away is IOException or UnauthorizedAccessException)
        {
            return (null, FormLine.Wrong("mapping_unreadable"));
        }
    }

    /// <summary>Null when it is written.</summary>
    public static FormLine? Write(string path, string text)
    {
        try
        {
            using var output = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            output.Write(Encoding.UTF8.GetBytes(text + "\n"));
            return null;
        }
        catch (Exception away) when (away is IOException or UnauthorizedAccessException)
        {
            return FormLine.Wrong(File.Exists(path) ? "file_exists" : "file_not_written");
        }
    }

    public static CollectedBatch Batch(CampaignFacts campaign, byte[] checksum, TimeProvider clock) =>
        new() { Id = Guid.CreateVersion7(), CouncilId = campaign.CouncilId, CampaignId = campaign.Id.Value, Name = "", Checksum = checksum, BroughtAt = clock.GetUtcNow().UtcDateTime };

    public static Task<bool> IsKnownAsync(DiapasonDb db, CollectedBatch batch, CancellationToken cancel) =>
        db.Set<CollectedBatch>().AnyAsync(b => b.CampaignId == batch.CampaignId && b.Checksum == batch.Checksum, cancel);

    private static FormLine Wrong(CollectedFault fault) => new("error", "file_" + fault.Code, fault.Limit > 0 ? [("limit", fault.Limit)] : []) { Sheet = fault.Sheet, Row = fault.Line };
}
