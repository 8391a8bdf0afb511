using System.Globalization;
using System.Text;
using Shouldly;
using Xunit;

namespace Diapason.Tables.Tests;

/// <summary>Separated text: what RFC 4180 says, what spreadsheets write, and what must be refused by its line.</summary>
public sealed class CsvTests
{
    [Theory]
    [InlineData("a,b\r\n1,2\r\n", "1:a|b 2:1|2")]
    [InlineData("a,b\n1,2", "1:a|b 2:1|2")]
    [InlineData("a,b\n1,2\n3,", "1:a|b 2:1|2 3:3|")]
    [InlineData("a,b\n1,\n\n3,4\n", "1:a|b 2:1| 4:3|4")]
    [InlineData("\uFEFFa;b\n\"1;2\";3", "1:a|b 2:1;2|3")]
    [InlineData("a\tb\n1\t2,5", "1:a|b 2:1|2,5")]
    [InlineData("a,b\n\"x\n\"\"y\"\"\",2\n3,4", "1:a|b 2:x_\"y\"|2 4:3|4")]
    [InlineData("a,b\n5\" wide,\"\"\n", "1:a|b 2:5\" wide|")]
    [InlineData("", "")]
    [InlineData(",", "1:|")]
    public void Rows_keep_their_line_and_every_cell(string text, string expected)
    {
        var table = ReadCsv.Rows(text);
        table.Problem.ShouldBeNull();
        string.Join(' ', table.Rows.Select(r => $"{r.Line}:{string.Join('|', r.Cells).Replace('\n', '_')}")).ShouldBe(expected);
    }

    [Theory]
    [InlineData("a,b\n1,2\n\"3,4\n5,6\n", TableFault.UnclosedQuote, 3, 2)]
    [InlineData("a,b\n\"1\"x,2\n", TableFault.TextAfterQuote, 2, 1)]
    [InlineData("a,b\n\"1\n2\"x,2\n", TableFault.TextAfterQuote, 3, 1)]
    [InlineData("a,b\n\"", TableFault.UnclosedQuote, 2, 1)]
    public void A_quote_out_of_place_is_refused_by_its_line(string text, TableFault fault, int line, int whole)
    {
        var table = ReadCsv.Rows(text);
        table.Problem.ShouldBe(new TableProblem(fault, line));
        table.Rows.Count.ShouldBe(whole);
    }

    [Fact]
    public void More_than_the_limits_is_refused()
    {
        ReadCsv.Rows("a\n1\n2\n3", limits: new(Rows: 3)).Problem.ShouldBe(new TableProblem(TableFault.TooManyRows, 4, 3));
        ReadCsv.Rows("a,b,c\n", limits: new(Columns: 2)).Problem.ShouldBe(new TableProblem(TableFault.TooManyColumns, 1, 2));
        ReadCsv.Rows([0x50, 0x00, 0x51], limits: null).Problem.ShouldBe(new TableProblem(TableFault.NotText, 0));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("windows-1252")]
    public void Every_encoding_in_use_gives_the_same_words(string encoding)
    {
        var coder = encoding == "windows-1252" ? CodePagesEncodingProvider.Instance.GetEncoding(1252)! : Encoding.GetEncoding(encoding);
        byte[] bytes = [.. encoding.StartsWith("utf-16", StringComparison.Ordinal) ? coder.GetPreamble() : [], .. coder.GetBytes("métier;coût €\nl’œuvre;3,5")];
        ReadCsv.Rows(bytes).Rows.SelectMany(r => r.Cells).ShouldBe(["métier", "coût €", "l’œuvre", "3,5"]);
    }

    [Theory]
    [InlineData("fr-CA", "\uFEFFnom;n;jour\r\n\"a;b\";0,83;2026-11-29\r\n;;\r\n")]
    [InlineData("en-CA", "\uFEFFnom,n,jour\r\n\"a;b\",0.83,2026-11-29\r\n,,\r\n")]
    public async Task A_spreadsheet_of_each_culture_reads_numbers_as_numbers(string culture, string expected)
    {
        using var output = new MemoryStream();
        await using (var table = new CsvTableWriter(output, CsvDialect.Of(CultureInfo.GetCultureInfo(culture))))
        {
            await table.HeaderAsync(["nom", "n", "jour"], default);
            table.Text("a;b");
            table.Number(0.83);
            table.Day(new DateOnly(2026, 11, 29));
            await table.EndRowAsync(default);
            table.Empty();
            table.Number(null);
            table.Day(null);
            await table.EndRowAsync(default);
        }

        Encoding.UTF8.GetString(output.ToArray()).ShouldBe(expected);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("-3", "'-3")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("＝1", "'＝1")]
    [InlineData("\t=1", "'\t'=1")]
    [InlineData("a;=1+1", "a;'=1+1")]
    [InlineData("a\n=1+1", "a\n'=1+1")]
    [InlineData("a;\"=3+3;\"z", "a;\"'=3+3;\"z")]
    [InlineData("\u200B=1", "\u200B'=1")]
    [InlineData("a,\u2028@x", "a,\u2028'@x")]
    [InlineData("'tis", "''tis")]
    [InlineData("l'an, 'deux'", "l'an, 'deux'")]
    [InlineData("a - b = c", "a - b = c")]
    [InlineData("", "")]
    public void Words_that_would_run_are_marked_and_come_back(string words, string marked)
    {
        FormulaGuard.Mark(words).ShouldBe(marked);
        FormulaGuard.Undo(marked).ShouldBe(words);
    }

    [Fact]
    public void What_is_written_is_read_back_whatever_it_holds()
    {
        var random = new Random(20261129);
        const string Alphabet = "ab,;\t\"\r\n'=+-@ é€𝄞\u200B";
        for (var i = 0; i < Sample.Of(2000, 100_000); i++)
        {
            var words = string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => Alphabet[random.Next(Alphabet.Length)]));
            FormulaGuard.Undo(FormulaGuard.Mark(words)).ShouldBe(words);
            var row = $"\"{words.Replace("\"", "\"\"", StringComparison.Ordinal)}\",x\n";
            ReadCsv.Rows("h,i\n" + row, ',').Rows[1].Cells.ShouldBe([words, "x"]);
        }
    }
}
