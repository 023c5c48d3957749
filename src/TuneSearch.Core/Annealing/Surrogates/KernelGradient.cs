using System.Runtime.Intrinsics;
using TuneSearch.Core.Annealing.Numerics;

namespace TuneSearch.Core.Annealing.Surrogates;

/// <summary>How the log likelihood changes with each of the kernel's parameters: half the trace of (ααᵀ/σ² − K⁻¹) dK (Rasmussen and Williams, 5.9).</summary>
internal static class KernelGradient
{
    private const int Width = 4;

    public static double[] Of(GaussianProcess process)
    {
        var axes = process.Points.Length;
        var count = process.Count;
        var parameters = process.Parameters;
        var gradient = new double[parameters.Vector.Length];
        var inverse = process.Factor.Inverse();
        var alpha = process.Residuals.ToArray();
        process.Factor.SolveUpper(alpha);
        var trace = 0.0;
        for (var i = 0; i < count; i++)
        {
            trace += (alpha[i] * alpha[i] / process.Scale) - inverse[i][i];
        }

        var repeated = 0.0;
        var pull = new double[count];
        var inverses = new double[count];
        for (var i = 1; i < count; i++)
        {
            Pulls(process, inverse[i], alpha, i, pull, ref repeated);
            Array.Clear(inverses, 0, i);
            var nextLean = parameters.FirstLean;
            for (var axis = 0; axis < axes; axis++)
            {
                if (process.Kernel.Levels(axis) is { } levels)
                {
                    var (length, lean) = levels.Gradient(process.Points[axis], i, pull, inverses);
                    gradient[axis] += length;
                    gradient[nextLean++] += lean;
                }
                else
                {
                    gradient[axis] += AlongAxis(process.Kernel, process.Points[axis], axis, i, pull, inverses);
                }
            }

            var constant = axes / (1 + process.Kernel.Shared);
            for (var j = 0; j < i; j++)
            {
                gradient[parameters.Shared] += process.Kernel.Shared * pull[j] * (inverses[j] - constant);
            }
        }

        gradient[parameters.Nugget] = (0.5 * trace * process.Nugget) + (repeated * process.Ruggedness);
        gradient[parameters.Rugged] = repeated * process.Ruggedness * (1 - process.RuggedShare);
        return gradient;
    }

    /// <summary>The pull on each entry of a row of K, times the entry itself (its smooth part), since every derivative of a product has it as a factor.</summary>
    private static void Pulls(GaussianProcess process, double[] inverse, double[] alpha, int i, double[] pull, ref double repeated)
    {
        var point = new double[process.Points.Length];
        for (var axis = 0; axis < point.Length; axis++)
        {
            point[axis] = process.Points[axis][i];
        }

        process.Kernel.Row(point, process.Points, pull, i);
        for (var j = 0; j < i; j++)
        {
            var sensitivity = (alpha[i] * alpha[j] / process.Scale) - inverse[j];
            if (process.Identity(i) == process.Identity(j))
            {
                repeated += sensitivity;
            }

            pull[j] *= sensitivity;
        }
    }

    private static double AlongAxis(ProductKernel kernel, double[] points, int axis, int i, double[] pull, double[] inverses)
    {
        var sum = Vector256<double>.Zero;
        Span<double> squares = stackalloc double[Width];
        Span<double> pulls = stackalloc double[Width];
        for (var j = 0; j < i; j += Width)
        {
            var lanes = Math.Min(Width, i - j);
            squares.Clear();
            pulls.Clear();
            for (var lane = 0; lane < lanes; lane++)
            {
                squares[lane] = kernel.SquaredArgument(axis, points[i], points[j + lane]);
                pulls[lane] = pull[j + lane];
            }

            var square = Vector256.Create<double>(squares);
            var argument = Vector256.Sqrt(square);
            var decay = PortableMath.Exp(-argument);
            var matern = (Vector256<double>.One + argument + (square * (1.0 / 3))) * decay;
            var inverse = Vector256<double>.One / (matern + Vector256.Create(kernel.Shared));
            sum += Vector256.Create<double>(pulls) * inverse * square * (1.0 / 3) * (Vector256<double>.One + argument) * decay;
            for (var lane = 0; lane < lanes; lane++)
            {
                inverses[j + lane] += inverse[lane];
            }
        }

        return (sum[0] + sum[1]) + (sum[2] + sum[3]);
    }
}
