using System.Linq.Expressions;
using Diapason.Platform.Councils;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Platform.Data;

/// <summary>The one query filter of the house: a context sees the rows of its council.</summary>
internal static class CouncilFilter
{
    public const string Name = "council";

    /// <summary>Adds the filter to every entity that a council owns. <paramref name="db"/> stands in the expression for whichever context runs the query.</summary>
    public static void Apply(ModelBuilder model, DiapasonDb db)
    {
        var council = Expression.Property(Expression.Constant(db), nameof(DiapasonDb.CouncilId));
        foreach (var type in model.Model.GetEntityTypes().Select(entity => entity.ClrType).Where(IsOwned).ToList())
        {
            var row = Expression.Parameter(type, "row");
            var owner = Expression.Property(row, nameof(ICouncilOwned.CouncilId));
            model.Entity(type).HasQueryFilter(Name, Expression.Lambda(Expression.Equal(owner, Expression.Convert(council, owner.Type)), row));
        }
    }

    public static bool IsOwned(Type entity) => entity.IsAssignableTo(typeof(ICouncilOwned)) || entity.IsAssignableTo(typeof(IPerhapsCouncilOwned));
}
