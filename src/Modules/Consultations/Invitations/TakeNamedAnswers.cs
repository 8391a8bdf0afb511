using System.Text;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Exports;
using Diapason.Forms;
using Diapason.Platform.Audit;
using Diapason.Platform.Data;
using Diapason.Tables;

namespace Diapason.Consultations.Invitations;

/// <summary>Who answered what in a nominative campaign, by code, one row a person: the one file in which answers meet a name, since its people were told so before they consented.</summary>
internal sealed class TakeNamedAnswers(DatabaseChoice database, DiapasonDb db, AuditTrail audit)
{
    private const string Named = """
        SELECT i.email, i.name, r.language, r.answers FROM consultations_response r JOIN consultations_invitation i ON i.id = r.invitation_id AND i.council_id = @council
        WHERE r.campaign_id = @campaign AND r.council_id = @council AND r.submitted_on IS NOT NULL ORDER BY i.email
        """;

    private static readonly string[] Own = ["email", "name", "language"];

    public async Task RunAsync(CampaignFacts campaign, Stream output, CancellationToken cancel)
    {
        audit.Record(new InvitationActs.NamedTaken(campaign.Id.Value));
        await db.SaveChangesAsync(cancel);
        var columns = AnswerColumns.Of(campaign.Questionnaire).All;
        await using var table = new CsvTableWriter(output, CsvDialect.Programs);
        await table.HeaderAsync([.. Own, .. columns.Select(column => column.Name)], cancel);
        await using var connection = await database.OpenAsync(cancel);
        await using var command = connection.Command(Named, ("campaign", campaign.Id.Value), ("council", campaign.CouncilId));
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            table.Text(reader.GetString(0));
            table.Text(reader.IsDBNull(1) ? "" : reader.GetString(1));
            table.Code(reader.GetString(2));
            var answers = AnswerSet.Parse(Encoding.UTF8.GetBytes(reader.GetString(3)));
            foreach (var column in columns) column.Write(table, column.Variable.In(answers));
            await table.EndRowAsync(cancel);
        }
    }
}
