namespace Diapason.Statistics.Tests;

/// <summary>Comma-separated text as RFC 4180 has it, or a refusal that names the line.</summary>
public sealed class CsvTests
{
    [Theory]
    [InlineData("a,b\n1,2\n3,")]
    [InlineData("a,b\n1,2\n3,\n")]
    [InlineData("a,b\r\n1,2\r\n3,\r\n")]
    [InlineData("a,b\n1,2\n3,\"\"")]
    [InlineData("a,b\n\n1,2\n\n3,\n\n")]
    public void A_last_field_may_be_empty(string text)
    {
        var data = Csv.Parse(text);
        data.Rows.ShouldBe(2);
        (data.Categorical("b")[0], data.Categorical("b").MissingAt(1)).ShouldBe((0, MissingKind.NotStated));
    }

    [Theory]
    [InlineData("a,b\n1,\"2\n3,4\n", 2, "never closed")]
    [InlineData("a,b\n1,2\n\"3\"x,4\n", 3, "after a closing quote")]
    [InlineData("a,b\n\"1\n2\",3\n4\"5,6\n", 4, "a quote inside")]
    [InlineData("a,b\n1,2\r3,4\n", 2, "carriage return")]
    [InlineData("a,b\n\"x\n\ny\",2\n\n3\n", 6, "1 fields, the header 2")]
    [InlineData("a,b\n1,2\n1,2,3\n", 3, "3 fields, the header 2")]
    [InlineData("a,b\n1,2\n\"\"\n", 3, "1 fields, the header 2")]
    [InlineData("\"a,b\n", 1, "never closed")]
    public void What_is_not_RFC_4180_is_refused_by_its_line(string text, int line, string why)
    {
        var refusal = Should.Throw<SurveyException>(() => Csv.Parse(text));
        refusal.Message.ShouldStartWith($"Line {line} ");
        refusal.Message.ShouldContain(why);
    }

    [Fact]
    public void Numbers_that_cannot_be_read_are_named_by_column_and_line_and_not_repeated()
    {
        var refusal = Should.Throw<SurveyException>(() => Csv.Parse("name,n\n\"two\nlines\",1\nx,secret\n", ["n"]));
        (refusal.Error, refusal.Variable).ShouldBe((SurveyError.InvalidValue, "n"));
        refusal.Message.ShouldContain("line 4");
        refusal.Message.ShouldNotContain("secret");
    }

    [Fact]
    public void An_option_nobody_chose_keeps_its_place_when_declared()
    {
        var options = new CsvOptions { Categories = new Dictionary<string, IReadOnlyList<string>> { ["q"] = ["never", "sometimes", "often"] } };
        var data = Csv.Parse("q\noften\nnever\n\noften\n", options);
        data.Categorical("q").Categories.ShouldBe(["never", "sometimes", "often"]);
        data.Categorical("q").ToIndexes().ShouldBe([2, 0, -1, 2]);
        SurveyDesign.Create(4).Estimate(Statistic.Share(data.Categorical("q"), "sometimes")).Value.ShouldBe(0);
        var refusal = Should.Throw<SurveyException>(() => Csv.Parse("q\noften\nalways\n", options));
        (refusal.Error, refusal.Variable).ShouldBe((SurveyError.UnknownCategory, "q"));
        refusal.Message.ShouldContain("line 3");
        Should.Throw<SurveyException>(() => Csv.Parse("p\n1\n", options)).Error.ShouldBe(SurveyError.UnknownVariable);
    }

    [Fact]
    public void A_column_is_read_as_a_code_and_as_a_number()
    {
        var data = Csv.Parse("age,n\n30,1\n,2\n9,3\n", new CsvOptions { Numeric = ["n"], Both = ["age"] });
        data.Categorical("age").Categories.ShouldBe(["9", "30"]);
        (data.Numeric("age")[0], data.Numeric("age")[1], data.Numeric("age")[2]).ShouldBe((30.0, null, 9.0));
        Should.Throw<SurveyException>(() => data.Categorical("n")).Message.ShouldContain("read as a number");
        Should.Throw<SurveyException>(() => data.Add(data.Numeric("age"))).Error.ShouldBe(SurveyError.Duplicate);
    }

    [Fact]
    public void Columns_of_one_name_and_separators_that_cannot_be_are_refused()
    {
        Should.Throw<SurveyException>(() => Csv.Parse("a,a\n1,2\n")).Variable.ShouldBe("a");
        Should.Throw<SurveyException>(() => new CsvOptions { Separator = '"' }).Error.ShouldBe(SurveyError.InvalidValue);
        Csv.Parse("a;b\n1,5;2\n", separator: ';').Categorical("a").Categories.ShouldBe(["1,5"]);
    }

    [Fact]
    public void What_is_written_is_what_is_read()
    {
        var random = new Random(4);
        for (var round = 0; round < Sample.Of(300, 6000); round++)
        {
            string Field() => string.Concat(Enumerable.Range(0, random.Next(5)).Select(_ => "ab,\"\n\r;é"[random.Next(8)]));
            var (columns, rows) = (2 + random.Next(3), random.Next(5));
            var table = Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, columns).Select(_ => Field()).ToArray()).ToList();
            var text = string.Join(',', Enumerable.Range(0, columns).Select(c => $"c{c}")) + "\r\n" + string.Concat(table.Select(r => string.Join(',', r.Select(Quote)) + "\r\n"));
            var data = Csv.Parse(text);
            data.Rows.ShouldBe(rows);
            for (var c = 0; c < columns; c++)
            {
                var column = data.Categorical($"c{c}");
                Enumerable.Range(0, rows).Select(r => column[r] < 0 ? "" : column.Categories[column[r]]).ShouldBe(table.Select(r => r[c]));
            }
        }

        static string Quote(string field) => field.Length == 0 || field.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
    }
}
