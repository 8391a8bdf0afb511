namespace Diapason.Statistics.Tests;

/// <summary>The six designs over R's api data.</summary>
internal static class ApiDesigns
{
    public static readonly string[] Names = ["srs", "strat", "stratN", "clus1", "clus1N", "clus2"];

    private static readonly string[] Numeric =
        ["api00", "api99", "enroll", "api.stu", "ell", "meals", "mobility", "pw", "fpc"];

    public static SurveyData Data(string name) => name switch
    {
        "srs" => Oracle.Data("apisrs", Numeric),
        "strat" or "stratN" => Oracle.Data("apistrat", Numeric),
        "clus1" or "clus1N" => Oracle.Data("apiclus1", Numeric),
        _ => Oracle.Data("apiclus2", [.. Numeric[..8], "fpc1", "fpc2"]),
    };

    public static SurveyDesign Of(string name)
    {
        var d = Data(name);
        return SurveyDesign.Create(d.Rows, name switch
        {
            "srs" => new DesignDescription { Populations = [d.Numeric("fpc")] },
            "strat" => new DesignDescription { Weights = d.Numeric("pw"), Strata = [Unit(d, "stype")], Populations = [d.Numeric("fpc")] },
            "stratN" => new DesignDescription { Weights = d.Numeric("pw"), Strata = [Unit(d, "stype")] },
            "clus1" => new DesignDescription { Weights = d.Numeric("pw"), Clusters = [Unit(d, "dnum")], Populations = [d.Numeric("fpc")] },
            "clus1N" => new DesignDescription { Weights = d.Numeric("pw"), Clusters = [Unit(d, "dnum")] },
            _ => new DesignDescription { Clusters = [Unit(d, "dnum"), Unit(d, "snum")], Populations = [d.Numeric("fpc1"), d.Numeric("fpc2")] },
        });
    }

    private static UnitColumn Unit(SurveyData data, string name) => UnitColumn.Of(data.Categorical(name));
}
