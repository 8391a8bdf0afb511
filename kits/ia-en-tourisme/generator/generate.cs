// Writes ../answers.csv: 160 synthetic respondents of the second kit. Nobody answered these; no line describes a real person.
//   dotnet run generate.cs            (from this folder; the same seed always writes the same file)
#:property RestorePackagesWithLockFile=false
#:property PublishAot=false
#:property AnalysisLevel=none
#:property NoWarn=$(NoWarn);MA0004;MA0011;MA0048;MA0047;MA0089;CA1305;CA5394
using System.Globalization;
using System.Text;

const int Size = 160;
string[] columns =
[
    "submitted_at", "language", "accord", "accord.version", "statut", "metier", "metier.other", "territoire", "haute_saison", "frequence", "emplois", "emplois.other",
    "effet.reservations", "effet.comptoir", "effet.horaires", "frein_equipe", "frein_maison", "palier.clavier", "palier.traduire", "palier.discretion", "palier.verifier", "heures", "mot",
];
string[] words = ["Le sourire.", "La voix de quelqu’un d’ici.", "Le droit de se perdre un peu.", "A real person to call.", "Un conseil honnête."];
var random = new Random(20261105);
var start = new DateTime(2026, 10, 5, 12, 0, 0, DateTimeKind.Utc);
var rows = Enumerable.Range(0, Size).Select(_ => Person()).OrderBy(p => p["submitted_at"], StringComparer.Ordinal);
var lines = rows.Select(p => string.Join(',', columns.Select(c => p.GetValueOrDefault(c, ""))));
File.WriteAllText(args.Length > 0 ? args[0] : "../answers.csv", string.Join(',', columns) + "\n" + string.Join('\n', lines) + "\n", new UTF8Encoding(false));

Dictionary<string, string> Person()
{
    var person = new Dictionary<string, string>
    {
        ["submitted_at"] = start.AddMinutes(random.Next(45 * 24 * 60)).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        ["language"] = Among("fr 82, en 18"),
        ["accord"] = "yes",
        ["accord.version"] = "2026-10",
        ["statut"] = Among("permanent 52, saisonnier 27, exploitant 20, prefer_not 1"),
        ["territoire"] = Among("ville 34, cote 26, montagne 17, campagne 19, nord 4"),
        ["haute_saison"] = Among("ete 62, hiver 20, egal 16, dont_know 2"),
        ["frequence"] = Among("jamais 48, parfois 36, chaque_jour 13, dont_know 3"),
    };
    person["metier"] = person["statut"] == "exploitant" ? Among("reception 50, table 20, guidage 20, divers 10") : Among("reception 38, table 24, guidage 19, chambre 15, divers 4");
    if (person["metier"] == "divers") person["metier.other"] = "Transport de bagages";
    if (person["frequence"] is "parfois" or "chaque_jour") Uses(person);
    var ease = random.NextDouble() + (person["frequence"] == "jamais" ? -0.15 : 0.2);
    foreach (var task in new[] { "reservations", "comptoir", "horaires" })
        person["effet." + task] = task == "comptoir" ? Among("allege 18, pareil 52, alourdit 22, dont_know 8") : Among("allege 47, pareil 30, alourdit 13, dont_know 10");
    if (person["statut"] is "permanent" or "saisonnier") person["frein_equipe"] = Among("horaire 39, permission 24, chaleur 17, vie_privee 12, rien 8");
    if (person["statut"] == "exploitant") person["frein_maison"] = Among("marge 33, horaire 34, reseau 14, vie_privee 11, rien 8");
    foreach (var skill in new[] { "clavier", "traduire", "discretion", "verifier" })
        person["palier." + skill] = (ease + random.NextDouble()) switch { < 0.5 => "zero", < 1.1 => "aide", < 1.7 => "seul", _ => "montre" };
    person["heures"] = random.NextDouble() < 0.1 ? "dont_know" : (random.Next(1, 30) / 2.0).ToString(CultureInfo.InvariantCulture);
    if (random.NextDouble() < 0.2) person["mot"] = words[random.Next(words.Length)];
    return person;
}

void Uses(Dictionary<string, string> person)
{
    var uses = new[] { "langues", "messages", "quarts", "suggestions" }.Where(_ => random.NextDouble() < 0.42).ToList();
    if (uses.Count == 0) uses.Add("divers");
    person["emplois"] = string.Join(' ', uses);
    if (uses.Contains("divers")) person["emplois.other"] = "Trier des photos";
}

string Among(string chances)
{
    var pairs = chances.Split(", ").Select(c => c.Split(' ')).Select(c => (Code: c[0], Chance: double.Parse(c[1], CultureInfo.InvariantCulture))).ToList();
    var mark = random.NextDouble() * pairs.Sum(p => p.Chance);
    foreach (var (code, chance) in pairs)
        if ((mark -= chance) < 0) return code;
    return pairs[^1].Code;
}
