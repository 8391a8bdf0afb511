using System.Security.Cryptography;
using Diapason.Accounts.Data;
using Diapason.Accounts.Members;
using Diapason.Platform.Access;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Modules;
using Diapason.Platform.Startup;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace Diapason.Accounts.Demonstration;

/// <summary>
/// One account for each role of the first council and an administrator for each other council. Their password is
/// <c>Diapason:Demonstration:Password</c>, or a new random one at each start: none is ever written in the sources.
/// </summary>
internal sealed class DemonstrationAccounts(DiapasonDb db, CurrentCouncil here, OpenAccount open, UserManager<Account> accounts, ModuleCatalog modules, IConfiguration configuration, TimeProvider clock) : IDemonstration
{
    private const string OrganisationName = "Maison des Marées (invention)";
    private const string Unambiguous = "abcdefghjkmnpqrstuvwxyz23456789";

    private readonly IPasswordHasher<Account> _hasher = accounts.PasswordHasher;

    /// <summary>People's accounts and none of ours: a database in use, which the demonstration would spoil for good.</summary>
    public async Task<string?> RefusalAsync(CancellationToken cancel) =>
        await db.Set<Account>().AnyAsync(cancel) && !await db.Set<Account>().AnyAsync(a => a.IsDemonstration, cancel)
            ? "this database holds people's accounts, so no kit is loaded and no demonstration account made. To use it, do not run in Development."
            : null;

    public async Task<IReadOnlyList<string>> PrepareAsync(CancellationToken cancel)
    {
        var password = configuration["Diapason:Demonstration:Password"] is { Length: > 0 } set ? set : RandomNumberGenerator.GetString(Unambiguous, 12);
        var councils = await db.Set<Council>().OrderByDescending(c => c.IsDefault).ThenBy(c => c.Slug).ToListAsync(cancel);
        var known = await db.Set<Account>().Where(a => a.IsDemonstration).ToDictionaryAsync(a => a.Email, cancel);
        var lines = new List<string>();
        foreach (var council in councils)
        {
            here.Set(council);
            foreach (var role in council.IsDefault ? modules.Roles.Select(r => r.Code) : [Roles.Administrator])
            {
                var email = $"{role.Replace('_', '-')}@{council.Slug}.example";
                if (!known.TryGetValue(email, out var account)) known[email] = account = await OpenAsync(email, council.Id, role, cancel);
                lines.Add($"    {email,-36} {(council.IsDefault ? "/fr" : $"/fr/c/{council.Slug}")}{(role == Roles.Person ? "/account" : "/backstage")}");
            }

            await db.SaveChangesAsync(cancel);
        }

        GivePassword(known.Values, password);
        await db.SaveChangesAsync(cancel);
        return [$"  Demonstration accounts, password {password}", .. lines];
    }

    private async Task<Account> OpenAsync(string email, Guid councilId, string role, CancellationToken cancel)
    {
        var account = open.New(email, isDemonstration: true);
        db.Add(account);
        db.Add(new Membership
        {
            Id = Guid.CreateVersion7(),
            UserId = account.Id,
            CouncilId = councilId,
            Role = role,
            OrganisationId = modules.Role(role) is { NeedsOrganisation: true } ? await OrganisationAsync(councilId, cancel) : null,
            CreatedAt = clock.GetUtcNow().UtcDateTime,
        });
        return account;
    }

    private async Task<Guid> OrganisationAsync(Guid councilId, CancellationToken cancel)
    {
        var normalized = Organisation.Normalize(OrganisationName);
        if (await db.Set<Organisation>().SingleOrDefaultAsync(o => o.NormalizedName == normalized, cancel) is { } known) return known.Id;
        var organisation = new Organisation { Id = Guid.CreateVersion7(), CouncilId = councilId, Name = OrganisationName, NormalizedName = normalized, CreatedAt = clock.GetUtcNow().UtcDateTime };
        db.Add(organisation);
        return organisation.Id;
    }

    /// <summary>One slow hash serves them all: they share the password anyway, and a start stays short.</summary>
    private void GivePassword(ICollection<Account> demonstration, string password)
    {
        var hash = demonstration.Select(a => a.PasswordHash).FirstOrDefault(h => h is not null);
        if (hash is null || _hasher.VerifyHashedPassword(null!, hash, password) == PasswordVerificationResult.Failed) hash = _hasher.HashPassword(null!, password);
        foreach (var account in demonstration)
            if (account.PasswordHash != hash) account.PasswordHash = hash;
    }
}
