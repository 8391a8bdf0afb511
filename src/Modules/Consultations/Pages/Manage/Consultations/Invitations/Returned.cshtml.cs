using System.Globalization;
using System.Text;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Returned;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Diapason.Consultations.Pages.Manage.Consultations.Invitations;

/// <summary>Bringing the notices of mails that came back: saved from a mail program, or pasted.</summary>
internal sealed class ReturnedModel(ICampaigns campaigns, CurrentCouncil council, BringReturned bring, Texts<ConsultationsModule> texts) : InvitationsPage(campaigns, council)
{
    public const int MostFiles = 200;

    /// <summary>A mailbox of many.</summary>
    private const int MostBytes = 10 << 20;

    private const string FilesField = "files", PastedField = "pasted";

    private static readonly ReturnedResult[] Told = [ReturnedResult.Refused, ReturnedResult.ToSendAgain, ReturnedResult.Waiting, ReturnedResult.Known];

    /// <summary>What was typed, when it could not be read.</summary>
    public string? Pasted { get; private set; }

    /// <summary>What the notices that were read changed, a sentence a kind.</summary>
    public IReadOnlyList<string> Changed { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await FindAsync(id)) return NotFound();
        Changed = Say(result => int.TryParse(Request.Query[Key(result)], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await FindAsync(id)) return NotFound();
        var (sent, pasted) = (Request.Form.Files.GetFiles(FilesField), Request.Form[PastedField].ToString());
        if (sent.Count > MostFiles) ModelState.AddModelError(FilesField, texts["returned.too_many", MostFiles]);
        foreach (var file in sent.Where(file => file.Length > MostBytes)) ModelState.AddModelError(FilesField, texts["returned.too_large", file.FileName]);
        if (sent.Count == 0 && string.IsNullOrWhiteSpace(pasted)) ModelState.AddModelError(FilesField, texts["returned.nothing"]);
        if (!ModelState.IsValid) return Again(pasted);
        var files = new List<NoticeFile>();
        foreach (var file in sent) files.Add(new(file.FileName, await BytesAsync(file, HttpContext.RequestAborted)));
        if (!string.IsNullOrWhiteSpace(pasted)) files.Add(new("", Encoding.UTF8.GetBytes(pasted.TrimStart())));
        var read = await bring.RunAsync(Facts, files, HttpContext.RequestAborted);
        if (read.AreAllRead) return this.SeeOther(Told.Aggregate(ConsultationsLinks.ReturnedMails(id), (link, result) => link.With(Key(result), read.Of(result))));
        // Names of files stay in this answer: addresses are often in them.
        Changed = Say(read.Of);
        Refuse(read.NoNotice, "unread");
        Refuse(read.Elsewhere, "elsewhere");
        return Again(pasted);
    }

    private void Refuse(IReadOnlyList<string> names, string why)
    {
        foreach (var name in names)
        {
            if (name.Length == 0) ModelState.AddModelError(PastedField, texts[$"returned.{why}_pasted"]);
            else ModelState.AddModelError(FilesField, texts["returned." + why, name]);
        }
    }

    private IActionResult Again(string pasted)
    {
        Pasted = pasted;
        return this.Refused();
    }

    private IReadOnlyList<string> Say(Func<ReturnedResult, int> numbers) =>
        [.. from result in Told let number = numbers(result) where number > 0 select texts.Count($"returned.{Key(result)}_one", $"returned.{Key(result)}", number)];

    private static string Key(ReturnedResult result) => result.ToString().ToLowerInvariant();

    private static async Task<byte[]> BytesAsync(IFormFile file, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancel);
        return bytes.ToArray();
    }
}
