using Diapason.Statistics.Publication;

namespace Diapason.Statistics.Tests.Publication;

/// <summary>A campaign of made-up people, night after night: who is there, who was admitted when, and what was stored of each row.</summary>
internal sealed class Field(PublicationRules rules, int variables, int questions, int seed = 1)
{
    private readonly Random random = new(seed);
    private readonly EditionPlanner planner = new(rules);
    private Dictionary<RowId, RowState> states = [];

    public List<Person> People { get; } = [];

    public int Edition { get; private set; } = 1;

    public Dictionary<RowId, RowState> States => states;

    public Person Add(byte[] segments, bool[]? answered = null, bool invited = false)
    {
        var person = new Person { Key = (ulong)random.NextInt64(long.MinValue, long.MaxValue), Segments = segments, Answered = answered ?? [.. Enumerable.Repeat(true, questions)], Invited = invited };
        People.Add(person);
        return person;
    }

    public void Add(int people, params byte[] segments)
    {
        for (var i = 0; i < people; i++)
            Add(segments);
    }

    /// <summary>One nightly run; what it decides is published and stored.</summary>
    public EditionPlan Night(int day, bool closing = false, bool invitations = false)
    {
        var plan = planner.Plan(new NightlyRun(Edition, day, closing), Tonight(invitations), States.Values);
        states = plan.Rows.ToDictionary(r => r.Row, r => r.Next);
        if (plan.HasRows)
            Edition++;
        return plan;
    }

    public RowOutcome Outcome(int day, RowId row, bool closing = false, bool invitations = false) => Night(day, closing, invitations).Rows.Single(r => r.Row == row).Outcome;

    /// <summary>Those admitted, in the order of admission; newcomers are given the coming edition.</summary>
    public AdmittedAnswers Tonight(bool invitations = false)
    {
        foreach (var person in People.Where(p => p.There && p.AdmittedIn == 0))
            person.AdmittedIn = Edition;
        var there = People.Where(p => p.There).OrderBy(p => p.AdmittedIn).ToList();
        return new AdmittedAnswers([.. there.Select(p => p.AdmittedIn)], [.. there.Select(p => p.Key)], [.. Enumerable.Range(0, variables).Select(v => there.Select(p => p.Segments[v]).ToArray())],
            [.. Enumerable.Range(0, questions).Select(q => Bits(there, p => p.Answered[q]))], invitations ? Bits(there, p => p.Invited) : null);
    }

    private static ulong[] Bits(List<Person> people, Func<Person, bool> set)
    {
        var bits = new ulong[(people.Count + 63) / 64];
        for (var i = 0; i < people.Count; i++)
            bits[i >> 6] |= set(people[i]) ? 1UL << (i & 63) : 0;
        return bits;
    }
}

/// <summary>Somebody who answered.</summary>
internal sealed class Person
{
    public required ulong Key { get; init; }

    public required byte[] Segments { get; init; }

    public required bool[] Answered { get; init; }

    public bool Invited { get; init; }

    public int AdmittedIn { get; set; }

    public bool There { get; set; } = true;
}
