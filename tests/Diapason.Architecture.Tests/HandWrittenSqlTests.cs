using System.Text.RegularExpressions;
using Diapason.Platform.Councils;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Diapason.Architecture.Tests;

/// <summary>Hand-written SQL goes by the filter of no context: each statement on what a council owns names the council itself.</summary>
public sealed partial class HandWrittenSqlTests
{
    /// <summary>Files whose statements name no council, and why.</summary>
    private static readonly Dictionary<string, string> Exempt = new(StringComparer.Ordinal)
    {
        ["SubmittedAnswers.cs"] = "the stream of one campaign, by its id, for followers that serve every council; whoever asks has found it in its council's directory",
        ["DatabaseRows.cs"] = "reads whole tables, of every council, into a backup",
        ["WithoutWaiting.cs"] = "counts what a copy in clear of whole tables leaves out",
        ["SqliteTarget.cs"] = "fills whole tables from a backup",
        ["FillSqlite.cs"] = "empties what the scripts put in a database just made, before a backup fills it",
        ["FillPostgres.cs"] = "the same",
        ["EmptyDatabase.cs"] = "looks whether there is a row at all",
        ["DraftsUnderWay.cs"] = "one number of all councils together, told by tens to who runs the server",
    };

    private static readonly Lazy<string> Owned = new(() =>
    {
        using var app = new Models();
        return string.Join('|', app.Db.Model.GetEntityTypes().Where(e => e.ClrType.IsAssignableTo(typeof(ICouncilOwned)) || e.ClrType.IsAssignableTo(typeof(IPerhapsCouncilOwned))).Select(e => e.GetTableName()));
    });

    [Fact]
    public void Every_statement_on_a_councils_table_names_the_council() =>
        Files().SelectMany(f => Unscoped(File.ReadAllText(f)).Select(sql => (File: Path.GetFileName(f), Sql: sql)))
            .Where(found => !Exempt.ContainsKey(found.File)).ShouldBeEmpty();

    [Fact]
    public void Whoever_is_exempt_still_needs_it() =>
        Exempt.Keys.Where(name => !Files().Any(f => Path.GetFileName(f) == name && Unscoped(File.ReadAllText(f)).Any())).ShouldBeEmpty();

    [Fact]
    public void Hand_written_SQL_does_not_go_through_the_context() =>
        Files().Where(f => ThroughTheContext().IsMatch(File.ReadAllText(f))).Select(f => Path.GetFileName(f)).ShouldBeEmpty();

    [Theory]
    [InlineData("SELECT answers FROM consultations_response WHERE id = @id", false)]
    [InlineData("select answers from accounts_membership m", false)]
    [InlineData("DELETE FROM needs_path WHERE expires_at < @now", false)]
    [InlineData("UPDATE consultations_campaign SET last_sequence = 1 WHERE id = @id", false)]
    [InlineData("INSERT INTO needs_path (id, document) VALUES (@id, @document)", false)]
    [InlineData("SELECT 1 FROM needs_path WHERE council_id = @council UNION ALL SELECT 1 FROM needs_path", false)]
    [InlineData("SELECT 1 FROM {table}", false)]
    [InlineData("SELECT answers FROM consultations_response WHERE id = @id AND council_id = @council", true)]
    [InlineData("SELECT 1 FROM consultations_response r JOIN consultations_campaign c ON c.id = r.campaign_id WHERE r.council_id = @council", true)]
    [InlineData("INSERT INTO needs_path (id, council_id) VALUES (@id, @council)", true)]
    [InlineData("SELECT name FROM platform_migration", true)]
    public void The_check_knows_a_statement_without_its_council(string sql, bool isScoped)
    {
        Unscoped($"var a = \"{sql}\";").Any().ShouldBe(!isScoped);
        Unscoped($"var a = \"\"\"\n    {sql}\n    \"\"\";").Any().ShouldBe(!isScoped);
    }

    private static IEnumerable<string> Files() => Product.Sources("src", "*.cs");

    /// <summary>The statements in a source's literals that touch a council's table, or one whose name is not written out, without naming the council.</summary>
    private static IEnumerable<string> Unscoped(string source) =>
        from literal in Literal().Matches(source)
        from statement in Between().Split(literal.Value)
        where NameBuilt().IsMatch(statement) || (Regex.IsMatch(statement, $@"\b(?:FROM|JOIN|UPDATE|INTO)\s+(?:{Owned.Value})\b", RegexOptions.IgnoreCase) && !NamesCouncil().IsMatch(statement))
        select statement.Trim();

    [GeneratedRegex("\"\"\"(?:.|\n)*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\bUNION(?:\s+ALL)?\b|;", RegexOptions.IgnoreCase)]
    private static partial Regex Between();

    [GeneratedRegex(@"\b(?:FROM|JOIN|UPDATE|INTO)\s+\{")]
    private static partial Regex NameBuilt();

    [GeneratedRegex(@"\bcouncil_id = @council\b|\bINTO\s+\w+\s*\([^)]*\bcouncil_id\b")]
    private static partial Regex NamesCouncil();

    [GeneratedRegex(@"\.(?:FromSql\w*|SqlQuery\w*|ExecuteSql\w*)\(")]
    private static partial Regex ThroughTheContext();
}
