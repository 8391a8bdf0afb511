using System.IO.Compression;
using System.Text;
using Diapason.Consultations.Collecting;
using Diapason.Forms;
using Diapason.Tables;
using Diapason.Tables.Sav;
using Diapason.TestKit;
using Diapason.Tests.House;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Consultations;

/// <summary>A thousand files damaged in as many ways, each the same at every run: what cannot be read is told, with its place, in bounded memory; nothing is thrown.</summary>
[Collection(nameof(Alone))]
public sealed class DamagedFilesTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    private const int Each = 250;
    private const long Most = 4L << 20;
    private const long MostMemory = 600L << 20;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private static readonly HashSet<string> Known =
    [
        "empty", "only_headings", "too_long", "too_many_rows", "too_many_columns", "too_many_cells", "not_text", "not_spreadsheet", "not_sav", "old_spreadsheet", "other_kind", "unclosed_quote", "text_after_quote",
    ];

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    [InlineData("sav")]
    [InlineData("lss")]
    public async Task Each_is_read_or_refused_with_its_place(string kind)
    {
        var (questionnaire, good) = ((await app.CampaignAsync()).Questionnaire, await GoodAsync(kind));
        (await JudgeAsync(kind, good, questionnaire)).ShouldBe("read", "before any damage");
        var outcomes = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var seed = 0; seed < Each; seed++)
        {
            var damaged = Damage.Of(good, kind, seed);
            var before = GC.GetTotalAllocatedBytes();
            var outcome = await JudgeAsync(kind, damaged, questionnaire).WaitAsync(Patience, Cancel);
            (GC.GetTotalAllocatedBytes() - before).ShouldBeLessThan(MostMemory, $"{kind} {seed}");
            outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
        }

        // The damage is real, and not everything is lost by a scratch.
        outcomes.Values.Sum().ShouldBe(Each);
        outcomes.Keys.Count.ShouldBeGreaterThan(1, string.Join(", ", outcomes));
    }

    [Theory]
    [InlineData("")]
    [InlineData("PK\u0003\u0004")]
    [InlineData("$FL2")]
    [InlineData("a,b\n")]
    public async Task A_gibibyte_is_refused_without_being_read(string head)
    {
        using var endless = new EndlessStream(Encoding.Latin1.GetBytes(head), 1L << 30);
        var before = GC.GetTotalAllocatedBytes();
        var file = await ReadCollected.RunAsync(endless, Most, Cancel);
        file.Problem.ShouldNotBeNull().Code.ShouldBe("too_long");
        endless.Taken.ShouldBeLessThan(Most + (1 << 20));
        (GC.GetTotalAllocatedBytes() - before).ShouldBeLessThan(64L << 20);
    }

    [Theory]
    [InlineData("<!DOCTYPE sst [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>", "&x;")]
    [InlineData("<!DOCTYPE sst [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\"><!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY x \"&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;\">]>", "&x;")]
    public async Task Entities_are_never_read(string doctype, string use)
    {
        var good = await GoodAsync("xlsx");
        var hostile = Damage.InParts(good, xml => xml.Insert(xml.IndexOf("?>", StringComparison.Ordinal) is >= 0 and var at ? at + 2 : 0, doctype).Replace("employee", use, StringComparison.Ordinal));
        (await JudgeAsync("xlsx", hostile, (await app.CampaignAsync()).Questionnaire)).ShouldBe("not_spreadsheet");
        var survey = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(await GoodAsync("lss")).Replace("?>", "?>" + doctype, StringComparison.Ordinal).Replace("Statut", use, StringComparison.Ordinal));
        (await JudgeAsync("lss", survey, (await app.CampaignAsync()).Questionnaire)).ShouldStartWith("refused");
    }

    [Fact]
    public async Task An_archive_that_unfolds_is_refused()
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            await using var entry = archive.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.SmallestSize).Open();
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 200; i++) await entry.WriteAsync(zeros, Cancel);
        }

        bytes.Length.ShouldBeLessThan(1 << 20);
        (await JudgeAsync("xlsx", bytes.ToArray(), (await app.CampaignAsync()).Questionnaire)).ShouldBe("too_long");
    }

    /// <summary>What becomes of a file, to its end: read, proposed, reported; or why not.</summary>
    private static async Task<string> JudgeAsync(string kind, byte[] bytes, Questionnaire questionnaire)
    {
        using var stream = new MemoryStream(bytes);
        if (kind == "lss")
        {
            var survey = LssReader.Read(stream);
            if (survey.Questionnaire is not null) return "read";
            var wrong = survey.Notices.Where(notice => notice.Outcome == FormOutcome.Error).ToList();
            wrong.ShouldNotBeEmpty();
            return "refused " + wrong[0].Code;
        }

        var file = await ReadCollected.RunAsync(stream, Most, Cancel);
        if (file.Problem is { } problem)
        {
            Known.ShouldContain(problem.Code);
            if (problem.Code is "unclosed_quote" or "text_after_quote") problem.Line.ShouldBeGreaterThan(0);
            CollectedWords.Problem(problem, "file").Code.ShouldStartWith(problem.Table is null ? "collected.file." + problem.Code : "table.");
            return problem.Code;
        }

        var mapping = new ProposeMapping(questionnaire).Of(file, "fr");
        var report = CollectedReport.Of(questionnaire, file.Sheet(mapping.Sheet), mapping);
        report.Problems.ShouldAllBe(one => one.Row > 0 && (one.Column.Length > 0 || one.Code == CollectedProblem.RowWidth));
        return report.Wrong.Count > 0 ? "nothing known" : "read";
    }

    private static async Task<byte[]> GoodAsync(string kind)
    {
        if (kind == "lss") return Encoding.UTF8.GetBytes(Survey);
        using var bytes = new MemoryStream();
        await using (TableWriter table = kind switch
        {
            "csv" => new CsvTableWriter(bytes, CsvDialect.Programs),
            "xlsx" => await XlsxTableWriter.CreateAsync(bytes, "Réponses", Cancel),
            _ => await SavTableWriter.CreateAsync(bytes, new SavDictionary([
                new("status", SavKind.Text, "Dans quelle situation travaillez-vous surtout?") { Width = 20 },
                new("hours", SavKind.Number, "Heures") { Labels = [new(99, "Je ne sais pas")], Missing = new(99, 99), Decimals = 1 },
                new("day", SavKind.Day, "Jour"), new("words", SavKind.Text, "Mots") { Width = 600 }]), Cancel),
        })
        {
            await table.HeaderAsync(["status", "hours", "day", "words"], Cancel);
            for (var i = 0; i < 60; i++)
            {
                table.Code(i % 2 == 0 ? "employee" : "self_employed");
                table.Number(i % 7 == 0 ? 99 : i * 1.5);
                table.Day(new DateOnly(2023, 5, 1).AddDays(i));
                table.Text(i % 3 == 0 ? "Un mot, « deux » mots; trois\nmots" : "=1+1");
                await table.EndRowAsync(Cancel);
            }
        }

        return bytes.ToArray();
    }

    private const string Survey = """
        <?xml version="1.0" encoding="UTF-8"?>
        <document>
        <LimeSurveyDocType>Survey</LimeSurveyDocType><DBVersion>178</DBVersion>
        <languages><language>fr</language></languages>
        <groups><fields><fieldname>gid</fieldname></fields><rows><row><gid>1</gid><sid>7</sid><group_name>Vous</group_name><group_order>1</group_order><description/><language>fr</language><grelevance/></row></rows></groups>
        <questions><rows><row><qid>1</qid><parent_qid>0</parent_qid><sid>7</sid><gid>1</gid><type>L</type><title>statut</title><question>Statut</question><help/><other>N</other><mandatory>N</mandatory><question_order>1</question_order><language>fr</language><scale_id>0</scale_id><same_default>0</same_default><relevance>1</relevance></row></rows></questions>
        <answers><rows><row><qid>1</qid><code>A1</code><answer>Salariée</answer><sortorder>1</sortorder><language>fr</language><assessment_value>0</assessment_value><scale_id>0</scale_id></row><row><qid>1</qid><code>A2</code><answer>À mon compte</answer><sortorder>2</sortorder><language>fr</language><assessment_value>0</assessment_value><scale_id>0</scale_id></row></rows></answers>
        <surveys><rows><row><sid>7</sid><language>fr</language><additional_languages/></row></rows></surveys>
        <surveys_languagesettings><rows><row><surveyls_survey_id>7</surveyls_survey_id><surveyls_language>fr</surveyls_language><surveyls_title>Sondage</surveyls_title></row></rows></surveys_languagesettings>
        </document>
        """;

    /// <summary>As many bytes as it says, without holding them.</summary>
    private sealed class EndlessStream(byte[] head, long length) : Stream
    {
        private long _taken;

        public long Taken => _taken;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position
        {
            get => _taken;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var taken = (int)Math.Min(count, length - _taken);
            for (var i = 0; i < taken; i++) buffer[offset + i] = _taken + i < head.Length ? head[_taken + i] : (byte)'x';
            _taken += taken;
            return taken;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
