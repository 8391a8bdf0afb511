namespace Diapason.Statistics;

/// <summary>A response with its canonical link: what it accepts, and how far it is from a linear predictor.</summary>
internal abstract class ModelFamily
{
    public static readonly ModelFamily Gaussian = new GaussianFamily();
    public static readonly ModelFamily Binomial = new BinomialFamily();
    public static readonly ModelFamily Poisson = new PoissonFamily();

    /// <summary>Whether one step of Newton's method reaches the solution.</summary>
    public virtual bool IsLinear => false;

    public abstract string Accepted { get; }

    public abstract bool Accepts(double response);

    public abstract double StartingIntercept(double mean);

    /// <summary>y − μ, kept exact as μ nears y: categories separated perfectly must never look like a solution.</summary>
    public abstract double Residual(double response, double linear);

    /// <summary>dμ/dη, which is also the variance function: the links are canonical.</summary>
    public abstract double Slope(double linear);

    /// <summary>Twice the log-likelihood ratio to the saturated model.</summary>
    public abstract double Deviance(double response, double linear);

    private static double LogOr0(double y, double x) => y == 0 ? 0 : y * Math.Log(x);

    private sealed class GaussianFamily : ModelFamily
    {
        public override bool IsLinear => true;

        public override string Accepted => "any number";

        public override bool Accepts(double response) => true;

        public override double StartingIntercept(double mean) => mean;

        public override double Residual(double response, double linear) => response - linear;

        public override double Slope(double linear) => 1;

        public override double Deviance(double response, double linear) => (response - linear) * (response - linear);
    }

    private sealed class BinomialFamily : ModelFamily
    {
        public override string Accepted => "between 0 and 1";

        public override bool Accepts(double response) => response is >= 0 and <= 1;

        public override double StartingIntercept(double mean) => Math.Log(mean / (1 - mean));

        public override double Residual(double response, double linear) => (response * Logistic.Share(-linear)) - ((1 - response) * Logistic.Share(linear));

        public override double Slope(double linear) => Logistic.Density(linear);

        public override double Deviance(double response, double linear) =>
            2 * (LogOr0(response, response) + LogOr0(1 - response, 1 - response) + (response * Logistic.Softplus(-linear)) + ((1 - response) * Logistic.Softplus(linear)));
    }

    private sealed class PoissonFamily : ModelFamily
    {
        public override string Accepted => "0 or more";

        public override bool Accepts(double response) => response >= 0;

        public override double StartingIntercept(double mean) => Math.Log(mean);

        public override double Residual(double response, double linear) => response - Math.Exp(linear);

        public override double Slope(double linear) => Math.Exp(linear);

        public override double Deviance(double response, double linear) => 2 * (LogOr0(response, response) - (response * linear) - response + Math.Exp(linear));
    }
}
