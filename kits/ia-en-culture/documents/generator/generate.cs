// Makes the documents that the offer hands out, from ../sources, into ../fr and ../en: DOCX, HTML and XLSX, the same to the byte each time.
//   dotnet run generate.cs            (from this folder)
// What a source may hold: README.md beside this file.
#:project ../../../../libs/Diapason.Text/Diapason.Text.csproj
#:property RestorePackagesWithLockFile=false
#:property PublishAot=false
#:property AnalysisLevel=none
#:property EnforceCodeStyleInBuild=false
#:property TreatWarningsAsErrors=false
#:property RunAnalyzers=false
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Diapason.Text;

var root = Path.GetFullPath(args.Length > 0 ? args[0] : "..");
foreach (var source in Directory.GetFiles(Path.Combine(root, "sources"), "*.md").Order(StringComparer.Ordinal))
{
    var language = Path.GetFileNameWithoutExtension(source).Split('.')[1];
    var document = Document.Read(File.ReadAllText(source), language);
    var folder = Directory.CreateDirectory(Path.Combine(root, language)).FullName;
    foreach (var format in document.Formats)
        File.WriteAllBytes(Path.Combine(folder, $"{document.File}.{format}"), format switch
        {
            "docx" => Docx.Write(document),
            "xlsx" => Xlsx.Write(document),
            _ => Encoding.UTF8.GetBytes(Html.Write(document)),
        });
    Console.WriteLine($"{language}/{document.File}: {string.Join(", ", document.Formats)}");
}

/// <summary>What a source says, block by block.</summary>
sealed record Document(string Language, string File, string Title, string Lead, string[] Formats, DateOnly Review, string? Lasts, IReadOnlyList<Block> Blocks)
{
    public static readonly DateOnly Date = new(2026, 11, 29);

    public bool IsFrench => Language == "fr";
    public string Culture => IsFrench ? "fr-CA" : "en-CA";

    public string Foot => IsFrench
        ? Typeset($"Diapason, {Day(Date)}. À relire avant le {Day(Review)}. Licence CC BY 4.0 : copiez, adaptez et partagez, en nommant la source.")
        : $"Diapason, {Day(Date)}. To be reviewed before {Day(Review)}. Licence CC BY 4.0: copy, adapt and share, naming the source.";

    public string Caution => IsFrench ? "À savoir" : "Good to know";

    /// <summary>There is something to fill in or to tick.</summary>
    public bool IsFilledIn => Blocks.Any(Asks);

    public string NotKept => Lasts is { } lasts
        ? Typeset_((IsFrench ? "Ce que vous écrivez ici n’est pas enregistré. " : "What you type here is not saved. ") + lasts)
        : Typeset_(IsFrench ? "Ce que vous écrivez ici n’est pas enregistré : imprimez avant de fermer, ou prenez le DOCX pour y revenir." : "What you type here is not saved: print before you close, or take the DOCX to come back to it.");

    public string HowToPrint => Typeset_(IsFrench
        ? "Pour imprimer ou garder un PDF : menu du navigateur, puis « Imprimer » (sur un téléphone, passez par « Partager »)."
        : "To print or keep a PDF: browser menu, then “Print” (on a phone, look under “Share”).");

    public string Back => IsFrench ? "Revenir à mes étapes" : "Back to my steps";

    /// <summary>A line, a box, or a table with room left in it.</summary>
    public static bool Asks(Block block) => block is Box or Blank || block is Table table && table.All.Any(row => row.Contains(""));

    string Typeset_(string text) => IsFrench ? Typeset(text) : text;

    public static Document Read(string text, string language)
    {
        var parts = text.ReplaceLineEndings("\n").Split("\n---\n", 2);
        var head = parts[0].Split('\n').Select(l => l.Split(": ", 2)).ToDictionary(p => p[0], p => p[1].Trim());
        string Set(string s) => language == "fr" ? QuebecTypography.Apply(s) : s;
        return new Document(language, head["file"], Set(head["title"]), Set(head["lead"]), head.GetValueOrDefault("formats", "docx html").Split(' '),
            DateOnly.ParseExact(head["review"], "yyyy-MM-dd", CultureInfo.InvariantCulture), head.GetValueOrDefault("lasts"), [.. Blocks_(parts[1].Split('\n').Where(l => l.Length > 0), Set)]);
    }

    string Day(DateOnly day) => IsFrench
        ? day.ToString(day.Day == 1 ? "1'er' MMMM yyyy" : "d MMMM yyyy", CultureInfo.GetCultureInfo("fr-CA"))
        : day.ToString("MMMM d, yyyy", CultureInfo.GetCultureInfo("en-CA"));

    static string Typeset(string text) => QuebecTypography.Apply(text);

    static IEnumerable<Block> Blocks_(IEnumerable<string> lines, Func<string, string> set)
    {
        Table? table = null;
        foreach (var line in lines)
        {
            if (line.StartsWith("|+ ", StringComparison.Ordinal)) table!.Empty += int.Parse(line[3..], CultureInfo.InvariantCulture);
            else if (line[0] == '|' && table is null) table = Table.Of([.. Cells(line, set)]);
            else if (line[0] == '|') table.Rows.Add([.. Cells(line, set)]);
            else if (line.StartsWith("= ", StringComparison.Ordinal)) table!.Choices[set(line[2..].Split(" : ")[0])] = line.Split(" : ")[1].Split("; ");
            else
            {
                if (table is not null) yield return table;
                table = null;
                yield return Of(line, set);
            }
        }

        if (table is not null) yield return table;
    }

    static IEnumerable<string> Cells(string line, Func<string, string> set) => line.Trim().Trim('|').Split('|').Select(c => set(c.Trim()));

    static Block Of(string line, Func<string, string> set)
    {
        string After(int n) => set(line[n..].Trim());
        if (line.StartsWith("## ", StringComparison.Ordinal)) return new Heading(After(3));
        if (line.StartsWith("- [ ] ", StringComparison.Ordinal)) return new Box(After(6));
        if (line.StartsWith("- ", StringComparison.Ordinal)) return new Bullet(After(2));
        if (line.StartsWith("?? ", StringComparison.Ordinal)) return new Blank(After(3), true);
        if (line.StartsWith("? ", StringComparison.Ordinal)) return new Blank(After(2), false);
        if (line.StartsWith("> ", StringComparison.Ordinal)) return new Caution(After(2));
        return Regex.Match(line, @"^\d+\. (?=\S)") is { Success: true } number && !Regex.IsMatch(line, @" \d+\. ") ? new Numbered(After(number.Length)) : new Paragraph(set(line));
    }
}

abstract record Block;
sealed record Heading(string Text) : Block;
sealed record Paragraph(string Text) : Block;
sealed record Bullet(string Text) : Block;
sealed record Numbered(string Text) : Block;
sealed record Box(string Text) : Block;
sealed record Blank(string Label, bool Large) : Block;
sealed record Caution(string Text) : Block;
sealed record Table(string[] Head, bool[] Ticks) : Block
{
    const string Tick = "( ) ";

    /// <summary>A column whose head starts with a box to tick is one of the answers to its row.</summary>
    public static Table Of(string[] head) => new([.. head.Select(h => h.StartsWith(Tick, StringComparison.Ordinal) ? h[Tick.Length..] : h)], [.. head.Select(h => h.StartsWith(Tick, StringComparison.Ordinal))]);

    public List<string[]> Rows { get; } = [];
    public int Empty { get; set; }
    public Dictionary<string, string[]> Choices { get; } = [];

    public IEnumerable<string[]> All => Rows.Select(r => r.Concat(Enumerable.Repeat("", Head.Length - r.Length)).ToArray()).Concat(Enumerable.Range(0, Empty).Select(_ => Enumerable.Repeat("", Head.Length).ToArray()));

    /// <summary>Shares of the width: as the longest text, within reason; a column to fill in is never a sliver.</summary>
    public double[] Widths()
    {
        var wish = Head.Select((h, i) => Math.Clamp(Math.Max(h.Length, Rows.Count == 0 ? 0 : Rows.Max(r => r.Length > i ? r[i].Length : 0)), Math.Max(Head.Length > 4 ? 9 : 14, h.Split(' ').Max(w => w.Length) * 1.6), 60.0)).ToArray();
        return [.. wish.Select(w => w / wish.Sum())];
    }
}

/// <summary>A zip whose entries all bear the date of the documents.</summary>
static class Zip
{
    public static byte[] Of(params (string Name, string Text)[] parts)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in parts)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize);
                entry.LastWriteTime = new DateTimeOffset(Document.Date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
                using var stream = entry.Open();
                stream.Write(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + text));
            }
        return memory.ToArray();
    }

    public static string Core(Document d) => $"""
        <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{X(d.Title)}</dc:title><dc:description>{X(d.Lead)} {X(d.Foot)}</dc:description><dc:creator>Diapason</dc:creator><dc:language>{d.Culture}</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">2026-11-29T00:00:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">2026-11-29T00:00:00Z</dcterms:modified></cp:coreProperties>
        """;

    public const string Rels = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="{0}"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>""";

    public static string X(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;");
}

/// <summary>A Word document with real styles, headings, lists, boxes that tick, heads of tables that repeat, its language and its title.</summary>
static class Docx
{
    const int Width = 10080;
    const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static byte[] Write(Document d) => Zip.Of(
        ("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/><Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/><Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>"""),
        ("_rels/.rels", Zip.Rels.Replace("{0}", "word/document.xml")),
        ("docProps/core.xml", Zip.Core(d)),
        ("word/document.xml", Body(d)),
        ("word/styles.xml", Styles(d)),
        ("word/numbering.xml", Numbering(d)),
        ("word/settings.xml", $"""<w:settings xmlns:w="{Main}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="{d.Culture}"/></w:settings>"""),
        ("word/footer1.xml", $"""<w:ftr xmlns:w="{Main}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:t xml:space="preserve">{Zip.X(d.Foot)} </w:t></w:r><w:r><w:t xml:space="preserve">Page </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>"""),
        ("word/_rels/document.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/><Relationship Id="rId4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/></Relationships>"""));

    static string Body(Document d)
    {
        var body = new StringBuilder();
        body.Append(P("Title", Runs(d.Title))).Append(P("Subtitle", Runs(d.Lead)));
        int list = 1, box = 100;
        var previous = typeof(Block);
        foreach (var block in d.Blocks)
        {
            if (block is Numbered && previous != typeof(Numbered)) list++;
            body.Append(block switch
            {
                Heading b => P("Heading1", Runs(b.Text)),
                Bullet b => P("ListBullet", Runs(b.Text)),
                Numbered b => P("ListNumber", Runs(b.Text), $"<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{list}\"/></w:numPr>"),
                Box b => P("Checkbox", Tick(box++) + "<w:r><w:tab/></w:r>" + Runs(b.Text)),
                Blank { Large: false } b => P("Blank", Runs(Labelled(b.Label, d)) + "<w:r><w:tab/></w:r>"),
                Blank b => P("BoxLabel", Runs(b.Label)) + Grid([[""]], [1.0], 1150, false) + P("Small", ""),
                Caution b => P("Caution", Runs("**" + d.Caution + (d.IsFrench ? "\u00a0: " : ": ") + "**" + b.Text)),
                Table b => Grid([b.Head, .. b.All], b.Widths(), 400, true, column => b.Ticks[column] ? Tick(box++) : "") + P("Small", ""),
                Paragraph b => P(null, Runs(b.Text)),
                _ => "",
            });
            previous = block.GetType();
        }

        return $"""<w:document xmlns:w="{Main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"><w:body>{body}<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1000" w:right="1080" w:bottom="1000" w:left="1080" w:header="600" w:footer="500" w:gutter="0"/></w:sectPr></w:body></w:document>""";
    }

    static string Labelled(string label, Document d) => label + (d.IsFrench ? "\u00a0: " : ": ");

    static string P(string? style, string runs, string more = "") => $"<w:p><w:pPr>{(style is null ? "" : $"<w:pStyle w:val=\"{style}\"/>")}{more}</w:pPr>{runs}</w:p>";

    static string Runs(string text) => string.Concat(text.Split("**").Select((part, i) => part.Length == 0 ? "" :
        $"<w:r>{(i % 2 == 1 ? "<w:rPr><w:b/></w:rPr>" : "")}<w:t xml:space=\"preserve\">{Zip.X(part)}</w:t></w:r>"));

    static string Tick(int id) => $"""<w:sdt><w:sdtPr><w:id w:val="{id}"/><w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/><w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic" w:eastAsia="MS Gothic"/></w:rPr><w:t>☐</w:t></w:r></w:sdtContent></w:sdt>""";

    static string Grid(IReadOnlyList<string[]> rows, double[] shares, int height, bool head, Func<int, string>? empty = null)
    {
        var widths = shares.Select(s => (int)(s * Width)).ToArray();
        var table = new StringBuilder($"""<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{Width}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{string.Concat(widths.Select(w => $"<w:gridCol w:w=\"{w}\"/>"))}</w:tblGrid>""");
        for (var i = 0; i < rows.Count; i++)
        {
            var isHead = head && i == 0;
            table.Append($"<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val=\"{height}\" w:hRule=\"atLeast\"/>{(isHead ? "<w:tblHeader/>" : "")}</w:trPr>");
            for (var c = 0; c < widths.Length; c++)
                table.Append($"<w:tc><w:tcPr><w:tcW w:w=\"{widths[c]}\" w:type=\"dxa\"/>{(isHead ? "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"E2ECE7\"/>" : "")}</w:tcPr>{P(isHead ? "TableHead" : "TableText", rows[i][c].Length == 0 && empty is not null ? empty(c) : Runs(rows[i][c]))}</w:tc>");
            table.Append("</w:tr>");
        }

        return table.Append("</w:tbl>").ToString();
    }

    static string Numbering(Document d)
    {
        var lists = 1 + d.Blocks.Count(b => b is Numbered);
        string Level(string format, string text) => $"""<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{format}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="420" w:hanging="420"/></w:pPr></w:lvl>""";
        return $"""<w:numbering xmlns:w="{Main}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>{Level("bullet", "•")}</w:abstractNum><w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/>{Level("decimal", "%1.")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{string.Concat(Enumerable.Range(2, lists).Select(n => $"<w:num w:numId=\"{n}\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>"))}</w:numbering>""";
    }

    static string Styles(Document d)
    {
        string S(string id, string name, string paragraph, string run, string? based = "Normal", string? next = null) =>
            $"""<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/>{(based is null ? "" : $"<w:basedOn w:val=\"{based}\"/>")}{(next is null ? "" : $"<w:next w:val=\"{next}\"/>")}<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>""";
        const string serif = "<w:rFonts w:ascii=\"Georgia\" w:hAnsi=\"Georgia\"/>", green = "<w:color w:val=\"14524A\"/>";
        return $"""
            <w:styles xmlns:w="{Main}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" w:eastAsia="Arial"/><w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="{d.Culture}" w:eastAsia="{d.Culture}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="90" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
            <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
            <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblCellMar><w:left w:w="100" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
            <w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{string.Concat(new[] { "top", "left", "bottom", "right", "insideH", "insideV" }.Select(b => $"<w:{b} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"77705F\"/>"))}</w:tblBorders></w:tblPr></w:style>
            {S("Title", "Title", "<w:spacing w:before=\"0\" w:after=\"80\" w:line=\"240\" w:lineRule=\"auto\"/>", serif + green + "<w:sz w:val=\"42\"/>", next: "Subtitle")}
            {S("Subtitle", "Subtitle", "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"12\" w:space=\"6\" w:color=\"14524A\"/></w:pBdr><w:spacing w:after=\"160\"/>", "<w:sz w:val=\"23\"/>")}
            {S("Heading1", "heading 1", "<w:keepNext/><w:spacing w:before=\"200\" w:after=\"80\"/><w:outlineLvl w:val=\"0\"/>", serif + "<w:sz w:val=\"27\"/>", next: "Normal")}
            {S("ListBullet", "List Bullet", "<w:numPr><w:numId w:val=\"1\"/></w:numPr><w:spacing w:after=\"50\"/>", "")}
            {S("ListNumber", "List Number", "<w:spacing w:after=\"50\"/>", "")}
            {S("Checkbox", "Case à cocher", "<w:tabs><w:tab w:val=\"left\" w:pos=\"420\"/></w:tabs><w:spacing w:after=\"50\"/><w:ind w:left=\"420\" w:hanging=\"420\"/>", "")}
            {S("Blank", "Ligne à remplir", $"<w:tabs><w:tab w:val=\"right\" w:leader=\"underscore\" w:pos=\"{Width}\"/></w:tabs><w:spacing w:before=\"60\" w:after=\"90\"/>", "")}
            {S("BoxLabel", "Étiquette", "<w:keepNext/><w:spacing w:before=\"90\" w:after=\"40\"/>", "")}
            {S("Caution", "Mise en garde", "<w:pBdr><w:left w:val=\"single\" w:sz=\"24\" w:space=\"8\" w:color=\"E3B04B\"/></w:pBdr><w:spacing w:before=\"60\" w:after=\"140\"/><w:ind w:left=\"200\"/>", "")}
            {S("TableText", "Texte de tableau", "<w:spacing w:before=\"30\" w:after=\"30\" w:line=\"240\" w:lineRule=\"auto\"/>", "<w:sz w:val=\"19\"/>")}
            {S("TableHead", "Tête de tableau", "<w:keepNext/>", "<w:b/>", "TableText")}
            {S("Small", "Respiration", "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"120\" w:lineRule=\"exact\"/>", "<w:sz w:val=\"8\"/>")}
            {S("Footer", "footer", "<w:pBdr><w:top w:val=\"single\" w:sz=\"4\" w:space=\"4\" w:color=\"77705F\"/></w:pBdr>", "<w:color w:val=\"4E5762\"/><w:sz w:val=\"16\"/>")}
            </w:styles>
            """;
    }
}

/// <summary>One page that needs nothing else: read on a phone, filled in on the screen, printed.</summary>
static class Html
{
    public static string Write(Document d)
    {
        var body = new StringBuilder();
        var open = "";
        var (field, tables) = (0, 0);
        var warned = false;
        foreach (var block in d.Blocks)
        {
            var warns = !warned && Document.Asks(block);
            warned |= warns;
            if (warns && open.Length > 0) (_, open) = (body.Append($"</{open.Split(' ')[0]}>\n"), "");
            if (warns) body.Append($"<p class=\"perdu\">{T(d.NotKept)}</p>\n");
            var list = block switch { Bullet => "ul", Numbered => "ol", Box => "ul class=\"cases\"", _ => "" };
            if (list != open)
            {
                if (open.Length > 0) body.Append($"</{open.Split(' ')[0]}>\n");
                if (list.Length > 0) body.Append($"<{list}>\n");
                open = list;
            }

            body.Append(block switch
            {
                Heading b => $"<h2>{T(b.Text)}</h2>\n",
                Bullet b => $"<li>{T(b.Text)}</li>\n",
                Numbered b => $"<li>{T(b.Text)}</li>\n",
                Box b => $"<li><label><input type=\"checkbox\"> <span>{T(b.Text)}</span></label></li>\n",
                Blank b => $"<div class=\"{(b.Large ? "bloc" : "ligne")}\"><span id=\"c{++field}\">{T(b.Label)}{(d.IsFrench ? "&nbsp;:" : ":")}</span> <div class=\"vide\" contenteditable role=\"textbox\"{(b.Large ? " aria-multiline=\"true\"" : "")} aria-labelledby=\"c{field}\"></div></div>\n",
                Caution b => $"<p class=\"garde\"><strong>{d.Caution}{(d.IsFrench ? "&nbsp;:" : ":")}</strong> {T(b.Text)}</p>\n",
                Table b => Grid(b, $"t{++tables}"),
                Paragraph b => $"<p>{T(b.Text)}</p>\n",
                _ => "",
            });
        }

        if (open.Length > 0) body.Append($"</{open.Split(' ')[0]}>\n");
        return $$"""
            <!doctype html>
            <html lang="{{d.Culture}}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{{T(d.Title)}}</title>
            <meta name="description" content="{{T(d.Lead)}}">
            <style>
            :root { color-scheme: light dark; --encre: light-dark(#16202b, #f1ede3); --papier: light-dark(#fbf9f4, #10181a); --sapin: light-dark(#14524a, #8fd0bf); --contour: light-dark(#77705f, #93a49d); --pale: light-dark(#e2ece7, #1f3833); }
            body { margin: 0 auto; max-width: 46rem; padding: 1.5rem clamp(1rem, 4vw, 3rem); font: 1.0625rem/1.5 "Public Sans", Arial, sans-serif; color: var(--encre); background: var(--papier); overflow-wrap: break-word; }
            h1, h2 { font-family: Newsreader, Georgia, serif; font-weight: 450; line-height: 1.15; text-wrap: balance; } h1 { font-size: 2rem; color: var(--sapin); margin: 0 0 .5rem; } h2 { font-size: 1.375rem; margin: 2rem 0 .5rem; break-after: avoid; }
            .chapeau { font-size: 1.1875rem; margin: 0 0 1.5rem; padding-bottom: 1rem; border-bottom: 3px double var(--sapin); }
            .garde { border-left: 4px solid #e3b04b; padding-left: .75rem; }
            ul.cases { list-style: none; padding: 0; } .cases label { display: flex; gap: .75rem; align-items: baseline; padding: .25rem 0; } .cases input { flex: none; inline-size: 1.25rem; block-size: 1.25rem; accent-color: var(--sapin); transform: translateY(.2rem); }
            .ligne { display: flex; flex-wrap: wrap; gap: .25rem .5rem; align-items: baseline; margin: .5rem 0; } .ligne .vide { flex: 1 1 10rem; border-bottom: 1px solid var(--contour); min-block-size: 1.75rem; }
            .bloc { margin: .75rem 0; } .bloc .vide { border: 1px solid var(--contour); min-block-size: 4.5rem; padding: .375rem .5rem; }
            .vide:focus { outline: 3px solid var(--encre); outline-offset: 1px; box-shadow: 0 0 0 6px #e3b04b; }
            .perdu { border: 2px solid currentColor; padding: .5rem .75rem; font-weight: 600; } nav a { color: var(--sapin); display: inline-block; padding-block: .75rem; }
            .tableau { overflow-x: auto; } table { border-collapse: collapse; inline-size: 100%; font-size: .9375rem; } th, td { border: 1px solid var(--contour); padding: .375rem .5rem; text-align: start; vertical-align: top; } thead th { background: var(--pale); } td .vide { min-inline-size: 4.5rem; min-block-size: 2rem; } td input { inline-size: 1.5rem; block-size: 1.5rem; accent-color: var(--sapin); } tr { break-inside: avoid; }
            @media screen and (max-width: 40rem) { thead { position: absolute; clip-path: inset(50%); } table, tbody, tr, th, td { display: block; } tr { margin-block: 0 1rem; border: 1px solid var(--contour); } th, td { border: 0; } td[data-l]::before { content: attr(data-l); display: block; font-size: .875rem; font-weight: 600; } td .vide { border: 1px solid var(--contour); } }
            footer { margin-top: 2.5rem; padding-top: .75rem; border-top: 1px solid var(--contour); font-size: .875rem; }
            @media print { nav, .perdu { display: none; } :root { color-scheme: light; } body { max-width: none; padding: 0; font-size: 10.5pt; background: none; } .tableau { overflow: visible; } @page { size: letter; margin: 18mm; } }
            </style>
            </head>
            <body>
            <nav><a href="../../mine">{{T(d.Back)}}</a></nav>
            <main>
            <h1>{{T(d.Title)}}</h1>
            <p class="chapeau">{{T(d.Lead)}}</p>
            {{Head(d)}}
            {{body}}</main>
            <footer><p>{{T(d.Foot)}}</p></footer>
            </body>
            </html>

            """;
    }

    static string Head(Document d) => d.IsFilledIn ? $"<p class=\"perdu\">{T(d.NotKept)} <span>{T(d.HowToPrint)}</span></p>" : $"<nav><p>{T(d.HowToPrint)}</p></nav>";

    static string Grid(Table table, string group)
    {
        var (rows, number) = (new StringBuilder(), 0);
        foreach (var row in table.All)
        {
            number++;
            rows.Append("<tr>").Append(string.Concat(row.Select((cell, i) => cell.Length == 0 && table.Ticks[i]
                ? $"<td{Label(table.Head[i])}><input type=\"radio\" name=\"{group}r{number}\" aria-label=\"{Plain(row[0].Length > 0 ? $"{row[0]} {table.Head[i]}" : table.Head[i])}\"></td>"
                : cell.Length == 0 ? $"<td{Label(table.Head[i])}><div class=\"vide\" contenteditable role=\"textbox\" aria-multiline=\"true\" aria-label=\"{Plain(table.Head[i].Length > 0 ? table.Head[i] : row[0])}\"></div></td>"
                : i == 0 ? $"<th scope=\"row\">{T(cell)}</th>" : $"<td{Label(table.Head[i])}>{T(cell)}</td>"))).Append("</tr>\n");
        }

        var head = string.Concat(table.Head.Select(h => h.Length == 0 ? "<td></td>" : $"<th scope=\"col\">{T(h)}</th>"));
        return $"<div class=\"tableau\" tabindex=\"0\" role=\"group\" aria-label=\"{T(string.Join(", ", table.Head.Where(h => h.Length > 0)))}\"><table><thead><tr>{head}</tr></thead><tbody>\n{rows}</tbody></table></div>\n";
    }

    /// <summary>On a phone the head is out of sight, and each cell says which it is.</summary>
    static string Label(string head) => head.Length == 0 ? "" : $" data-l=\"{Plain(head)}\"";

    static string Plain(string text) => Encode(text.Replace("**", ""));

    static string T(string text) => string.Concat(text.Split("**").Select((part, i) => i % 2 == 1 ? $"<strong>{Encode(part)}</strong>" : Encode(part)));

    static string Encode(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;");
}

/// <summary>A workbook: how to use it on the first sheet, then a sheet a table, with frozen heads and lists of choices.</summary>
static class Xlsx
{
    const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public static byte[] Write(Document d)
    {
        var sheets = new List<(string Name, string Xml)> { (d.IsFrench ? "Mode d’emploi" : "How to use", Guide(d)) };
        for (var i = 1; i < d.Blocks.Count; i++)
            if (d.Blocks[i] is Table table && d.Blocks[i - 1] is Heading heading) sheets.Add((heading.Text, Sheet(table)));
        var list = string.Concat(sheets.Select((s, i) => $"<sheet name=\"{Zip.X(s.Name)}\" sheetId=\"{i + 1}\" r:id=\"rId{i + 1}\"/>"));
        var titles = string.Concat(sheets.Select((s, i) => i == 0 ? "" : $"<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"{i}\">'{Zip.X(s.Name)}'!$1:$1</definedName>"));
        return Zip.Of([
            ("[Content_Types].xml", $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>{string.Concat(sheets.Select((_, i) => $"<Override PartName=\"/xl/worksheets/sheet{i + 1}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"))}</Types>"""),
            ("_rels/.rels", Zip.Rels.Replace("{0}", "xl/workbook.xml")),
            ("docProps/core.xml", Zip.Core(d)),
            ("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>{list}</sheets><definedNames>{titles}</definedNames></workbook>"""),
            ("xl/styles.xml", $"""<styleSheet xmlns="{Main}"><fonts count="4"><font><sz val="11"/><name val="Arial"/></font><font><b/><sz val="11"/><name val="Arial"/></font><font><i/><sz val="11"/><color rgb="FF4E5762"/><name val="Arial"/></font><font><sz val="20"/><color rgb="FF14524A"/><name val="Georgia"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE2ECE7"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>{string.Concat(new[] { "left", "right", "top", "bottom" }.Select(b => $"<{b} style=\"thin\"><color rgb=\"FF77705F\"/></{b}>"))}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>{Xf(1, 2, 1)}{Xf(2, 0, 1)}{Xf(0, 0, 1)}{Xf(3, 0, 0)}{Xf(0, 0, 0)}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"""),
            ("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"rId{i + 1}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"))}<Relationship Id="rId{sheets.Count + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"""),
            .. sheets.Select((s, i) => ($"xl/worksheets/sheet{i + 1}.xml", s.Xml)),
        ]);
    }

    static string Xf(int font, int fill, int border) => $"""<xf numFmtId="0" fontId="{font}" fillId="{fill}" borderId="{border}" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>""";

    static string Guide(Document d)
    {
        string[] lines = [d.Title, d.Lead, .. d.Blocks.OfType<Paragraph>().Select(p => p.Text), d.Foot];
        return $"""<worksheet xmlns="{Main}"><cols><col min="1" max="1" width="96" customWidth="1"/></cols><sheetData>{string.Concat(lines.Select((l, i) => $"<row r=\"{i + 1}\" ht=\"{(i == 0 ? 32 : 8 + (15 * ((l.Length / 90) + 1)))}\" customHeight=\"1\">{Cell(0, i + 1, l, i == 0 ? 4 : 5)}</row>"))}</sheetData><pageMargins left="0.6" right="0.6" top="0.7" bottom="0.7" header="0.3" footer="0.3"/><pageSetup paperSize="1" orientation="portrait" fitToHeight="0"/></worksheet>""";
    }

    static string Sheet(Table table)
    {
        var rows = new StringBuilder($"<row r=\"1\" ht=\"48\" customHeight=\"1\">{string.Concat(table.Head.Select((h, i) => Cell(i, 1, h, 1)))}</row>");
        var number = 1;
        foreach (var row in table.All)
        {
            number++;
            rows.Append($"<row r=\"{number}\" ht=\"{(row.Any(c => c.Length > 0) ? 48 : 30)}\" customHeight=\"1\">{string.Concat(row.Select((c, i) => Cell(i, number, c, c.Length > 0 ? 2 : 3)))}</row>");
        }

        var widths = string.Concat(table.Head.Select((h, i) => $"<col min=\"{i + 1}\" max=\"{i + 1}\" width=\"{Math.Clamp(h.Length + 6, 16, 30)}\" customWidth=\"1\"/>"));
        var choices = string.Concat(table.Choices.Select(c => $"<dataValidation type=\"list\" allowBlank=\"1\" showErrorMessage=\"1\" sqref=\"{Column(Array.IndexOf(table.Head, c.Key))}2:{Column(Array.IndexOf(table.Head, c.Key))}{number}\"><formula1>\"{Zip.X(string.Join(",", c.Value))}\"</formula1></dataValidation>"));
        var last = $"{Column(table.Head.Length - 1)}{number}";
        return $"""<worksheet xmlns="{Main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>{widths}</cols><sheetData>{rows}</sheetData><autoFilter ref="A1:{last}"/>{(choices.Length == 0 ? "" : $"<dataValidations count=\"{table.Choices.Count}\">{choices}</dataValidations>")}<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="1" orientation="landscape" fitToHeight="0"/></worksheet>""";
    }

    static string Cell(int column, int row, string text, int style) => text.Length == 0
        ? $"<c r=\"{Column(column)}{row}\" s=\"{style}\"/>"
        : $"<c r=\"{Column(column)}{row}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{Zip.X(text)}</t></is></c>";

    static string Column(int index) => ((char)('A' + index)).ToString();
}
