using System.Text.Json;
using Diapason.Web.Shell;
using Shouldly;
using Xunit;

namespace Diapason.Tests.House;

/// <summary>Somebody at the command line with votes in a file.</summary>
public sealed class OpinionVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("diapason-opinion-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Groups_are_told_by_identifiers_with_what_unites()
    {
        var (code, said) = await RunAsync("groups", Votes(), "--statements", Statements());
        code.ShouldBe(0);
        said.GetProperty("groups").EnumerateArray().Select(group => group.GetProperty("members").GetArrayLength()).ShouldBe([10, 10]);
        said.GetProperty("included").GetArrayLength().ShouldBe(20);
        said.GetProperty("components").GetArrayLength().ShouldBe(2);
        said.GetProperty("coordinates")[0].GetProperty("participant").GetString().ShouldBe("p0");
        said.GetProperty("consensus").GetProperty("agree").EnumerateArray().Select(one => one.GetProperty("statement").GetString()).ShouldBe(["s7"]);
        said.GetProperty("statements").EnumerateArray().Single(one => one.GetProperty("id").GetString() == "s8").GetProperty("moderated_out").GetBoolean().ShouldBeTrue();
        said.GetProperty("groups")[0].GetProperty("representative").GetArrayLength().ShouldBe(5);
        said.GetProperty("unlisted_statements").GetArrayLength().ShouldBe(7);
    }

    [Fact]
    public async Task What_it_said_is_where_the_next_starts()
    {
        var (_, said) = await RunAsync("groups", Votes(), "--groups", "3");
        said.GetProperty("groups").GetArrayLength().ShouldBe(3);
        var (code, again) = await RunAsync("groups", Votes(), "--centres", Write("before.json", said.GetRawText()));
        code.ShouldBe(0);
        again.GetProperty("groups").GetArrayLength().ShouldBe(3);
    }

    [Fact]
    public async Task A_vote_given_twice_is_told_and_the_last_stands()
    {
        var (code, said) = await RunAsync("groups", Write("votes.csv", "comment-id,voter-id,vote\n1,a,1\n1,a,-1\n"));
        code.ShouldBe(0);
        said.GetProperty("notices")[0].GetRawText().ShouldBe("""{"line":3,"code":"voted_again","value":"1"}""");
        said.GetProperty("votes").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task A_vote_that_is_none_is_refused_with_its_line()
    {
        var (code, said) = await RunAsync("groups", Write("votes.csv", "comment-id,voter-id,vote\n1,a,NaN\n"));
        code.ShouldBe(1);
        said.GetRawText().ShouldBe("""{"errors":[{"file":"votes.csv","line":2,"code":"unknown_vote","value":"NaN"}]}""");
    }

    [Fact]
    public async Task Files_that_are_away_or_hold_something_else_are_refused_by_name()
    {
        var (code, said) = await RunAsync("groups", Path.Combine(_folder, "nothing.csv"));
        (code, said.GetRawText()).ShouldBe((1, """{"errors":[{"code":"file_not_read","file":"nothing.csv"}]}"""));
        (code, said) = await RunAsync("groups", Votes(), "--centres", Write("centres.json", "{}"));
        (code, said.GetRawText()).ShouldBe((1, """{"errors":[{"code":"centres_not_read","file":"centres.json"}]}"""));
        (code, said) = await RunAsync("groups", Votes(), "--statements", Write("statements.csv", "words\nx\n"));
        (code, said.GetProperty("errors")[0].GetProperty("code").GetString()).ShouldBe((1, "missing_column"));
    }

    [Fact]
    public async Task Arguments_that_are_not_understood_are_refused()
    {
        foreach (string[] arguments in (string[][])[[], ["groups"], ["groups", "x", "--centres"], ["groups", "x", "--groups", "0"], ["groups", "x", "--groups", "two"], ["map", "x"], ["groups", "x", "--centres", "a", "--centres", "b"]])
            (await new OpinionVerb { Out = TextWriter.Null }.RunAsync(arguments, TestContext.Current.CancellationToken)).ShouldBe(2);
    }

    // Two camps opposed on seven statements, of one mind on s7; s8 was taken away.
    private string Votes() => Write("votes.csv", "timestamp,datetime,comment-id,voter-id,vote\n" + string.Concat(
        from who in Enumerable.Range(0, 20) from what in Enumerable.Range(0, 9)
        select FormattableString.Invariant($"{who},x,s{what},p{who},{(what == 7 ? 1 : (who + what) % 11 == 0 ? 0 : who < 10 ? 1 : -1)}\n")));

    private string Statements() => Write("comments.csv", "comment-id,moderated,comment-body\ns7,1,Du temps\ns8,-1,Hors sujet\n");

    private string Write(string name, string text)
    {
        var file = Path.Combine(_folder, name);
        File.WriteAllText(file, text);
        return file;
    }

    private static async Task<(int Code, JsonElement Said)> RunAsync(params string[] arguments)
    {
        var output = new StringWriter();
        var code = await new OpinionVerb { Out = output }.RunAsync(arguments, TestContext.Current.CancellationToken);
        return (code, JsonDocument.Parse(output.ToString()).RootElement);
    }
}
