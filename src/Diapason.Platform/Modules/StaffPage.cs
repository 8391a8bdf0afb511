using Diapason.Platform.Web;

namespace Diapason.Platform.Modules;

/// <summary>The work that pages serve, in the order of the Coulisses. Pages are grouped by it, never by module.</summary>
public enum Work
{
    /// <summary>Écouter le milieu.</summary>
    Listen,

    /// <summary>Comprendre ce qui est dit.</summary>
    Understand,

    /// <summary>Former.</summary>
    Train,

    /// <summary>Accompagner.</summary>
    Accompany,

    /// <summary>Choisir et encadrer.</summary>
    Frame,

    /// <summary>Rendre compte.</summary>
    Account,

    /// <summary>Tenir le conseil: people, organisations, name, texts.</summary>
    Council,

    /// <summary>Tenir parole: retention, requests, the trail.</summary>
    Promises,

    /// <summary>Tenir la machine: copies, mails, jobs.</summary>
    Machine,
}

/// <summary>A page for those who work for the council.</summary>
/// <param name="TextKey">Key in the module's own texts.</param>
/// <param name="UseKey">Key, in the same texts, of what the page is for, said in tasks: the help of the Coulisses.</param>
/// <param name="Policy">Shown only to those whom it admits: the page's own, or a narrower one.</param>
public sealed record StaffPage(Work Work, string TextKey, string UseKey, PageLink Link, string Policy);
