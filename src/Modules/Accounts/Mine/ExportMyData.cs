using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Diapason.Platform.Privacy;

namespace Diapason.Accounts.Mine;

/// <summary>Everything every module holds about a person, in one JSON file.</summary>
internal sealed class ExportMyData(IEnumerable<IPersonalData> holders, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public async Task<byte[]> RunAsync(Guid accountId, CancellationToken cancel)
    {
        var sections = new SortedDictionary<string, object>(StringComparer.Ordinal);
        foreach (var holder in holders)
            if (await holder.ExportAsync(accountId, cancel) is { } held) sections[holder.Section] = held;
        return JsonSerializer.SerializeToUtf8Bytes(new { Account = accountId, ExportedAt = clock.GetUtcNow().UtcDateTime, Data = sections }, Readable);
    }
}
