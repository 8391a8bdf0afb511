using System.Data.Common;
using Diapason.Learning.Data;
using Diapason.Learning.Places;
using Diapason.Learning.Sessions;
using Diapason.Needs.Contracts;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Security;

namespace Diapason.Learning.Interests;

/// <summary>Somebody says that they wait for a session: the list of that topic and region is made when it is not there, and they come after those it has.</summary>
internal sealed class LeaveInterest(GroupCommit commits, CurrentCouncil council, ReadSessions read)
{
    private const string Known = "SELECT COUNT(*) FROM learning_interest WHERE code_hash = @hash AND council_id = @council";
    private const string Make = """
        INSERT INTO learning_interest_list (id, council_id, topic, entry, competency, region, closes_on, state) VALUES (@id, @council, @topic, @entry, @competency, @region, @closes, 'Open')
        ON CONFLICT (council_id, topic) DO NOTHING
        """;
    private const string Hold = "UPDATE learning_interest_list SET state = 'Open' WHERE topic = @topic AND council_id = @council RETURNING id";
    private const string Last = "SELECT COALESCE(MAX(ordinal), 0) FROM learning_interest WHERE list_id = @list AND council_id = @council";
    private const string Keep = """
        INSERT INTO learning_interest (id, council_id, list_id, ordinal, name, email, phone, language, wish, code_hash, head, is_to_tell, is_to_confirm)
        VALUES (@id, @council, @list, @ordinal, @name, @email, @phone, @language, @wish, @hash, @head, @no, @confirm)
        """;

    /// <summary>The code that opens it. What is typed was judged.</summary>
    public async Task<string> RunAsync(InterestForm wish, SignUpForm who, EntryName? entry, string head, CancellationToken cancel)
    {
        var code = SecretCode.Derive(SecretCode.Read(who.Key) ?? SecretCode.New(), "learning.interest");
        var (here, today) = (council.Id, read.Today);
        var competency = entry?.Competencies is [var first, ..] ? first : wish.Competency ?? "";
        await commits.CommitAsync(
            async (connection, stop) =>
            {
                await using (var known = connection.Command(Known, ("hash", SecretCode.Hash(code)), ("council", here)))
                    if (Convert.ToInt64(await known.ExecuteScalarAsync(stop), System.Globalization.CultureInfo.InvariantCulture) > 0) return 0;
                var topic = InterestList.TopicOf(entry?.Code ?? "", competency, wish.Region ?? "");
                var list = await ListAsync(connection, topic, (entry?.Code ?? "", competency, wish.Region ?? ""), today.AddDays(InterestList.Days), stop);
                await using var last = connection.Command(Last, ("list", list), ("council", here));
                var ordinal = 1 + Convert.ToInt32(await last.ExecuteScalarAsync(stop), System.Globalization.CultureInfo.InvariantCulture);
                await using var keep = connection.Command(
                    Keep, ("id", RandomId.New()), ("council", here), ("list", list), ("ordinal", ordinal), ("name", who.Name), ("email", who.Email), ("phone", who.Phone), ("language", who.Language),
                    ("wish", wish.Format.ToString()), ("hash", SecretCode.Hash(code)), ("head", head), ("no", false), ("confirm", who.Email!.Length > 0));
                return await keep.ExecuteNonQueryAsync(stop);
            },
            cancel);
        return code;
    }

    /// <summary>Its row is written first, so that two who come together come one after the other.</summary>
    private async ValueTask<Guid> ListAsync(DbConnection connection, string topic, (string Entry, string Competency, string Region) about, DateOnly closes, CancellationToken cancel)
    {
        await using (var make = connection.Command(
            Make, ("id", Guid.CreateVersion7()), ("council", council.Id), ("topic", topic), ("entry", about.Entry), ("competency", about.Competency), ("region", about.Region), ("closes", closes)))
            await make.ExecuteNonQueryAsync(cancel);
        await using var hold = connection.Command(Hold, ("topic", topic), ("council", council.Id));
        await using var reader = await hold.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel) ? reader.GetGuid(0) : throw new InvalidOperationException("The list that was just made is not there.");
    }
}
