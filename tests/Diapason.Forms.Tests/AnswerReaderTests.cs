using System.Text;
using System.Text.Json;
using Diapason.Forms;
using Shouldly;
using Xunit;

namespace Diapason.Forms.Tests;

public sealed class AnswerReaderTests
{
    [Fact]
    public void Walks_every_variable_and_gives_codes_words_and_reasons_for_missing()
    {
        var written = AnswerSet.From(
        [
            KeyValuePair.Create("status", AnswerValue.Of("employee")),
            KeyValuePair.Create("formats", AnswerValue.Of("online", "paper")),
            KeyValuePair.Create("age", AnswerValue.Of(MissingKind.PreferNot)),
            KeyValuePair.Create("hours", AnswerValue.Of(7.5m)),
            KeyValuePair.Create("hope", AnswerValue.Of("dit « \"oui\" »\nà l’aube")),
        ]).ToUtf8Json();
        var read = new List<string>();
        var reader = new AnswerReader(written);
        while (reader.Read())
        {
            var variable = Encoding.UTF8.GetString(reader.Variable);
            read.Add(reader.TryReadOne(out var text, out var missing) ? $"{variable}:{missing}:{Encoding.UTF8.GetString(text)}" : variable);
        }

        read.ShouldBe(["status:None:employee", "formats", "age:PreferNot:", "hours", "hope:None:dit « \"oui\" »\nà l’aube"]);
    }

    [Fact]
    public void Passes_over_values_that_nobody_reads()
    {
        var read = new List<string>();
        var reader = new AnswerReader("""{"a":["x"],"b":{"missing":"skipped"},"c":"y","d":2}"""u8);
        while (reader.Read()) read.Add(Encoding.UTF8.GetString(reader.Variable));
        read.ShouldBe(["a", "b", "c", "d"]);
    }

    [Fact]
    public void Refuses_what_is_not_an_object_without_repeating_it() =>
        Should.Throw<JsonException>(() => new AnswerReader("\"secret\""u8).Read()).Message.ShouldNotContain("secret");
}
