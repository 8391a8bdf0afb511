// Writes ../answers.csv: 1,200 synthetic respondents. Nobody answered these; no line describes a real person.
//   dotnet run generate.cs            (from this folder; the same seed always writes the same file)
// Method, and what is reproduced on purpose: see README.md beside this file.
#:property RestorePackagesWithLockFile=false
#:property PublishAot=false
#:property AnalysisLevel=none
#:property NoWarn=$(NoWarn);MA0004;MA0011;MA0048;MA0047;MA0089;CA1305;CA5394
using System.Globalization;
using System.Text;

const int Size = 1200;
var dice = new Dice(20251125);
var people = Enumerable.Range(0, Size).Select(i => Person.Draw(dice)).ToList();
Frame.Weigh(people);
Opinions.Give(people, dice);
Tasks.Give(people, dice);
Competencies.Give(people, dice);
Learning.Give(people, dice);
Words.Give(people, dice);
Dates.Give(people, dice);
var columns = Columns.All;
var unknown = people.SelectMany(p => p.Answers.Keys).Distinct().Where(k => k[0] != (char)35).Except(columns).ToList();
if (unknown.Count > 0) throw new InvalidOperationException("Not in the header: " + string.Join(", ", unknown));
var lines = people.OrderBy(p => p.SubmittedAt).Select(p => string.Join(',', columns.Select(c => Csv(p.Answers.GetValueOrDefault(c, "")))));
File.WriteAllText(args.Length > 0 ? args[0] : "../answers.csv", string.Join(',', columns) + "\n" + string.Join('\n', lines) + "\n", new UTF8Encoding(false));
Console.WriteLine($"{people.Count} synthetic respondents, effective size {Frame.EffectiveSize(people):F0}");
foreach (var figure in Opinions.Figures) Console.WriteLine(figure.Check(people));

static string Csv(string value) => value.AsSpan().IndexOfAny(",\"\n") < 0 ? value : '"' + value.Replace("\"", "\"\"") + '"';

/// <summary>Chance, drawn from one seed so that the file can be rebuilt.</summary>
sealed class Dice(int seed)
{
    readonly Random random = new(seed);

    public double Next() => random.NextDouble();

    public bool Is(double chance) => random.NextDouble() < chance;

    public double Logistic() => random.NextDouble() is var u ? Math.Log((u + 1e-12) / (1 - u + 1e-12)) : 0;

    public T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];

    /// <summary>Several codes of "code chance, code chance…", separated by a space; never none.</summary>
    public string Some(string chances, string otherwise, int most = 99)
    {
        var chosen = Pairs(chances).Where(p => Is(p.Weight / 100)).Select(p => p.Code).Take(most).ToList();
        return chosen.Count == 0 ? otherwise : string.Join(' ', chosen);
    }

    static List<(string Code, double Weight)> Pairs(string shares) =>
        shares.Split(',').Select(s => s.Trim().Split(' ')).Select(s => (s[0], double.Parse(s[1], CultureInfo.InvariantCulture))).ToList();

    /// <summary>One code of "code weight, code weight…".</summary>
    public string Among(string shares)
    {
        var pairs = Pairs(shares);
        var mark = random.NextDouble() * pairs.Sum(p => p.Weight);
        foreach (var (code, weight) in pairs)
            if ((mark -= weight) < 0) return code;
        return pairs[^1].Code;
    }
}

/// <summary>One synthetic respondent: who, and answers by variable code.</summary>
sealed class Person
{
    public Dictionary<string, string> Answers { get; } = [];
    public double Weight { get; set; } = 1;
    public DateTime SubmittedAt { get; set; }

    /// <summary>How at ease with digital tools, in standard units: what ties the opinions of one person together.</summary>
    public double Ease { get; private init; }

    public string this[string variable]
    {
        get => Answers.GetValueOrDefault(variable, "");
        set => Answers[variable] = value;
    }

    // An open call reaches women, people over 45, the self-employed and the regions more than the frame has them.
    public static Person Draw(Dice dice)
    {
        var person = new Person { Ease = dice.Logistic() / 1.8 };
        person["language"] = dice.Among("fr 79, en 21");
        (person["consent"], person["consent.version"]) = ("yes", "2026-09");
        person["status"] = dice.Among("employee 47, self_employed 41, organisation 12");
        person["role"] = dice.Among(person["status"] switch
        {
            "employee" => "manager 20, presenter 14, producer 12, worker 45, artist 8, prefer_not 1",
            "self_employed" => "artist 56, freelancer 32, producer 8, worker 4",
            _ => "manager 58, producer 20, presenter 22",
        });
        person["subsector"] = dice.Among("performing 22, audiovisual 16, museums 10, publishing 10, crafts 9, music 13, visual 13, heritage 7");
        person["region"] = dice.Among(Regions.Shares);
        person["metro"] = dice.Is(0.012) ? "dont_know" : dice.Is(Regions.InsideMetro(person["region"])) ? "yes" : "no";
        person["sex"] = dice.Among("woman 61, man 35, other 2, prefer_not 2");
        person["age"] = dice.Among("a15_24 5, a25_34 19, a35_44 25, a45_54 25, a55_64 18, a65 7, prefer_not 1");
        return person;
    }
}

static class Regions
{
    // Côte-Nord (r09) and Nord-du-Québec (r10) stay under ten respondents on purpose.
    public const string Shares = "r06 41, r03 13, r16 11, r05 6, r15 5, r14 4, r07 4.5, r13 3, r04 3, r02 3, r01 2.5, r12 2.2, r17 1.8, r08 1.6, r11 1.6, r09 0.7, r10 0.4";

    public static double InsideMetro(string region) => region switch
    {
        "r06" or "r13" => 1,
        "r16" => 0.6,
        "r14" or "r15" => 0.55,
        _ => 0,
    };
}

/// <summary>Weights that bring the respondents to the margins of ../frame.yaml, by iterative proportional fitting.</summary>
static class Frame
{
    // Someone whose answer to a margin is unknown keeps the share they have among respondents: the known categories share the rest.
    static readonly (string Variable, Func<string, int> Category, double[] Shares)[] Margins =
    [
        ("status", a => a == "self_employed" ? 0 : 1, [0.30, 0.70]),
        ("sex", a => a == "woman" ? 0 : 1, [0.54, 0.46]),
        ("age", a => a is "a15_24" or "a25_34" or "a35_44" ? 0 : 1, [0.63, 0.37]),
        ("metro", a => a == "yes" ? 0 : 1, [0.67, 0.33]),
    ];

    public static void Weigh(List<Person> people)
    {
        for (var round = 0; round < 200; round++)
            foreach (var (variable, category, shares) in Margins)
            {
                var known = people.Where(p => !Missing(p[variable])).ToList();
                foreach (var group in known.GroupBy(p => category(p[variable])).ToList())
                {
                    var factor = shares[group.Key] * known.Count / group.Sum(p => p.Weight);
                    foreach (var person in group) person.Weight *= factor;
                }

                var others = people.Where(p => Missing(p[variable])).ToList();
                var total = others.Sum(p => p.Weight);
                foreach (var person in others) person.Weight *= others.Count / total;
            }
    }

    static bool Missing(string answer) => answer is "dont_know" or "prefer_not" or "";

    public static double EffectiveSize(List<Person> people) => Math.Pow(people.Sum(p => p.Weight), 2) / people.Sum(p => p.Weight * p.Weight);
}

/// <summary>A share to reproduce once weighted: who is asked, who leans which way, what each side answers.</summary>
sealed record Figure(string Code, double Share, Func<Person, bool> Asked, Func<Person, double> Leaning, Action<Person, bool, double> Answer)
{
    public double DontKnow { get; init; } = 0.02;
    public double RatherNot { get; init; }
    public double Blank { get; init; } = 0.004;
    public string[] Variables { get; init; } = [Code];

    // People are ranked by leaning plus chance, then cut where the weighted share is reached: associations stay natural and the share exact.
    public void Give(List<Person> people, Dice dice)
    {
        var answering = new List<(Person Person, double Rank)>();
        foreach (var person in people.Where(Asked))
        {
            var mark = dice.Next();
            var missing = mark < DontKnow ? "dont_know" : mark < DontKnow + RatherNot ? "prefer_not" : mark < DontKnow + RatherNot + Blank ? "" : null;
            if (missing is null) answering.Add((person, Leaning(person) + dice.Logistic()));
            else foreach (var variable in Variables) person[variable] = missing;
        }

        var wanted = Share * answering.Sum(a => a.Person.Weight);
        double reached = 0;
        var order = 0;
        foreach (var (person, _) in answering.OrderByDescending(a => a.Rank))
        {
            var counted = Math.Abs(reached + person.Weight - wanted) <= Math.Abs(reached - wanted) && reached < wanted;
            if (counted) reached += person.Weight;
            person.Answers["#" + Code] = counted ? "1" : "0";
            Answer(person, counted, order++ / (double)answering.Count);
        }
    }

    public string Check(List<Person> people)
    {
        var known = people.Where(p => p.Answers.ContainsKey("#" + Code)).ToList();
        var counted = known.Where(p => p["#" + Code] == "1").ToList();
        return $"{Code,-20} n {known.Count,5}  weighted {100 * counted.Sum(p => p.Weight) / known.Sum(p => p.Weight),6:F2}  unweighted {100.0 * counted.Count / known.Count,6:F2}  wanted {100 * Share,4:F0}";
    }
}

/// <summary>The published shares, and nothing else that could pass for a published figure.</summary>
static class Opinions
{
    static bool Everyone(Person _) => true;

    public static readonly Figure[] Figures =
    [
        new("evolution", 0.83, Everyone, p => 0.3 * p.Ease + Of(p, "subsector", "audiovisual 0.5, publishing 0.4, crafts -0.7"),
            (p, yes, rank) => p["evolution"] = yes ? "adapt" : rank < 0.93 ? "same" : "disappear"),
        new("threat", 0.30, Everyone, p => -0.5 * p.Ease + Of(p, "subsector", "performing 0.4, visual 0.5, audiovisual 0.3, crafts -0.6") + Of(p, "role", "artist 0.5, manager -0.3"),
            (p, yes, _) => p["threat"] = yes ? "yes" : "no") { RatherNot = 0.01 },
        new("no_use", 0.57, Everyone, p => -1.1 * p.Ease + Of(p, "age", "a15_24 -0.5, a25_34 -0.3, a55_64 0.3, a65 0.6") + Of(p, "region", "r06 -0.2"),
            (p, yes, rank) => (p["ai_knowledge"], p["ai_use"]) = yes
                ? rank < 0.22 ? ("none", "never") : rank < 0.40 ? ("basic", "never") : ("none", "sometimes")
                : rank < 0.78 ? ("basic", "sometimes") : rank < 0.92 ? ("good", "often") : ("expert", "often")) { Variables = ["ai_knowledge", "ai_use"] },
        new("growth", 0.62, Everyone, p => 0.6 * p.Ease + Of(p, "role", "manager 0.5") + Of(p, "subsector", "audiovisual 0.4, crafts -0.4"),
            (p, yes, rank) => p["growth"] = yes ? "grow" : rank < 0.94 ? "same" : "shrink") { DontKnow = 0.05 },
        new("obstacle_employee", 0.36, p => p["status"] == "employee", p => -0.3 * p.Ease, (p, yes, rank) => p["obstacle_employee"] = yes ? "expertise" : Other(rank, "time money equipment rules data resistance concerns none")) { RatherNot = 0.008 },
        new("obstacle_self", 0.46, p => p["status"] == "self_employed", p => -0.4 * p.Ease + Of(p, "role", "artist 0.3"), (p, yes, rank) => p["obstacle_self"] = yes ? "concerns" : Other(rank, "start confidence time money equipment data rules none")) { RatherNot = 0.008 },
        Difficulty("needs", 0.55), Difficulty("content", 0.54), Difficulty("offer", 0.52),
    ];

    public static void Give(List<Person> people, Dice dice)
    {
        foreach (var figure in Figures) figure.Give(people, dice);
    }

    static Figure Difficulty(string of, double share) => new("difficulty." + of, share, Everyone, p => -0.7 * p.Ease + Of(p, "status", "self_employed 0.25"),
        (p, yes, rank) => p["difficulty." + of] = yes ? rank < 0.18 ? "very_hard" : "hard" : rank < 0.86 ? "easy" : "very_easy");

    static string Other(double rank, string codes) => codes.Split(' ') is var all ? all[(int)(rank * 1000) % all.Length] : "";

    static double Of(Person person, string variable, string effects) =>
        effects.Split(", ").Select(e => e.Split(' ')).Where(e => e[0] == person[variable]).Sum(e => double.Parse(e[1], CultureInfo.InvariantCulture));
}

/// <summary>Uses, impact along the chain, three piles of tasks, the organisation’s rules: plausible, drawn freely, shown in no portrait.</summary>
static class Tasks
{
    public static readonly string[] Links = ["creation", "production", "dissemination", "management"];
    public static readonly (string Code, string Shares)[] Piles =
    [
        ("reports", "hand 70, keep 16, skill 8, dont_know 6"), ("email", "hand 66, keep 22, skill 6, dont_know 6"), ("planning", "hand 58, keep 26, skill 10, dont_know 6"),
        ("data", "hand 68, keep 12, skill 12, dont_know 8"), ("cocreation", "hand 6, keep 62, skill 26, dont_know 6"), ("strategy", "hand 8, keep 60, skill 26, dont_know 6"),
        ("programme", "hand 8, keep 66, skill 20, dont_know 6"), ("judgement", "hand 3, keep 34, skill 57, dont_know 6"), ("support", "hand 5, keep 38, skill 51, dont_know 6"),
    ];

    public static void Give(List<Person> people, Dice dice)
    {
        foreach (var person in people)
        {
            if (person["ai_use"] is "sometimes" or "often")
                person["ai_purposes"] = dice.Some("writing 60, grants 30, communication 45, translation 35, planning 20, data 18, research 40, creation 22", "writing");
            if (person["threat"] == "yes") person["threat_links"] = dice.Is(0.08) ? "everywhere" : dice.Some("creation 78, production 55, dissemination 28, management 10", "creation");
            foreach (var link in Links)
                person["impact." + link] = dice.Among(link == "management" ? "positive 44, mixed 30, negative 8, none 10, dont_know 6, not_applicable 2" : "positive 20, mixed 36, negative 26, none 8, dont_know 8, not_applicable 2");
            if (person["status"] == "organisation") person["obstacle_org"] = dice.Among("expertise 26, time 18, money 16, equipment 8, rules 10, data 8, resistance 5, concerns 4, none 3, dont_know 2");
            if (person["status"] != "self_employed")
            {
                person["org_policy"] = dice.Among("yes 14, partly 26, no 50, dont_know 9, prefer_not 1");
                person["org_decides"] = dice.Among("management 30, team 16, each 34, partner 6, nobody 8, dont_know 6");
                person["org_data"] = dice.Among("yes 24, partly 38, no 37, prefer_not 1");
                person["org_disclosure"] = dice.Among("yes 18, partly 20, no 38, dont_know 14, not_applicable 10");
            }

            foreach (var (task, shares) in Piles) person["piles." + task] = dice.Among(shares);
        }
    }
}

/// <summary>Importance and mastery of the twelve competencies, from 1 to 5; mastery follows ease.</summary>
static class Competencies
{
    public static readonly string[] Codes =
        ["recognise", "ethics", "limits", "choose", "integrate", "risk", "literacy", "detect", "evaluate", "prompt", "critical", "entrepreneur"];

    public static void Give(List<Person> people, Dice dice)
    {
        foreach (var person in people)
            foreach (var code in Codes)
            {
                person[$"comp.{code}.importance"] = dice.Is(0.03) ? "dont_know" : Step(3.9 + (code is "ethics" or "critical" or "limits" ? 0.4 : 0) + dice.Logistic() / 2);
                person[$"comp.{code}.mastery"] = dice.Is(0.04) ? "dont_know" : Step(2.2 + (code is "critical" or "literacy" ? 0.7 : 0) + 0.5 * person.Ease + dice.Logistic() / 2);
            }
    }

    static string Step(double level) => Math.Clamp((int)Math.Round(level), 1, 5).ToString(CultureInfo.InvariantCulture);
}

/// <summary>How people like to learn, and how long they have for it.</summary>
static class Learning
{
    public static void Give(List<Person> people, Dice dice)
    {
        foreach (var person in people)
        {
            person["formats"] = dice.Is(0.03) ? "none" : dice.Some("workshop 50, online_live 32, self_paced 36, coaching 34, peers 30, guide 24, talk 18", "workshop", most: 3);
            person["hours"] = dice.Is(0.12) ? "dont_know" : dice.Among("0 4, 1.5 6, 2 10, 3 16, 4 12, 6 18, 7.5 8, 10 12, 15 7, 20 5, 30 2");
        }
    }
}

/// <summary>Invented words in the respondent's language; they say what the 2025 consultation heard, in nobody's own words.</summary>
static class Words
{
    static readonly string[] HopesFr =
    [
        "Gagner du temps sur les demandes de subvention pour en garder à la création.", "Moins de tableaux à remplir, plus de temps avec les artistes.",
        "Je n’attends rien de l’IA, mais je veux comprendre ce que mes partenaires en font.", "Que l’on décide ensemble de ce qu’on lui confie.",
        "Traduire plus vite nos documents, avec une relecture humaine.", "Protéger les voix et les images des interprètes.", "Un cadre clair avant les outils.",
        "Mieux décrire nos collections sans y passer des mois.", "Garder l’écriture entre nos mains.", "Que les petits organismes ne soient pas laissés derrière.",
        "Faciliter la reddition de comptes.", "Rejoindre de nouveaux publics sans y perdre notre ton.",
    ];
    static readonly string[] HopesEn =
    [
        "Spending less time on reports and more in rehearsal.", "Clear rules first, tools second.", "I want to know when something was made by AI.",
        "Help with grant applications in my second language.", "Nothing, as long as the craft stays ours.", "A shared list of tools that someone has actually tried.",
    ];
    static readonly string[] FearsFr =
    [
        "Que l’on remplace la relève avant même qu’elle ait appris.", "Perdre le contrôle de mes œuvres.", "Que tout finisse par se ressembler.", "Que la décision nous échappe.",
        "Dépenser pour des outils qui changent chaque mois.", "Entrer des données que je n’aurais pas dû confier.", "Oublier comment on fait sans.", "Ne pas être à niveau.",
    ];
    static readonly string[] FearsEn =
    [
        "Losing control over my own work.", "That beginners no longer get to learn the trade.", "Everything sounding the same.", "Trusting an answer nobody has checked.",
    ];
    static readonly string[] MoreFr = ["Ce que nous gardons pour nous, et pourquoi.", "Qui paie pour les outils?", "Comment on en parle entre collègues.", "Le temps que ça prend vraiment."];
    static readonly string[] MoreEn = ["What we do when the tool is wrong.", "Who decides in small teams?"];
    static readonly string[] NeedsFr =
    [
        "Une formation courte, près de chez moi, avec des exemples de mon métier.", "Savoir par où commencer.", "Des bases numériques avant de parler d’IA.",
        "Quelqu’un à appeler quand je bloque.", "Comprendre ce que deviennent les données que j’entre.", "Un modèle de politique pour une équipe de quatre personnes.",
        "Apprendre à vérifier ce que l’outil affirme.", "Du temps payé pour me former.", "Essayer avec des collègues, sans vendeur dans la salle.",
        "Reconnaître une image ou une musique générée.", "Savoir dire non, et pourquoi.", "Un accompagnement individuel, à mon rythme.",
    ];
    static readonly string[] NeedsEn =
    [
        "Someone to show me one real case from my field.", "A short course that does not assume I code.", "Knowing what happens to the files I upload.",
        "Learning to write a good instruction.", "A peer to talk to.", "A policy template our board can adopt.",
    ];

    public static void Give(List<Person> people, Dice dice)
    {
        foreach (var person in people)
        {
            var english = person["language"] == "en";
            if (dice.Is(0.34)) person["open.hope"] = dice.Pick(english ? HopesEn : HopesFr);
            if (dice.Is(0.27)) person["open.fear"] = dice.Pick(english ? FearsEn : FearsFr);
            if (dice.Is(0.05)) person["open.more"] = dice.Pick(english ? MoreEn : MoreFr);
            if (dice.Is(0.29)) person["open.need"] = dice.Pick(english ? NeedsEn : NeedsFr);
        }
    }
}

/// <summary>Answers arrive in bursts, after the call and after each reminder, by day.</summary>
static class Dates
{
    static readonly DateTime Opening = new(2026, 9, 14, 13, 0, 0, DateTimeKind.Utc);
    static readonly int[] Bursts = [0, 14, 35, 56];

    public static void Give(List<Person> people, Dice dice)
    {
        foreach (var person in people)
        {
            var days = dice.Pick(Bursts) - 4 * Math.Log(1 - dice.Next() * 0.95);
            person.SubmittedAt = Opening.AddDays(Math.Min(days, 66)).AddMinutes(600 * dice.Next());
            person["submitted_at"] = person.SubmittedAt.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        }
    }
}

static class Columns
{
    public static readonly string[] All =
    [
        "submitted_at", "language", "consent", "consent.version", "status", "role", "subsector", "region", "metro", "age", "sex", "ai_knowledge", "ai_use", "ai_purposes",
        "evolution", "growth", "threat", "threat_links", .. Tasks.Links.Select(l => "impact." + l), "obstacle_employee", "obstacle_self", "obstacle_org",
        "difficulty.needs", "difficulty.content", "difficulty.offer", .. Tasks.Piles.Select(p => "piles." + p.Code), "org_policy", "org_decides", "org_data", "org_disclosure",
        .. Competencies.Codes.SelectMany(c => new[] { $"comp.{c}.importance", $"comp.{c}.mastery" }), "formats", "hours", "open.hope", "open.fear", "open.need", "open.more",
    ];
}
