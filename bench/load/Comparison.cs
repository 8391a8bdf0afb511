using Diapason.Forms;
using Diapason.Platform.Data;
using Diapason.Platform.Security;
using Microsoft.Extensions.Configuration;

namespace Diapason.Load;

/// <summary>Compares what the server acknowledged to each person with what the database holds under their code.</summary>
internal static class Comparison
{
    private const string Find = "SELECT answers, submitted_on FROM consultations_response WHERE resume_hash = @hash";

    /// <summary>How many acknowledged answers the database does not hold.</summary>
    public static async Task<int> RunAsync(string connectionString, Tally tally)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("ConnectionStrings:Diapason", connectionString)]).Build();
        await using var database = new DatabaseChoice(configuration);
        await using var connection = await database.OpenAsync(CancellationToken.None);
        var lost = 0;
        foreach (var person in tally.People)
        {
            await using var command = connection.Command(Find, ("hash", SecretCode.Hash(person.Code)));
            await using var reader = await command.ExecuteReaderAsync();
            lost += await reader.ReadAsync() ? Lost(person, AnswerSet.Parse(reader.GetString(0)), reader.IsDBNull(1)) : person.Acknowledged.Count;
        }

        return lost;
    }

    private static int Lost(Person person, AnswerSet held, bool isDraft)
    {
        var lost = person.IsSent && isDraft ? 1 : 0;
        foreach (var (name, value) in person.Acknowledged)
        {
            var answer = held[name];
            // An answer routed away by a later one is dropped at sending: that is the rule, not a loss.
            if (answer.ToString() != value && answer.Missing != MissingKind.NotAsked) lost++;
        }

        return lost;
    }
}
