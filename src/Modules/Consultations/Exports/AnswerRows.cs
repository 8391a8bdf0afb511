using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Forms;
using Diapason.Platform.Data;

namespace Diapason.Consultations.Exports;

/// <summary>One answer that was counted. When it came is nowhere in it.</summary>
/// <param name="Sequence">Its place, which joins it to its weight and never leaves.</param>
/// <param name="Key">Its key in one export.</param>
/// <param name="IsSynthetic">Invented for a demonstration.</param>
/// <param name="Source">The link by which it came; empty when it was none, or one that would point to few people.</param>
internal sealed record SentRow(long Sequence, string Key, string Language, string Layout, bool IsSynthetic, string Source, AnswerSet Answers);

/// <summary>The rows of one export, in the order drawn for it, each with a key drawn for it too: two exports cannot be joined by them.</summary>
/// <param name="All">By place.</param>
/// <param name="Sources">The links that the file names: see <see cref="NamedSources"/>.</param>
/// <param name="Languages">The languages that it names, by the same rule: those invited are known with theirs.</param>
internal sealed record DrawnRows(IReadOnlyList<(long Sequence, string Key)> All, IReadOnlySet<string> Sources, IReadOnlySet<string> Languages);

/// <summary>Reads the answers counted in a campaign, a hundred at a time: memory grows by their places and keys alone. Those that wait in the tray are in no file, so that two files taken minutes apart date nobody; nor are those a person set aside.</summary>
internal sealed class AnswerRows(DatabaseChoice database)
{
    /// <summary>Bytes that a key, a language or a layout never passes.</summary>
    public const int LongestOwn = 24;

    private const int AtOnce = 100;

    // A key of digits alone, or with one e among them, would be read as a number by spreadsheets.
    private const string Letter = "k";

    private const string Places = "SELECT sequence, source, language FROM consultations_response WHERE campaign_id = @campaign AND council_id = @council AND sequence IS NOT NULL AND (quarantine IS NULL OR quarantine NOT LIKE 'aside %')";

    public async Task<DrawnRows> DrawAsync(CampaignFacts campaign, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        await using var command = connection.Command(Places, ("campaign", campaign.Id.Value), ("council", campaign.CouncilId));
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var places = new List<long>();
        var (sources, languages) = (new List<string?>(), new List<string?>());
        while (await reader.ReadAsync(cancel))
        {
            places.Add(reader.GetInt64(0));
            sources.Add(reader.IsDBNull(1) ? null : reader.GetString(1));
            languages.Add(reader.GetString(2));
        }

        var drawn = places.ToArray();
        RandomNumberGenerator.Shuffle(drawn.AsSpan());
        return new DrawnRows([.. drawn.Select(place => (place, Letter + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))))], NamedSources.Of(sources), CampaignCounts.MayTell(campaign, languages));
    }

    private static string Source(DbDataReader reader, DrawnRows drawn) => !reader.IsDBNull(5) && reader.GetString(5) is var source && drawn.Sources.Contains(source) ? source : "";

    /// <summary>An answer taken back since the draw is left out.</summary>
    public async IAsyncEnumerable<SentRow> ReadAsync(CampaignFacts campaign, DrawnRows drawn, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        foreach (var some in drawn.All.Chunk(AtOnce))
        {
            var keys = some.ToDictionary(row => row.Sequence, row => row.Key);
            var read = new Dictionary<long, SentRow>();
            var places = string.Join(", ", keys.Keys.Select(place => place.ToString(CultureInfo.InvariantCulture)));
            await using var command = connection.Command(
                $"SELECT sequence, language, layout, is_synthetic, answers, source FROM consultations_response WHERE campaign_id = @campaign AND council_id = @council AND sequence IN ({places})",
                ("campaign", campaign.Id.Value), ("council", campaign.CouncilId));
            await using (var reader = await command.ExecuteReaderAsync(cancel))
            {
                while (await reader.ReadAsync(cancel))
                    read[reader.GetInt64(0)] = new(reader.GetInt64(0), keys[reader.GetInt64(0)], drawn.Languages.Contains(reader.GetString(1)) ? reader.GetString(1) : "", reader.GetString(2), reader.GetBoolean(3), Source(reader, drawn), AnswerSet.Parse(Encoding.UTF8.GetBytes(reader.GetString(4))));
            }

            foreach (var (place, _) in some)
                if (read.TryGetValue(place, out var row)) yield return row;
        }
    }
}
