using Xunit;

namespace Diapason.Tests.House;

/// <summary>Tests that measure the whole process, or listen to it: they run when no other test is left, one after the other.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
