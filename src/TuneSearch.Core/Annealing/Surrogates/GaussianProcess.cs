using TuneSearch.Core.Annealing.Numerics;

namespace TuneSearch.Core.Annealing.Surrogates;

/// <summary>Gaussian process regression with an unknown constant mean, an unknown scale, and a nugget that is part ruggedness, part noise.</summary>
/// <remarks>
/// Rasmussen and Williams, «Gaussian Processes for Machine Learning», 2006, chapters 2 and 5. Ruggedness belongs to the configuration: it comes again
/// when the configuration is measured again, and an estimate of a measured configuration contains it; noise does not. Repeated measurements tell them
/// apart, without them the prior does.
/// </remarks>
internal sealed class GaussianProcess
{
    private const double Jitter = 1e-8;
    private const double MeanPrecision = 0.1;
    private const double ScaleStrength = 2;
    private readonly TriangularFactor _factor = new();
    private readonly List<int> _identities = [];
    private double[][] _points;
    private double[] _ones = [];
    private double[] _residuals = [];
    private double _onesSquared;

    public GaussianProcess(AxisShape[] shapes, KernelParameters parameters)
    {
        Kernel = new ProductKernel(shapes, parameters);
        Parameters = parameters;
        Nugget = PortableMath.Exp(parameters.Vector[parameters.Nugget]);
        RuggedShare = 1 / (1 + PortableMath.Exp(-parameters.Vector[parameters.Rugged]));
        _points = [.. shapes.Select(_ => new double[16])];
    }

    public ProductKernel Kernel { get; }

    public KernelParameters Parameters { get; }

    public int Count => _factor.Count;

    public double[][] Points => _points;

    /// <summary>Variance that smooth functions do not explain, as a share of the signal's.</summary>
    public double Nugget { get; }

    public double RuggedShare { get; }

    public double Ruggedness => Nugget * RuggedShare;

    /// <summary>Variance of the signal, on the scale of the values.</summary>
    public double Scale { get; private set; } = 1;

    /// <summary>Variance of the noise of one measurement, on the scale of the values.</summary>
    public double Noise => Nugget * (1 - RuggedShare) * Scale;

    public double Mean { get; private set; }

    /// <summary>Logarithm of the marginal likelihood of the values, scale and mean integrated out or profiled, without the prior of the parameters.</summary>
    public double LogLikelihood { get; private set; }

    public ReadOnlySpan<double> Residuals => _residuals;

    public TriangularFactor Factor => _factor;

    public int Identity(int index) => _identities[index];

    /// <param name="identity">Equal for measurements of the same configuration.</param>
    public void Append(ReadOnlySpan<double> positions, int identity)
    {
        var count = Count;
        if (_points.Length > 0 && count == _points[0].Length)
        {
            _points = [.. _points.Select(axis => axis.Concat(new double[axis.Length]).ToArray())];
        }

        var row = new double[count];
        Kernel.Row(positions, _points, row, count);
        AddRuggedness(row, identity);
        _factor.Append(row, 1 + Nugget + Jitter);
        for (var axis = 0; axis < _points.Length; axis++)
        {
            _points[axis][count] = positions[axis];
        }

        _identities.Add(identity);
    }

    /// <summary>Forgets the last points, so that <paramref name="count"/> stay. Values have to be given again.</summary>
    public void Truncate(int count)
    {
        _factor.Truncate(count);
        _identities.RemoveRange(count, _identities.Count - count);
    }

    /// <summary>Gives the points their values, in the order in which they were appended.</summary>
    public void Observe(ReadOnlySpan<double> values)
    {
        var count = Count;
        _ones = new double[count];
        Array.Fill(_ones, 1);
        _factor.SolveLower(_ones);
        _residuals = values[..count].ToArray();
        _factor.SolveLower(_residuals);
        _onesSquared = Lanes.Dot(_ones, _ones, count) + MeanPrecision;
        Mean = Lanes.Dot(_ones, _residuals, count) / _onesSquared;
        Lanes.AddScaled(-Mean, _ones, _residuals, count);
        Scale = (Lanes.Dot(_residuals, _residuals, count) + ScaleStrength) / (count + ScaleStrength);
        LogLikelihood = -0.5 * (((count + ScaleStrength) * PortableMath.Log(Scale)) + _factor.LogDeterminant + PortableMath.Log(_onesSquared));
    }

    /// <summary>The belief about a configuration's true cost.</summary>
    /// <param name="correlations">Its row of the kernel; used up.</param>
    /// <param name="identity">Negative for a configuration that was never measured.</param>
    public Belief Predict(Span<double> correlations, int identity)
    {
        var row = correlations[..Count];
        if (identity >= 0)
        {
            AddRuggedness(row, identity);
        }

        _factor.SolveLower(row);
        var explained = Lanes.Dot(row, row, Count);
        var unsure = 1 - Lanes.Dot(row, _ones, Count);
        var variance = 1 + Ruggedness - explained + (unsure * unsure / _onesSquared);
        return new Belief(Mean + Lanes.Dot(row, _residuals, Count), Scale * Math.Max(1e-12, variance));
    }

    /// <summary>The means of the beliefs about the points themselves, which need no prediction: each value less the noise that the model sees in it.</summary>
    /// <param name="believed">Share of that noise that is taken to be noise indeed, 0 to 1; the rest stays with the configuration.</param>
    public double[] FittedMeans(ReadOnlySpan<double> values, double believed = 1)
    {
        var alpha = _residuals.ToArray();
        _factor.SolveUpper(alpha);
        var means = values[..Count].ToArray();
        Lanes.AddScaled(-((Nugget * (1 - RuggedShare) * believed) + Jitter), alpha, means, Count);
        return means;
    }

    public Belief PredictAt(ReadOnlySpan<double> positions, int identity)
    {
        var row = new double[Count];
        Kernel.Row(positions, _points, row, Count);
        return Predict(row, identity);
    }

    private void AddRuggedness(Span<double> row, int identity)
    {
        for (var i = 0; i < row.Length; i++)
        {
            if (_identities[i] == identity)
            {
                row[i] += Ruggedness;
            }
        }
    }
}
