using TuneSearch.Core.Annealing.Numerics;

namespace TuneSearch.Core.Annealing.Surrogates;

/// <summary>The kernel's factor along an axis of listed numbers, for each two levels: Matérn 5/2 of their distance in the list and of their distance in
/// ratios, mixed.</summary>
/// <remarks>
/// Systems answer to ratios: one thread more matters less the more there are. Yet whoever wrote the list chose its levels as steps that matter, and
/// measured systems are uneven: of 1, 2, … 10, 100, 1000 ratios alone would take 9 for 10. The sum of two kernels is a sum of two functions;
/// how much each counts is learned (Duvenaud et al. 2013, «Structure discovery in nonparametric regression through compositional kernel search»).
/// </remarks>
internal sealed class LevelFactors
{
    private readonly int _levels;
    private readonly double[] _factor;
    private readonly double[] _inverse;
    private readonly double[] _alongLength;
    private readonly double[] _alongLean;

    /// <param name="rate">Five over the squared length scale.</param>
    /// <param name="lean">Log odds that ratios count rather than places in the list.</param>
    public LevelFactors(double[] ratios, double rate, double shared, double lean)
    {
        _levels = ratios.Length;
        _factor = new double[_levels * _levels];
        _inverse = new double[_levels * _levels];
        _alongLength = new double[_levels * _levels];
        _alongLean = new double[_levels * _levels];
        var root = Math.Sqrt(rate);
        var share = 1 / (1 + PortableMath.Exp(-lean));
        for (var i = 0; i < _levels; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var listed = new Matern(root * (i - j) / (_levels - 1));
                var inRatios = new Matern(root * Math.Abs(ratios[i] - ratios[j]));
                var mixed = shared + ((1 - share) * listed.Value) + (share * inRatios.Value);
                Set(_factor, i, j, mixed / (1 + shared));
                Set(_inverse, i, j, 1 / mixed);
                Set(_alongLength, i, j, (((1 - share) * listed.AlongLength) + (share * inRatios.AlongLength)) / mixed);
                Set(_alongLean, i, j, share * (1 - share) * (inRatios.Value - listed.Value) / mixed);
            }
        }
    }

    /// <summary>Multiplies a row by the factors at a position, and divides it by those at another where that is a number.</summary>
    public void Multiply(double position, double divideBy, double[] points, Span<double> row, int count)
    {
        var at = _factor.AsSpan(Level(position) * _levels, _levels);
        if (double.IsNaN(divideBy))
        {
            for (var i = 0; i < count; i++)
            {
                row[i] *= at[Level(points[i])];
            }

            return;
        }

        var before = _factor.AsSpan(Level(divideBy) * _levels, _levels);
        for (var i = 0; i < count; i++)
        {
            var level = Level(points[i]);
            row[i] *= at[level] / before[level];
        }
    }

    /// <summary>What the pulls on a row of the kernel's matrix say of the axis' length scale and of its lean; adds to each entry the inverse of its mixed factor.</summary>
    public (double Length, double Lean) Gradient(double[] points, int i, double[] pull, double[] inverses)
    {
        var (length, lean) = (0.0, 0.0);
        var start = Level(points[i]) * _levels;
        for (var j = 0; j < i; j++)
        {
            var at = start + Level(points[j]);
            length += pull[j] * _alongLength[at];
            lean += pull[j] * _alongLean[at];
            inverses[j] += _inverse[at];
        }

        return (length, lean);
    }

    private void Set(double[] table, int i, int j, double value)
    {
        table[(i * _levels) + j] = value;
        table[(j * _levels) + i] = value;
    }

    private int Level(double position) => (int)((position * (_levels - 1)) + 0.5);

    /// <summary>Matérn 5/2 and how it rises with the logarithm of the length scale.</summary>
    private readonly struct Matern
    {
        public Matern(double argument)
        {
            var decay = PortableMath.Exp(-argument);
            Value = (1 + argument + (argument * argument / 3)) * decay;
            AlongLength = argument * argument / 3 * (1 + argument) * decay;
        }

        public double Value { get; }

        public double AlongLength { get; }
    }
}
