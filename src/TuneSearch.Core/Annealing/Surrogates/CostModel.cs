using TuneSearch.Core.Randomness;

namespace TuneSearch.Core.Annealing.Surrogates;

/// <summary>What the search has learned of the landscape's costs: measurements in, Gaussian processes out.</summary>
/// <remarks>
/// Fits happen at measurement counts laid down beforehand and start from the fit before, so that the model is a function of the measurements in their
/// order: asked at any time or replayed after a restart, it is the same to the last bit. Between fits new points are appended to the processes.
/// </remarks>
/// <param name="noise">Standard deviation of one measurement in units of the cost, where it was measured beforehand.</param>
/// <param name="isNoisy">Whether there is noise all the same, as far as is known by now.</param>
internal sealed class CostModel(AxisShape[] shapes, ulong seed, bool choosesScale, bool hasHeavyTails, double? noise, Func<bool> isNoisy)
{
    private const int MostPointsInFit = 100;
    private const int FewestPointsInFit = 40;

    /// <summary>Squared points times axes that a fit may work on, to keep its steps within a proposal's time.</summary>
    private const double WorkOfFit = 1e5;
    private const int PointsInModel = 200;
    private const double GrowthBetweenFits = 0.05;

    /// <summary>Once the model leaves points out, another fit tells little that is new and is what a proposal's time goes into.</summary>
    private const double GrowthBetweenLateFits = 0.1;
    private const int EarlyTrials = 16;
    private const int StepsEarly = 25;
    private const int StepsLater = 6;
    private static readonly double[] Powers = [1, 0.5, 0];
    private readonly int _pointsInFit = Math.Clamp((int)Math.Sqrt(WorkOfFit / Math.Max(1, shapes.Length)), FewestPointsInFit, MostPointsInFit);
    private readonly List<double[]> _positions = [];
    private readonly List<int> _identities = [];
    private readonly List<double> _costs = [];
    private readonly Dictionary<double, KernelParameters> _fitted = [];
    private readonly Dictionary<double, GaussianProcess> _processes = [];
    private int[] _active = [];
    private double _power = 1;
    private int _seen;
    private int _lastFit;
    private int _lastChoice;
    private Dictionary<int, double> _estimates = [];
    private int _estimatesOf = -1;

    /// <summary>From the first fit on.</summary>
    public bool IsReady => _costs.Count >= 2;

    public int Count => _costs.Count;

    public PowerTransform Scale { get; private set; } = PowerTransform.For([0, 1], 1)!;

    /// <summary>The kernel's parameters as the latest fit found them, on the likeliest scale.</summary>
    public KernelParameters Parameters
    {
        get
        {
            CatchUp();
            return _fitted[_power];
        }
    }

    public void Add(double[] positions, int identity, double cost)
    {
        _positions.Add(positions);
        _identities.Add(identity);
        _costs.Add(cost);
    }

    /// <summary>The process as a walker of that temperature sees it: 1 believes the fit, above it the length scales shrink.</summary>
    public GaussianProcess At(double temperature)
    {
        CatchUp();
        if (!_processes.TryGetValue(temperature, out var process))
        {
            var parameters = _fitted[_power];
            _processes[temperature] = process = new GaussianProcess(shapes, temperature == 1 ? parameters : parameters.Heated(temperature));
        }

        if (process.Count < _active.Length)
        {
            for (var i = process.Count; i < _active.Length; i++)
            {
                process.Append(_positions[_active[i]], _identities[_active[i]]);
            }

            process.Observe(Values());
        }

        return process;
    }

    /// <summary>The values that belong to the processes' points.</summary>
    public double[] Values() => [.. _active.Select(i => Scale.Apply(_costs[i]))];

    /// <summary>The believed true cost of each configuration in the model, by identity, in the costs' own unit.</summary>
    public IReadOnlyDictionary<int, double> Estimates()
    {
        if (_estimatesOf == _costs.Count)
        {
            return _estimates;
        }

        _estimates = Estimates(1);
        _estimatesOf = _costs.Count;
        return _estimates;
    }

    /// <param name="believed">Share of the noise that the model sees that is taken out of the estimates, 0 to 1.</param>
    public Dictionary<int, double> Estimates(double believed)
    {
        var means = At(1).FittedMeans(Values(), believed);
        var estimates = new Dictionary<int, double>();
        for (var i = 0; i < _active.Length; i++)
        {
            estimates[_identities[_active[i]]] = Scale.Invert(means[i]);
        }

        return estimates;
    }

    private void CatchUp()
    {
        while (_seen < _costs.Count)
        {
            _seen++;
            if (_seen >= 2 && (_seen <= 20 || _seen - _lastFit >= Math.Floor(_seen * (_seen <= PointsInModel ? GrowthBetweenFits : GrowthBetweenLateFits))))
            {
                Fit(_seen);
                _active = Chosen(_seen, PointsInModel, "model");
                _processes.Clear();
            }
            else
            {
                _active = [.. _active, _seen - 1];
            }
        }

        Scale = PowerTransform.For(_costs, _power) ?? PowerTransform.For(_costs, 1)!;
    }

    private void Fit(int count)
    {
        var choosesNow = _fitted.Count == 0 || count <= 20 || count - _lastChoice >= count / 8 || PowerTransform.For(_costs[..count], _power) is null;
        var chosen = Chosen(count, _pointsInFit, "fit");
        var highest = double.NegativeInfinity;
        foreach (var power in choosesNow && choosesScale ? Powers : [_power])
        {
            var costs = chosen.Select(i => _costs[i]).ToArray();
            if (PowerTransform.For(costs, power) is not { } scale)
            {
                continue;
            }

            var prior = KernelPrior.For(shapes, NuggetOn(scale, costs), hasHeavyTails);
            var isFirst = !_fitted.TryGetValue(power, out var start);
            var fit = new KernelFit(shapes, prior, [.. chosen.Select(i => _positions[i])], [.. chosen.Select(i => _identities[i])], [.. costs.Select(scale.Apply)]);
            var (parameters, height) = fit.Climb(isFirst ? KernelParameters.Of(prior) : start, isFirst || count <= EarlyTrials ? StepsEarly : StepsLater);
            _fitted[power] = parameters;
            if (height + scale.LogJacobian > highest)
            {
                highest = height + scale.LogJacobian;
                _power = power;
            }
        }

        _lastFit = count;
        _lastChoice = choosesNow ? count : _lastChoice;
    }

    private NuggetPrior NuggetOn(PowerTransform scale, double[] costs)
    {
        if (noise is not { } deviation)
        {
            return isNoisy() ? NuggetPrior.Noisy(shapes.Length) : NuggetPrior.Usual;
        }

        var middle = costs.Order().ElementAt(costs.Length / 2);
        var spread = scale.Apply(middle + deviation) - scale.Apply(middle);
        return double.IsFinite(spread) ? NuggetPrior.Known(spread * spread) : NuggetPrior.Usual;
    }

    /// <summary>All measurements while they are few; then the best half and an even draw of the rest, in the order of measuring.</summary>
    private int[] Chosen(int count, int most, string purpose)
    {
        if (count <= most)
        {
            return [.. Enumerable.Range(0, count)];
        }

        var order = Enumerable.Range(0, count).OrderBy(i => _costs[i]).ThenBy(i => i).ToArray();
        var random = CounterRandom.For(seed, purpose, (ulong)count);
        random.Shuffle(order.AsSpan(most / 2));
        return [.. order.Take(most).Order()];
    }
}
