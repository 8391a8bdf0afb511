using Diapason.Accounts.Data;
using Diapason.Accounts.SignIn;
using Diapason.Accounts.Trail;
using Diapason.Platform.Access;
using Diapason.Platform.Audit;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Mail;
using Diapason.Platform.Startup;
using Diapason.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Accounts.Members;

/// <summary>Names a council's first administrator, or another, and prints a link that signs them in once.</summary>
internal sealed class CreateAdministrator(
    InviteMember invite, OpenAccount open, NewSignInLink links, CouncilDirectory councils, CurrentCouncil council, PublicAddress address, AuditTrail audit, DiapasonDb db) : ICommandVerb
{
    public string Verb => "create-administrator";

    public string Help => "create-administrator EMAIL COUNCIL: names an administrator and prints a link that signs them in once";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancel)
    {
        if (arguments is not [var email, var slug] || !MailboxAddress.IsComplete(email)) return 2;
        if (await councils.FindAsync(slug, cancel) is not { } found)
        {
            Console.Error.WriteLine($"There is no council {slug}. Known: {string.Join(", ", (await councils.AllAsync(cancel)).Select(c => c.Slug))}.");
            return 1;
        }

        council.Set(found);
        Languages.Use(found.Settings.Languages[0]);
        await invite.RunAsync(new Invitation(email, Roles.Administrator, Organisation: null, LinkAddress: null), cancel);
        var account = await open.ForAsync(email, cancel);
        var page = $"{address.OrNull}/{found.Settings.Languages[0]}{(found.IsDefault ? "" : $"/c/{found.Slug}")}/account/link";
        if (await links.MakeAsync(account.Id, page, NewSignInLink.Invited, cancel) is not { } link)
        {
            Console.Error.WriteLine("This account already has several links that were not used. Try again in 20 minutes.");
            return 1;
        }

        audit.Record(new AccountActs.LinkPrinted(account.Id));
        await db.SaveChangesAsync(cancel);
        Console.WriteLine($"Administrator of {slug}. This link signs in once, within {NewSignInLink.Invited.TotalDays:0} days:");
        Console.WriteLine(link);
        if (address.OrNull is null) Console.Error.WriteLine("Diapason__PublicAddress is not set: put the site's address before this link.");
        return 0;
    }
}
