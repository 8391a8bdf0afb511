using Diapason.Needs.Contracts;
using Diapason.Needs.Matching;
using Diapason.Needs.Reference;
using Diapason.Text;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Needs;

/// <summary>What a person can give and follow, said once, is kept to; what it leaves out is counted, each with its reason.</summary>
public sealed class KeepToLimitsTests
{
    private static readonly DateOnly Today = new(2026, 12, 1);
    private static readonly LocalizedText Some = LocalizedText.Of(("fr", "x"), ("en", "x"));
    private static readonly NeedsReference Kit = DemonstrationKit.Reference;

    [Fact]
    public void A_step_of_four_hours_is_not_proposed_to_somebody_with_two_a_month() =>
        Breaches(Entry() with { Minutes = 240 }, new Limits { Hours = 2 }).ShouldBe([new Breach.Longer(240, 2)]);

    [Theory]
    [InlineData(120, 2, true)]
    [InlineData(121, 2, false)]
    [InlineData(60, 1, true)]
    [InlineData(61, 1, false)]
    public void Hours_are_kept_to_the_minute(int minutes, int hours, bool kept) => Breaches(Entry() with { Minutes = minutes }, new Limits { Hours = hours }).Count.ShouldBe(kept ? 0 : 1);

    [Theory]
    [InlineData("free", null, 0, null)]
    [InlineData("free", 5000, 0, null)]
    [InlineData("paid", 5000, 50, null)]
    [InlineData("paid", 5001, 50, typeof(Breach.Dearer))]
    [InlineData("reduced", 32000, 300, typeof(Breach.Dearer))]
    [InlineData("reduced", null, 300, typeof(Breach.PriceUnsaid))]
    [InlineData("shared", null, 0, typeof(Breach.PriceUnsaid))]
    public void Money_is_kept_to_the_cent_and_a_price_nobody_says_is_no_price(string price, int? cents, int dollars, Type? breach) =>
        Breaches(Entry() with { Price = price, Cents = cents }, new Limits { Dollars = dollars }).Select(b => b.GetType()).ShouldBe(breach is null ? [] : [breach]);

    [Theory]
    [InlineData("r06", false, "r01", false)]
    [InlineData("r06", false, "r06", true)]
    [InlineData("r06", false, null, true)]
    [InlineData("r06", true, "r01", true)]
    public void What_happens_elsewhere_is_left_out_unless_it_is_followed_from_afar_too(string held, bool online, string? region, bool kept)
    {
        var entry = Entry() with { Format = OfferFormat.InPerson, IsOnlineToo = online, Suits = new Audience { Regions = [held] }, Acts = new OfferActs { Place = Some, Dates = [Today] } };
        (KeepToLimits.Of(entry, Person() with { Region = region }, Kit.Offer).Count == 0).ShouldBe(kept);
    }

    [Theory]
    [InlineData("music", false)]
    [InlineData("museums", true)]
    [InlineData(null, true)]
    public void What_is_for_one_discipline_is_left_out_for_others(string? discipline, bool kept) =>
        (KeepToLimits.Of(Entry() with { Suits = new Audience { Disciplines = ["museums"] } }, Person() with { Discipline = discipline }, Kit.Offer).Count == 0).ShouldBe(kept);

    [Theory]
    [InlineData("SelfPaced", false, true, true, false)]
    [InlineData("Online", false, false, true, true)]
    [InlineData("InPerson", false, false, false, true)]
    [InlineData("InPerson", true, false, true, true)]
    [InlineData("OneToOne", false, false, true, true)]
    public void The_way_one_learns_is_kept_to(string format, bool online, bool ownPace, bool fromAfar, bool withOthers)
    {
        var entry = Entry() with { Format = Enum.Parse<OfferFormat>(format), IsOnlineToo = online };
        bool Keeps(WayToFollow way) => Breaches(entry, new Limits { Way = way }).Count == 0;
        (Keeps(WayToFollow.OwnPace), Keeps(WayToFollow.FromAfar), Keeps(WayToFollow.WithOthers)).ShouldBe((ownPace, fromAfar, withOthers));
    }

    [Fact]
    public void A_meeting_of_two_somewhere_is_not_from_afar() =>
        Breaches(Entry() with { Format = OfferFormat.OneToOne, Acts = new OfferActs { Place = Some, Contact = new OfferContact(Some, "a@example.org", null) } }, new Limits { Way = WayToFollow.FromAfar }).ShouldBe([new Breach.OtherWay(WayToFollow.FromAfar)]);

    [Fact]
    public void A_language_is_kept_to_by_what_is_said_of_the_entry_or_by_its_documents()
    {
        var french = new OfferActs { Documents = [new OfferDocument(new Dictionary<string, StoredFile> { ["fr"] = new("a.html", "00", 1) })] };
        Breaches(Entry() with { Acts = french }, new Limits { Language = "en" }).ShouldBe([new Breach.OtherLanguage("en")]);
        Breaches(Entry() with { Acts = french }, new Limits { Language = "fr" }).ShouldBeEmpty();
        Breaches(Entry() with { Acts = french, Languages = ["en", "fr"] }, new Limits { Language = "en" }).ShouldBeEmpty();
        Breaches(Entry(), new Limits { Language = "en" }).ShouldBeEmpty("nothing says in which it is");
    }

    [Fact]
    public void What_one_cannot_do_without_is_promised_where_it_matters()
    {
        var needs = new Limits { Access = [Access.Captions, Access.SignLanguage, Access.ScreenReader, Access.StepFree] };
        var session = Entry() with { Format = OfferFormat.InPerson, Acts = new OfferActs { Place = Some, Dates = [Today] } };
        Breaches(session, needs).ShouldBe([new Breach.WithoutAccess(Access.Captions), new Breach.WithoutAccess(Access.SignLanguage), new Breach.WithoutAccess(Access.StepFree)]);
        Breaches(session with { Access = needs.Access! }, needs).ShouldBeEmpty();
        var sheet = Entry() with { Acts = new OfferActs { Documents = [new OfferDocument(new Dictionary<string, StoredFile> { ["fr"] = new("a.html", "00", 1) })] } };
        Breaches(sheet, needs).ShouldBe([new Breach.WithoutAccess(Access.ScreenReader)], "a sheet needs no captions, and has no stairs");
        Breaches(Entry(), new Limits { Access = [Access.Captions] }).ShouldBe([new Breach.WithoutAccess(Access.Captions)], "a page may hold a film");
    }

    [Fact]
    public void Nothing_beyond_the_limits_is_ever_proposed_and_all_of_it_is_counted_with_its_reasons()
    {
        var (left, random) = (0, new Random(20261130));
        foreach (var (someone, dismissed, today) in Profiles.Random(800))
        {
            var profile = someone with { Limits = Limited(random), Region = random.Next(2) == 0 ? "r01" : null };
            var offer = Kit with { Offer = Kit.Offer with { Entries = [.. Kit.Offer.Entries.Select(e => Varied(e, random))] } };
            var free = new ChooseNextSteps(offer).For(profile with { Limits = null, Region = null }, dismissed, today);
            var found = new ChooseNextSteps(offer).For(profile, dismissed, today);
            found.Steps.ShouldAllBe(s => KeepToLimits.Of(s.Entry, profile, offer.Offer).Count == 0);
            found.LeftOut.ShouldAllBe(l => l.Breaches.Count > 0);
            found.LeftOut.Select(l => l.Entry.Code).Intersect(found.Steps.Select(s => s.Entry.Code).Concat(dismissed)).ShouldBeEmpty();
            // Whatever would have been proposed without limits and is not any more was left out, or gave its place to another.
            foreach (var step in free.Steps.Where(s => KeepToLimits.Of(s.Entry, profile, offer.Offer).Count > 0)) found.LeftOut.ShouldContain(l => l.Entry.Code == step.Entry.Code);
            left += found.LeftOut.Count;
        }

        left.ShouldBeGreaterThan(500);
    }

    [Fact]
    public void Ticks_alike_all_the_way_down_say_nothing_of_levels()
    {
        var read = new ReadAnswers(Kit);
        var competencies = Kit.Framework.Competencies.Select(c => c.Code).ToList();
        read.From(variable => competencies.Any(c => variable == $"comp.{c}.mastery") ? "4" : null).SaysWhereItStands.ShouldBeFalse();
        read.From(variable => variable == "comp.risk.mastery" ? "2" : competencies.Any(c => variable == $"comp.{c}.mastery") ? "4" : null).Positions.Count.ShouldBe(competencies.Count);
        read.From(variable => variable is "comp.risk.mastery" or "comp.ethics.mastery" ? "2" : null).Positions.Count.ShouldBe(2, "two answers alike are two answers");
    }

    private static IReadOnlyList<Breach> Breaches(OfferEntry entry, Limits limits) => KeepToLimits.Of(entry, Person() with { Limits = limits }, Kit.Offer);

    private static Profile Person() => new() { Heard = NeedOrigin.QuickQuestions, Positions = new Dictionary<string, Position> { ["risk"] = new(0) } };

    private static Limits Limited(Random random) => new()
    {
        Hours = random.Next(2) == 0 ? random.Next(1, 4) : null,
        Dollars = random.Next(2) == 0 ? random.Next(3) * 50 : null,
        Way = random.Next(2) == 0 ? (WayToFollow)random.Next(3) : null,
        Language = random.Next(4) == 0 ? "en" : null,
        Access = random.Next(3) == 0 ? [(Access)random.Next(4)] : null,
    };

    private static OfferEntry Varied(OfferEntry entry, Random random) => entry with
    {
        Minutes = random.Next(10, 400),
        Price = random.Next(2) == 0 ? "free" : "paid",
        Cents = random.Next(2) == 0 ? random.Next(20_000) : null,
        Languages = random.Next(3) == 0 ? ["fr"] : [],
        Suits = entry.Suits with { Regions = random.Next(3) == 0 ? ["r06"] : [] },
    };

    private static OfferEntry Entry() => new()
    {
        Code = "any",
        Kind = OfferKind.Guide,
        Phase = 1,
        Minutes = 30,
        Format = OfferFormat.SelfPaced,
        Price = "free",
        Review = Today.AddYears(1),
        Develops = [new Development("risk", 0, 2)],
        Suits = new Audience(),
        Answers = [],
        Title = Some,
        Text = Some,
        Acts = new OfferActs { Link = Some },
    };
}
