using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Diapason.TestKit;
using Shouldly;

namespace Diapason.Tests.House;

/// <summary>What must never be read where the culture kit is not loaded, and a walk through every link.</summary>
internal static partial class Sector
{
    private const int MostPages = 400;

    public static void SaysNothingOfCulture(Page page) => Words(page.Html).ShouldBeEmpty($"at {page.Address}");

    /// <summary>Follows every link from these addresses; each must answer, and none may speak of culture. Returns what was seen.</summary>
    /// <param name="prefix">Links elsewhere are not followed.</param>
    /// <param name="mayBeRefused">Whether the first addresses may be another role's.</param>
    public static async Task<IReadOnlySet<string>> WalkAsync(Visitor visitor, IReadOnlyList<string> from, string prefix, bool mayBeRefused = false)
    {
        var (seen, queue) = (new HashSet<string>(StringComparer.Ordinal), new Queue<(string Address, string By)>(from.Select(a => (a, "the start"))));
        while (queue.TryDequeue(out var next))
        {
            if (!IsOurs(next.Address, prefix) || !seen.Add(next.Address)) continue;
            seen.Count.ShouldBeLessThan(MostPages);
            using var response = await FetchAsync(visitor, next.Address);
            if (mayBeRefused && from.Contains(next.Address) && response.StatusCode == HttpStatusCode.Forbidden) continue;
            response.StatusCode.ShouldBe(HttpStatusCode.OK, $"{next.Address}, linked from {next.By}");
            var text = await TextAsync(response);
            Words(text).ShouldBeEmpty($"at {next.Address}");
            if (response.Content.Headers.ContentType?.MediaType != "text/html") continue;
            foreach (var link in Links(text)) queue.Enqueue((Absolute(next.Address, link), next.Address));
        }

        return seen;
    }

    private static async Task<HttpResponseMessage> FetchAsync(Visitor visitor, string address)
    {
        var response = await visitor.Client.GetAsync(address);
        for (var i = 0; i < 5 && (int)response.StatusCode is >= 300 and < 400 && response.Headers.Location is { } to; i++)
        {
            response.Dispose();
            response = await visitor.Client.GetAsync(to);
        }

        return response;
    }

    /// <summary>Pages of every council begin with the language; specimens of components are no council's. Editions say the words of the portrait, and a share of one may be a figure of the other sector.</summary>
    private static bool IsOurs(string address, string prefix) =>
        (address == prefix || address.StartsWith(prefix + "/", StringComparison.Ordinal)) && !address.EndsWith("/design", StringComparison.Ordinal) && !address.Contains("/dev/", StringComparison.Ordinal)
        && !address.Contains("/editions/", StringComparison.Ordinal);

    private static string Absolute(string from, string link) => new Uri(new Uri("http://localhost" + from), link) is { Host: "localhost" } address ? address.PathAndQuery : "";

    private static IEnumerable<string> Links(string html) =>
        new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html).QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!.Split('#')[0]).Where(a => a.Length > 0 && !a.StartsWith("mailto:", StringComparison.Ordinal) && !a.StartsWith("tel:", StringComparison.Ordinal));

    /// <summary>A workbook is read as the texts it holds.</summary>
    private static async Task<string> TextAsync(HttpResponseMessage response)
    {
        var bytes = await response.Content.ReadAsByteArrayAsync();
        if (!bytes.AsSpan().StartsWith("PK"u8)) return System.Text.Encoding.UTF8.GetString(bytes);
        await using var zip = new ZipArchive(new MemoryStream(bytes));
        var parts = zip.Entries.Where(e => e.Name.EndsWith(".xml", StringComparison.Ordinal)).Select(e => new StreamReader(e.Open()).ReadToEnd());
        return string.Join('\n', parts);
    }

    private static List<string> Words(string text) => [.. Culture().Matches(WebUtility.HtmlDecode(text).Replace('\u00a0', ' ').Replace('\u202f', ' ')).Select(m => m.Value).Distinct()];

    // Figures are told by their sentence when another kit may well have the same number.
    [GeneratedRegex(@"\bcultur(?:e|es|al|elle?s?|els?|aux)?\b|\bartistes?\b|\bartists?\b|\bsubvention|\b83 ?%|ont du mal à|find it hard to|ia[-_]en[-_]culture|\bia-2026\b|\brivage\b|Compétence Culture|isq-2021|théâtre|\bœuvres?\b|25 novembre 2025", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Culture();
}
