using Diapason.Platform.Mail;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Web.Pages.Dev;

/// <summary>The mails the product would have sent. In Development only; elsewhere it does not exist.</summary>
public sealed class MailsModel(Mailer mailer, IHostEnvironment environment) : PageModel
{
    public IReadOnlyList<(string To, string Subject, string Text)> Mails { get; private set; } = [];

    public IActionResult OnGet()
    {
        if (!environment.IsDevelopment()) return NotFound();
        Mails = mailer.Written();
        return Page();
    }
}
