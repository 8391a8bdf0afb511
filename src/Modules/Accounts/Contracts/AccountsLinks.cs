using Diapason.Platform.Web;

namespace Diapason.Accounts.Contracts;

/// <summary>Pages of this module, for itself and for those that build on it.</summary>
public static class AccountsLinks
{
    public static readonly PageLink SignIn = new("/Accounts/SignIn/SignIn");

    public static readonly PageLink LinkSent = new("/Accounts/SignIn/LinkSent");

    /// <summary>The page that uses a link received by mail.</summary>
    public static readonly PageLink UseLink = new("/Accounts/SignIn/UseLink");

    public static readonly PageLink Erased = new("/Accounts/SignIn/Erased");

    /// <summary>The digits of the telephone, after the password or the link.</summary>
    public static readonly PageLink SecondStep = new("/Accounts/SignIn/SecondStep");

    /// <summary>How many recovery codes are left, once one has served.</summary>
    public static readonly PageLink CodeUsed = new("/Accounts/Mine/CodeUsed");

    /// <summary>Ties a telephone to one's account.</summary>
    public static readonly PageLink Telephone = new("/Accounts/Mine/Telephone");

    /// <summary>Keys of one's devices that open the account.</summary>
    public static readonly PageLink Passkeys = new("/Accounts/Mine/Passkeys");

    /// <summary>The account of whoever is signed in.</summary>
    public static readonly PageLink Account = new("/Accounts/Mine/Account");

    /// <summary>Asks for another address.</summary>
    public static readonly PageLink Email = new("/Accounts/Mine/Email");

    /// <summary>The page that the mail sent to a new address opens.</summary>
    public static readonly PageLink NewEmail = new("/Accounts/Mine/NewEmail");

    public static readonly PageLink Password = new("/Accounts/Mine/Password");

    /// <summary>Where one's account is signed in.</summary>
    public static readonly PageLink Sessions = new("/Accounts/Mine/Sessions");

    /// <summary>Asks again who is there before what a session left open must not do.</summary>
    public static readonly PageLink Confirm = new("/Accounts/Mine/Confirm");

    public static readonly PageLink Erase = new("/Accounts/Mine/Erase");

    /// <summary>The organisation on whose behalf the person signed in acts.</summary>
    public static readonly PageLink MyOrganisation = new("/Accounts/MyOrganisation/Index");

    public static readonly PageLink Members = new("/Accounts/Administration/Members");

    public static readonly PageLink Organisations = new("/Accounts/Administration/Organisations");

    /// <summary>The council's name, contact, languages, words.</summary>
    public static readonly PageLink Settings = new("/Accounts/Administration/Settings");

    public static readonly PageLink AuditTrail = new("/Accounts/Administration/AuditTrail");

    public static PageLink Member(Guid membership) => new("/Accounts/Administration/Member", ("id", membership));

    public static PageLink Organisation(Guid id) => new("/Accounts/Administration/Organisation", ("id", id));
}
