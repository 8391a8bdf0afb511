namespace Diapason.Deliberation.Tests;

public sealed class FilesTests
{
    [Fact]
    public void The_last_vote_by_its_time_stands_and_is_told()
    {
        var read = VoteCsv.Read("timestamp,datetime,comment-id,voter-id,vote\n20,x,1,a,-1\n10,x,1,a,1\n30,x,2,a,0\n");
        read.Votes![0, 0].ShouldBe(Vote.Disagree);
        read.Faults.ShouldBe([new(3, VoteFaultKind.VotedAgain, "1")]);
        (read.Errors, read.VotedAgain).ShouldBe((0, 1));
    }

    [Fact]
    public void Both_shapes_hold_the_same_votes()
    {
        var table = VoteTable.Of(Crowd.Scattered(4));
        var (lines, matrix) = (VoteCsv.Read(VoteCsv.Write(table)), VoteCsv.Read(VoteCsv.WriteMatrix(OpinionMap.Of(table))));
        foreach (var read in new[] { lines, matrix })
        {
            read.Errors.ShouldBe(0);
            read.Votes!.Count.ShouldBe(table.Count);
            for (var p = 0; p < table.Participants.Count; p++)
                for (var s = 0; s < table.Statements.Count; s++) read.Votes[read.Votes.ParticipantOf(table.Participants[p]), read.Votes.StatementOf(table.Statements[s])].ShouldBe(table[p, s]);
        }
    }

    [Fact]
    public void The_shape_of_the_oracle_and_other_separators_are_read()
    {
        VoteCsv.Read("participant;statement;vote;modified\r\n\"a;1\";x;1;12.0\r\n").Votes!.Participants.ShouldBe(["a;1"]);
        VoteCsv.Read("participant,group-id,n-comments,n-votes,n-agree,n-disagree,3,4\nz,0,0,1,1,0,1,\n").Votes!.Statements.ShouldBe(["3"]);
    }

    [Theory]
    [InlineData("comment-id,voter-id,vote\n1,a,NaN\n", 2, VoteFaultKind.UnknownVote, "NaN")]
    [InlineData("comment-id,voter-id,vote\n1,a,1\n1,b,2\n", 3, VoteFaultKind.UnknownVote, "2")]
    [InlineData("comment-id,voter-id,vote\n1,,1\n", 2, VoteFaultKind.EmptyId, "")]
    [InlineData("comment-id,voter-id,vote\n1,a\n", 2, VoteFaultKind.CellCount, "2")]
    [InlineData("comment-id,vote\n1,1\n", 1, VoteFaultKind.MissingColumn, "voter-id")]
    [InlineData("voter-id,vote\n1,1\n", 1, VoteFaultKind.MissingColumn, "comment-id")]
    [InlineData("name,age\nx,1\n", 1, VoteFaultKind.MissingColumn, "participant")]
    [InlineData("", 1, VoteFaultKind.MissingColumn, "vote")]
    [InlineData("participant,1,1\na,1,1\n", 1, VoteFaultKind.RepeatedColumn, "1")]
    [InlineData("participant,1,2\na,1,1\na,1,1\n", 3, VoteFaultKind.RepeatedRow, "a")]
    [InlineData("timestamp,comment-id,voter-id,vote\nnoon,1,a,1\n", 2, VoteFaultKind.UnknownTime, "noon")]
    [InlineData("comment-id,voter-id,vote\n\"1,a,1\n", 2, VoteFaultKind.NotATable, "UnclosedQuote")]
    public void A_file_that_is_wrong_is_refused_with_the_line(string text, int line, VoteFaultKind kind, string value)
    {
        var read = VoteCsv.Read(text);
        read.Votes.ShouldBeNull();
        read.Faults.ShouldContain(new VoteFault(line, kind, value));
    }

    [Fact]
    public void An_error_is_told_after_a_hundred_votes_mended()
    {
        var read = VoteCsv.Read("comment-id,voter-id,vote\n" + string.Concat(Enumerable.Repeat("1,a,1\n", 500)) + "1,a,x\n");
        (read.Faults.Count, read.Errors, read.VotedAgain).ShouldBe((100, 1, 499));
        read.Faults.ShouldContain(new VoteFault(502, VoteFaultKind.UnknownVote, "x"));
    }

    [Fact]
    public void Statements_say_what_is_taken_away()
    {
        var read = StatementCsv.Read("timestamp,comment-id,moderated,comment-body\n1,7,-1,\"Un, deux\"\n1,8,1,Trois\n");
        read.Statements.ShouldBe([new("7", true, false, "Un, deux"), new("8", false, false, "Trois")]);
        StatementCsv.Read("statement,moderated,meta\n1,0,1\n").Statements.ShouldBe([new("1", false, true, null)]);
        StatementCsv.Read("comment-id\n1\n1\n").Faults.ShouldBe([new(3, VoteFaultKind.RepeatedRow, "1")]);
        StatementCsv.Read("words\nx\n").Faults.ShouldBe([new(1, VoteFaultKind.MissingColumn, "comment-id")]);
    }

    [Theory]
    [InlineData("[[1,2],[3,4.5]]", 2, 0, 0)]
    [InlineData("""{"group-clusters":[{"id":0,"center":[1,2],"members":[0]}],"base-clusters":{"x":[1,2],"y":[3,4],"id":[0,1]},"in-conv":[3,4,5]}""", 1, 2, 3)]
    [InlineData("""{"groups":[{"name":"A","centre":[1,2]}],"base_clusters":[{"centre":[0,1]}],"included":["x"]}""", 1, 1, 1)]
    public void Centres_of_an_earlier_result_are_read(string json, int groups, int bases, int included)
    {
        var read = EarlierResult.Read(json)!;
        (read.Centres.Groups.Count, read.Centres.Bases.Count, read.Included.Count).ShouldBe((groups, bases, included));
        read.Centres.Groups[0].ShouldBe(new Point(1, 2));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("3")]
    [InlineData("[[1]]")]
    [InlineData("[[1,\"x\"]]")]
    [InlineData("[[1e999,0]]")]
    [InlineData("""{"groups":[{"name":"A"}]}""")]
    [InlineData("""{"groups":[{"centre":[1,2]}],"base-clusters":{"x":[1]}}""")]
    public void What_holds_no_centre_is_refused(string json) => EarlierResult.Read(json).ShouldBeNull();
}
