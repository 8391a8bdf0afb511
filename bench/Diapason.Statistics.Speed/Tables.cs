namespace Diapason.Statistics.Speed;

/// <summary>A table of shares three ways: the portrait's, the rows of a cross table, and its tests of independence; plain, raked and without clusters.</summary>
internal static class Tables
{
    public static void Run(string csv)
    {
        var (data, questions, margins) = Job.Read(csv);
        var (question, segment) = (questions[0], data.Categorical("domain"));
        var designs = new (string Name, Func<SurveyDesign> Make)[]
        {
            ("clusters", () => Job.Design(data)), ("raked", () => Job.Design(data).Rake(margins).Design), ("raked, no clusters", () => SurveyDesign.Independent(data.Numeric("w")).Rake(margins).Design),
        };
        foreach (var (name, make) in designs)
        {
            // A fresh design each time would count the raking: one is made, and what it computes once is paid by the run that warms up.
            var design = make();
            Clock.Time($"Shares, {name}", 5, () => design.Shares(question, segment));
            Clock.Time($"RowShares, {name}", 5, () => design.CrossTable(segment, question).RowShares());
            Clock.Time($"People, {name}", 5, () => design.CrossTable(segment, question).People());
            var before = GC.GetTotalAllocatedBytes(true);
            Clock.Time($"Association, {name}", 3, () => design.CrossTable(segment, question).Association());
            Console.WriteLine(FormattableString.Invariant($"{{\"step\":\"Association, {name}\",\"allocated_mb_a_run\":{(GC.GetTotalAllocatedBytes(true) - before) / 4e6:F1}}}"));
        }
    }
}
