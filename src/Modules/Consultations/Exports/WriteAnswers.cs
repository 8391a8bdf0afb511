using System.Globalization;
using System.Text;
using Diapason.Consultations.Answering;
using Diapason.Consultations.Contracts;
using Diapason.Forms;
using Diapason.Platform.Data;

namespace Diapason.Consultations.Exports;

/// <summary>
/// Writes the answers sent to a campaign, one row a person in the order they were sent, one column a variable by code, then the same in words.
/// Streamed: memory does not grow with the answers. The hour is left out, it could help to recognise someone.
/// </summary>
internal sealed class WriteAnswers(DatabaseChoice database)
{
    private const string Rows = """
        SELECT sequence, submitted_at, language, consent_version, layout, answers FROM consultations_response
        WHERE campaign_id = @campaign AND sequence IS NOT NULL ORDER BY sequence
        """;

    public async Task RunAsync(CampaignFacts campaign, string language, Stream output, CancellationToken cancel)
    {
        var variables = campaign.Questionnaire.Variables;
        await using var csv = new CsvWriter(output);
        csv.Add("sequence").Add("submitted_at").Add("language").Add("consent_version").Add("layout");
        foreach (var variable in variables) csv.Add(variable.Code);
        foreach (var variable in variables.Where(HasLabels)) csv.Add(variable.Code + AnswerCell.LabelSuffix);
        await csv.EndRowAsync(cancel);

        await using var connection = await database.OpenAsync(cancel);
        await using var command = connection.Command(Rows, ("campaign", campaign.Id.Value));
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            csv.Add(reader.GetInt64(0).ToString(CultureInfo.InvariantCulture));
            csv.Add(ResponseStore.Utc(reader.GetDateTime(1)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            csv.Add(reader.GetString(2)).Add(reader.GetString(3)).Add(reader.GetString(4));
            AddAnswers(csv, variables, AnswerSet.Parse(Encoding.UTF8.GetBytes(reader.GetString(5))), language);
            await csv.EndRowAsync(cancel);
        }
    }

    private static void AddAnswers(CsvWriter csv, IReadOnlyList<Variable> variables, AnswerSet answers, string language)
    {
        foreach (var variable in variables) csv.Add(AnswerCell.Write(variable, answers[variable.Code]));
        foreach (var variable in variables)
            if (HasLabels(variable)) csv.Add(AnswerCell.Safe(Words(variable, answers[variable.Code], language)));
    }

    private static string Words(Variable variable, AnswerValue value, string language)
    {
        var said = variable.Say(value, language);
        return said.Count > 0 ? string.Join("; ", said) : MissingWords.Of(value.Missing, language);
    }

    private static bool HasLabels(Variable variable) => variable.Type.IsCoded;
}
