using Diapason.Consultations.Contracts;
using Diapason.Studies.Following;
using Microsoft.Extensions.Logging;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Studies;

public sealed class FollowingLogTests
{
    private readonly Lines _lines = new();

    [Fact]
    public void A_trouble_that_lasts_is_said_once_and_once_that_it_is_over()
    {
        var (log, campaign, failure) = (new FollowingLog(_lines), new CampaignId(Guid.CreateVersion7()), new InvalidOperationException("broken"));
        for (var look = 0; look < 60; look++) log.Fails(campaign, failure);
        _lines.Said.ShouldHaveSingleItem().Level.ShouldBe(LogLevel.Error);
        log.Works(campaign);
        log.Works(campaign);
        _lines.Said.Select(s => s.Level).ShouldBe([LogLevel.Error, LogLevel.Information]);
        log.Fails(campaign, failure);
        log.Fails(campaign, new InvalidOperationException("otherwise"));
        _lines.Said.Count.ShouldBe(4, "it came back, then another came");
    }

    [Fact]
    public void Weights_that_fall_back_are_said_once_to_the_operator()
    {
        var log = new FollowingLog(_lines);
        var few = KitStudy.State(KitStudy.Store(KitStudy.Answers().Take(30)));
        for (var look = 0; look < 10; look++) log.Weighted(few);
        _lines.Said.ShouldHaveSingleItem().Level.ShouldBe(LogLevel.Warning);
        log.Weighted(KitStudy.State(KitStudy.Store(KitStudy.Answers())));
        _lines.Said.Select(s => s.Level).ShouldBe([LogLevel.Warning, LogLevel.Information]);
    }

    private sealed class Lines : ILogger<FollowAnswers>
    {
        public List<(LogLevel Level, string Text)> Said { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Said.Add((logLevel, formatter(state, exception)));
    }
}
