namespace Diapason.Statistics;

/// <summary>Mean and variance of a response, with its canonical link.</summary>
internal abstract class ModelFamily
{
    public static readonly ModelFamily Gaussian = new GaussianFamily();
    public static readonly ModelFamily Binomial = new BinomialFamily();
    public static readonly ModelFamily Poisson = new PoissonFamily();

    public abstract double Mean(double linear);

    /// <summary>dμ/dη, which is also the variance function: the links are canonical.</summary>
    public abstract double Slope(double mean);

    public abstract double StartingIntercept(double mean);

    public abstract bool Accepts(double response);

    public abstract string Accepted { get; }

    /// <summary>Twice the log-likelihood ratio to the saturated model.</summary>
    public abstract double Deviance(double response, double mean);

    private sealed class GaussianFamily : ModelFamily
    {
        public override string Accepted => "any number";

        public override double Mean(double linear) => linear;

        public override double Slope(double mean) => 1;

        public override double StartingIntercept(double mean) => mean;

        public override bool Accepts(double response) => true;

        public override double Deviance(double response, double mean) => (response - mean) * (response - mean);
    }

    private sealed class BinomialFamily : ModelFamily
    {
        public override string Accepted => "between 0 and 1";

        public override double Mean(double linear) => 1 / (1 + Math.Exp(-linear));

        public override double Slope(double mean) => mean * (1 - mean);

        public override double StartingIntercept(double mean) => Math.Log(mean / (1 - mean));

        public override bool Accepts(double response) => response is >= 0 and <= 1;

        public override double Deviance(double response, double mean) => 2 * (Part(response, mean) + Part(1 - response, 1 - mean));
    }

    private sealed class PoissonFamily : ModelFamily
    {
        public override string Accepted => "0 or more";

        public override double Mean(double linear) => Math.Exp(linear);

        public override double Slope(double mean) => mean;

        public override double StartingIntercept(double mean) => Math.Log(mean);

        public override bool Accepts(double response) => response >= 0;

        public override double Deviance(double response, double mean) => 2 * (Part(response, mean) - (response - mean));
    }

    private static double Part(double y, double mean) => y == 0 ? 0 : y * Math.Log(y / mean);
}
