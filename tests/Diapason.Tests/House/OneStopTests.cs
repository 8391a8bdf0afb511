using Diapason.Learning;
using Diapason.Platform.Language;
using Shouldly;
using Xunit;

namespace Diapason.Tests.House;

/// <summary>An hour said at the end of an English sentence.</summary>
public sealed class OneStopTests
{
    [Fact]
    public void An_hour_that_ends_a_sentence_ends_it_with_one_stop()
    {
        Languages.Use("en");
        var texts = new Texts<LearningModule>();
        texts["mine.text.offered_mail", "1:30 p.m."].ShouldContain("until 1:30 p.m.; without");
        texts["attendance.title", "1:30 p.m."].ShouldEndWith("1:30 p.m.");
        texts["notebook.waiting", "1:30 p.m."].ShouldBe("Waiting. The session begins on 1:30 p.m.");
    }
}
