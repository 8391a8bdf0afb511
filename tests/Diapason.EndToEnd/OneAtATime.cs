// A browser, a server and a load at the same time on two cores would time the machine, not the product.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
