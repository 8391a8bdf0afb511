using Diapason.Platform.Web;

namespace Diapason.Needs.Contracts;

/// <summary>Pages of this module, for itself and for those that build on it.</summary>
public static class NeedsLinks
{
    /// <summary>"Find my next step": from one's answers, from a few quick questions, or with a code.</summary>
    public static readonly PageLink Start = new("/NextSteps/Index");

    /// <summary>The visitor's own steps; redirects to <see cref="Start"/> when there are none.</summary>
    public static readonly PageLink MySteps = new("/NextSteps/MySteps");

    public static readonly PageLink Quick = new("/NextSteps/Quick");

    /// <summary>A need in one's own words, and what is understood of it.</summary>
    public static readonly PageLink OwnWords = new("/NextSteps/Words");

    /// <summary>The last quick questions, on what one can do.</summary>
    public static readonly PageLink Positions = new("/NextSteps/Positions");

    /// <summary>Keeping the path under a code.</summary>
    public static readonly PageLink Code = new("/NextSteps/Code");

    /// <summary>Asks before the code is replaced.</summary>
    public static readonly PageLink NewCode = new("/NextSteps/NewCode");

    /// <summary>The days of one's steps, for a calendar.</summary>
    public static readonly PageLink Calendar = MySteps.Handler("Calendar");

    /// <summary>Adding an entry to one's steps.</summary>
    public static readonly PageLink AddStep = MySteps.Handler("Add");

    /// <summary>What the steps keep to: time, money, place, language.</summary>
    public static readonly PageLink Limits = new("/NextSteps/Limits");

    /// <summary>Asks before the steps are erased, and those kept before them.</summary>
    public static readonly PageLink Erase = new("/NextSteps/Erase");

    /// <summary>Bringing a kept path back.</summary>
    public static readonly PageLink Resume = new("/NextSteps/Resume");

    /// <summary>Opening the kept path whose code this device holds.</summary>
    public static readonly PageLink Kept = new("/NextSteps/Kept");

    /// <summary>The whole offer with its review dates, for those who keep it.</summary>
    public static readonly PageLink Offer = new("/Manage/OfferKeeping/Index");

    /// <summary>The whole offer as a file, taken away or sent back.</summary>
    public static readonly PageLink OfferFile = new("/Manage/OfferKeeping/File");

    /// <summary>Adding an entry to the offer.</summary>
    public static readonly PageLink NewEntry = new("/Manage/OfferKeeping/Edit");

    /// <summary>How the field says its needs, for those who keep it, and a sentence to try it with.</summary>
    public static readonly PageLink Lexicon = new("/Manage/LexiconKeeping/Index");

    /// <summary>Adding an idea to the lexicon.</summary>
    public static readonly PageLink NewIdea = new("/Manage/LexiconKeeping/Edit");

    /// <summary>The lexicon as a file, taken away or sent back.</summary>
    public static readonly PageLink LexiconFile = new("/Manage/LexiconKeeping/File");

    /// <summary>One idea of the lexicon.</summary>
    public static PageLink EditIdea(string code) => NewIdea.With("code", code);

    /// <summary>One entry of the offer.</summary>
    public static PageLink Entry(string code) => new("/NextSteps/Entry", ("code", code));

    /// <summary>The same, looked at from where it is edited, which it leads back to.</summary>
    public static PageLink EntryAsRead(string code) => Entry(code).With("from", "edit");

    /// <summary>The same entry, for those who keep the offer.</summary>
    public static PageLink EditEntry(string code) => NewEntry.With("code", code);
}
