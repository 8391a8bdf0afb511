using System.IO.Compression;
using Shouldly;
using Xunit;

namespace Diapason.Tables.Tests;

/// <summary>XLSX files: read back by another library than the one that writes them, and hostile ones refused in bounded memory.</summary>
public sealed class SpreadsheetTests
{
    [Fact]
    public async Task Words_numbers_and_days_come_back_as_what_they_are()
    {
        using var file = await WriteAsync();
        var (sheets, problem) = ReadSpreadsheet.Sheets(file);
        problem.ShouldBeNull();
        sheets.Select(s => s.Name).ShouldBe(["Réponses", "Codes"]);
        sheets[0].Rows.Select(r => string.Join('|', r.Cells)).ShouldBe(["nom|n|jour", "=1+1|7.5|2026-11-29", "œuvre �||"]);
        sheets[1].Rows[0].Cells.ShouldBe(["code"]);
        file.Position = 0;
        (await ReadTable.RowsAsync(file)).Rows.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_share_is_a_number_shown_in_percent_under_a_row_that_filters()
    {
        using var file = new MemoryStream();
        await using (var writer = await XlsxTableWriter.CreateAsync(file, "1", TestContext.Current.CancellationToken))
        {
            await writer.HeaderAsync([.. Enumerable.Range(1, 28).Select(i => $"c{i}")], TestContext.Current.CancellationToken);
            writer.Share(0.125);
            writer.Share(null);
            await writer.EndRowAsync(TestContext.Current.CancellationToken);
        }

        file.Position = 0;
        ReadSpreadsheet.Sheets(file).Sheets[0].Rows[1].Cells[0].ShouldBe("0.125");
        file.Position = 0;
        using var archive = new ZipArchive(file);
        Text("xl/worksheets/sheet1.xml").ShouldContain("<autoFilter ref=\"A1:AB1048576\"");
        Text("xl/styles.xml").ShouldContain("0.0%");

        string Text(string part)
        {
            using var reader = new StreamReader(archive.GetEntry(part)!.Open());
            return reader.ReadToEnd();
        }
    }

    [Fact]
    public async Task A_truncated_or_altered_file_is_refused_without_a_crash()
    {
        using var file = await WriteAsync();
        var whole = file.ToArray();
        var random = new Random(7);
        for (var i = 0; i < Sample.Of(300, 3000); i++)
        {
            var bytes = i % 2 == 0 ? whole[..random.Next(2, whole.Length)] : (byte[])whole.Clone();
            for (var k = 0; k < 8; k++) bytes[random.Next(2, bytes.Length)] = (byte)random.Next(256);
            using var damaged = new MemoryStream(bytes);
            var table = await ReadTable.RowsAsync(damaged);
            if (table.Problem is { } problem) problem.Fault.ShouldBeOneOf(TableFault.NotSpreadsheet, TableFault.OtherKind, TableFault.TooLong, TableFault.TooManyColumns, TableFault.TooManyRows);
        }
    }

    [Fact]
    public async Task Only_filled_cells_are_columns_and_a_broken_sheet_is_named()
    {
        // A sheet formatted to its last column, as spreadsheets make them.
        var cells = string.Concat(Enumerable.Range(2, 400).Select(_ => "<c s=\"0\"/>"));
        using var wide = Book($"<row r=\"1\"><c t=\"inlineStr\"><is><t>courriel</t></is></c>{cells}</row>", $"<row r=\"2\"><c t=\"inlineStr\"><is><t>a@b.example</t></is></c>{cells}</row>");
        var table = await ReadTable.RowsAsync(wide, new(Columns: 100), TestContext.Current.CancellationToken);
        table.Problem.ShouldBeNull();
        table.Rows.Select(row => string.Join('|', row.Cells)).ShouldBe(["courriel", "a@b.example"]);
        using var full = Book($"<row r=\"3\">{string.Concat(Enumerable.Range(1, 101).Select(_ => "<c><v>1</v></c>"))}</row>");
        var refused = (await ReadTable.RowsAsync(full, new(Columns: 100), TestContext.Current.CancellationToken)).Problem!;
        (refused.Fault, refused.Line, refused.Limit, refused.Sheet).ShouldBe((TableFault.TooManyColumns, 3, 100, "Liste"));
        using var broken = Book("<row r=\"1\"><c><v>1</v></c></row>", "<row r=\"2\"><c t=\"inlineStr\"><is><t>fin</");
        var cut = (await ReadTable.RowsAsync(broken, null, TestContext.Current.CancellationToken)).Problem!;
        (cut.Fault, cut.Sheet, cut.Line).ShouldBe((TableFault.NotSpreadsheet, "Liste", 2));
    }

    [Theory]
    [InlineData("89504E470D0A1A0A0000", FileContent.Image)]
    [InlineData("FFD8FFE000104A46", FileContent.Image)]
    [InlineData("255044462D312E37", FileContent.Pdf)]
    [InlineData("D0CF11E0A1B11AE1", FileContent.OldSpreadsheet)]
    [InlineData("24464C3240282329", FileContent.Sav)]
    [InlineData("504B0304140000000000776F72642F646F63756D656E742E786D6C", FileContent.Document)]
    [InlineData("504B03041400000000006D696D65747970656170706C69636174696F6E2F766E642E6F617369732E6F70656E646F63756D656E742E7370726561647368656574", FileContent.OpenDocument)]
    [InlineData("504B0304140000000000666F726D2E79616D6C", FileContent.Folder)]
    [InlineData("7F454C46020101000000000000000000", FileContent.Other)]
    public async Task A_file_of_another_kind_is_told_by_what_it_holds(string bytes, FileContent content)
    {
        using var file = new MemoryStream(Convert.FromHexString(bytes));
        (await ReadTable.RowsAsync(file, null, TestContext.Current.CancellationToken)).Problem.ShouldBe(new TableProblem(TableFault.OtherKind, 0) { Content = content });
    }

    private static MemoryStream Book(params string[] rows)
    {
        var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>");
            Part("_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Part("xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"Liste\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            Part("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            Part("xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{string.Concat(rows)}</sheetData></worksheet>");

            void Part(string name, string content)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write(content);
            }
        }

        file.Position = 0;
        return file;
    }

    [Fact]
    public async Task An_archive_that_unpacks_to_more_than_the_limit_is_refused()
    {
        using var bomb = new MemoryStream();
        using (var archive = new ZipArchive(bomb, ZipArchiveMode.Create, leaveOpen: true))
        {
            await using var entry = archive.CreateEntry("xl/worksheets/sheet1.xml").Open();
            for (var i = 0; i < 100; i++) await entry.WriteAsync(new byte[1 << 20]);
        }

        bomb.Position = 0;
        (await ReadTable.RowsAsync(bomb, new(Bytes: 4 << 20))).Problem.ShouldBe(new TableProblem(TableFault.TooLong, 0, 40 << 20));
        bomb.Position = 0;
        (await ReadTable.RowsAsync(bomb, new(Bytes: 1 << 10))).Problem.ShouldBe(new TableProblem(TableFault.TooLong, 0, 1 << 10));
    }

    [Fact]
    public async Task An_entity_declared_inside_is_not_read()
    {
        using var file = await WriteAsync();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry("xl/workbook.xml")!.Delete();
            await using var entry = archive.CreateEntry("xl/workbook.xml").Open();
            await entry.WriteAsync("<?xml version=\"1.0\"?><!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><workbook>&x;</workbook>"u8.ToArray());
        }

        file.Position = 0;
        (await ReadTable.RowsAsync(file)).Problem.ShouldBe(new TableProblem(TableFault.NotSpreadsheet, 0));
    }

    [Fact]
    public async Task A_sheet_whose_name_was_lost_has_the_empty_name()
    {
        using var file = await WriteAsync();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            string book;
            using (var reader = new StreamReader(archive.GetEntry("xl/workbook.xml")!.Open())) book = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
            archive.GetEntry("xl/workbook.xml")!.Delete();
            await using var entry = new StreamWriter(archive.CreateEntry("xl/workbook.xml").Open());
            await entry.WriteAsync(book.Replace(" name=", " nam=", StringComparison.Ordinal));
        }

        file.Position = 0;
        var (sheets, problem) = ReadSpreadsheet.Sheets(file);
        problem.ShouldBeNull();
        sheets[0].Name.ShouldBeEmpty();
    }

    /// <summary>As a server's response: blocking writes are refused, and what was sent stays to be read.</summary>
    private sealed class AsyncOnly(MemoryStream kept) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush() => throw new InvalidOperationException("blocking");

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("blocking");

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => kept.WriteAsync(buffer, cancellationToken);

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }

    [Fact]
    public async Task Columns_are_wide_enough_for_a_day()
    {
        await using var archive = new System.IO.Compression.ZipArchive(await WriteAsync(), System.IO.Compression.ZipArchiveMode.Read);
        using var sheet = new StreamReader(await archive.GetEntry("xl/worksheets/sheet1.xml")!.OpenAsync());
        var widths = System.Text.RegularExpressions.Regex.Matches(await sheet.ReadToEndAsync(), "<col [^>]*width=\"([0-9.]+)\"").Select(m => double.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        widths.Count.ShouldBe(3);
        widths.ShouldAllBe(width => width >= 12);
    }

    private static async Task<MemoryStream> WriteAsync()
    {
        var output = new MemoryStream();
        await using (var table = await XlsxTableWriter.CreateAsync(new AsyncOnly(output), "Réponses", default))
        {
            await table.HeaderAsync(["nom", "n", "jour"], default);
            table.Text("=1+1");
            table.Number(7.5);
            table.Day(new DateOnly(2026, 11, 29));
            await table.EndRowAsync(default);
            table.Text("œuvre \u0001");
            table.Number(null);
            table.Empty();
            await table.EndRowAsync(default);
            await table.SheetAsync("[Codes]", default);
            await table.HeaderAsync(["code"], default);
        }

        output.Position = 0;
        return output;
    }
}
