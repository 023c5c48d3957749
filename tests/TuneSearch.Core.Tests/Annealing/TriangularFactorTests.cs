using MathNet.Numerics.LinearAlgebra;
using TuneSearch.Core.Annealing.Numerics;
using TuneSearch.Core.Randomness;

namespace TuneSearch.Core.Tests.Annealing;

public class TriangularFactorTests
{
    [Fact]
    public void Append_RowByRow_AgreesWithMathNet()
    {
        var (factor, matrix) = Random(23);
        var expected = matrix.Cholesky();

        factor.LogDeterminant.ShouldBe(expected.DeterminantLn, 1e-9);
        for (var i = 0; i < 23; i++)
        {
            factor.Row(i)[i].ShouldBe(expected.Factor[i, i], 1e-10);
        }
    }

    [Fact]
    public void Inverse_OfAFactor_AgreesWithMathNet()
    {
        var (factor, matrix) = Random(17);
        var expected = matrix.Inverse();
        var inverse = factor.Inverse();

        for (var i = 0; i < 17; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                inverse[i][j].ShouldBe(expected[i, j], 1e-9);
            }
        }
    }

    [Fact]
    public void SolveLowerThenUpper_OfAVector_SolvesTheSystem()
    {
        var (factor, matrix) = Random(13);
        double[] solved = [.. Enumerable.Range(1, 13).Select(i => (double)i)];
        factor.SolveLower(solved);
        factor.SolveUpper(solved);

        (matrix * Vector<double>.Build.DenseOfArray(solved)).ToArray().Select((v, i) => Math.Abs(v - (i + 1))).Max().ShouldBeLessThan(1e-9);
    }

    [Fact]
    public void Truncate_AfterAppending_IsAsIfNeverAppended()
    {
        var (factor, _) = Random(9);
        var before = factor.LogDeterminant;
        factor.Append(new double[9], 2);
        factor.Truncate(9);

        factor.Count.ShouldBe(9);
        factor.LogDeterminant.ShouldBe(before, 1e-12);
    }

    private static (TriangularFactor Factor, Matrix<double> Matrix) Random(int size)
    {
        var random = CounterRandom.For(1, "matrix");
        var half = Matrix<double>.Build.Dense(size, size);
        for (var i = 0; i < size * size; i++)
        {
            half[i / size, i % size] = random.NextGaussian();
        }

        var matrix = (half * half.Transpose()) + (Matrix<double>.Build.DenseIdentity(size) * 0.5);
        var factor = new TriangularFactor();
        for (var i = 0; i < size; i++)
        {
            factor.Append(matrix.Row(i).ToArray(), matrix[i, i]);
        }

        return (factor, matrix);
    }
}
