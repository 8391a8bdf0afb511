using System.Text.RegularExpressions;

namespace Diapason.Forms;

/// <summary><c>regex(words, 'pattern')</c>: whether the pattern is found in the words. Its time grows with their length and no faster, whatever the pattern.</summary>
internal sealed class RegexNode(ExpressionNode words, LiteralNode pattern, Regex regex, int position) : TruthNode(position)
{
    private const int LongestPattern = 1000;

    public override IEnumerable<ExpressionNode> Operands => [words];

    /// <summary>The pattern; <see langword="null"/> when it cannot be read or asks for what would take unbounded time, such as a look ahead.</summary>
    public static Regex? Compile(string pattern)
    {
        if (pattern.Length > LongestPattern) return null;
        try
        {
            return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception bad) when (bad is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    public override Truth Decide(in AnswerScope scope) => Of(regex.IsMatch(words.Evaluate(scope).AsText()));

    public override void Check(ExpressionCheck check) => check.All(words);

    public override void Write(ExpressionWriter writer) => writer.Call("regex", words, pattern);
}
