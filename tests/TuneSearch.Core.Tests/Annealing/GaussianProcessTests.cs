using TuneSearch.Core.Annealing.Surrogates;
using TuneSearch.Core.Randomness;

namespace TuneSearch.Core.Tests.Annealing;

public class GaussianProcessTests
{
    private static readonly AxisShape[] Shapes = [new(true, [0, 0.4, 0.6, 0.75, 0.9, 1]), new(true), new(false)];

    [Fact]
    public void Gradient_OfTheLogLikelihood_AgreesWithDifferences()
    {
        var parameters = new KernelParameters(3, [-0.4, 0.1, -0.2, -3, -0.3, 0.4, 0.5]);
        var gradient = KernelGradient.Of(Process(parameters));

        for (var i = 0; i < gradient.Length; i++)
        {
            var (up, down) = (parameters.Copy(), parameters.Copy());
            up.Vector[i] += 1e-5;
            down.Vector[i] -= 1e-5;
            var slope = (Process(up).LogLikelihood - Process(down).LogLikelihood) / 2e-5;

            // The gradient leaves out how the integrated mean's variance changes, which is small beside the rest.
            gradient[i].ShouldBe(slope, 0.4);
        }
    }

    [Fact]
    public void FittedMeans_OfThePoints_AreThePredictions()
    {
        var process = Process(new KernelParameters(3, [-0.4, 0.1, -0.2, -2, -0.3, 0.4, 0.5]));
        var means = process.FittedMeans(Values());

        for (var i = 0; i < process.Count; i++)
        {
            process.PredictAt([process.Points[0][i], process.Points[1][i], process.Points[2][i]], process.Identity(i)).Mean.ShouldBe(means[i], 1e-6);
        }
    }

    [Fact]
    public void Move_AlongAnAxis_AgreesWithAFreshRow()
    {
        var process = Process(new KernelParameters(3, [-0.4, 0.1, -0.2, -3, -0.3, 0.4, 0.5]));
        var (moved, fresh) = (new double[process.Count], new double[process.Count]);
        process.Kernel.Row([0.2, 0.8, 1], process.Points, moved, process.Count);
        process.Kernel.Move(2, 1, 2, process.Points, moved, process.Count);
        process.Kernel.Row([0.2, 0.8, 2], process.Points, fresh, process.Count);

        moved.Select((value, i) => Math.Abs(value - fresh[i])).Max().ShouldBeLessThan(1e-12);
    }

    [Fact]
    public void Move_AlongListedNumbers_AgreesWithAFreshRow()
    {
        var process = Process(new KernelParameters(3, [-0.4, 0.1, -0.2, -3, -0.3, 0.4, 0.5]));
        var (moved, fresh) = (new double[process.Count], new double[process.Count]);
        process.Kernel.Row([0.2, 0.8, 1], process.Points, moved, process.Count);
        process.Kernel.Move(0, 0.2, 0.8, process.Points, moved, process.Count);
        process.Kernel.Row([0.8, 0.8, 1], process.Points, fresh, process.Count);

        moved.Select((value, i) => Math.Abs(value - fresh[i])).Max().ShouldBeLessThan(1e-12);
    }

    [Fact]
    public void Row_AlongListedNumbers_LeansToPlacesOrToRatios()
    {
        // Of 1, 8 and 10, by their places 8 is as far from 1 as from 10; by ratios it is nearer to 10.
        NearerToTheLast(-6).ShouldBe(0, 0.01);
        NearerToTheLast(6).ShouldBeGreaterThan(0.2);

        static double NearerToTheLast(double lean)
        {
            var kernel = new ProductKernel([new(true, [0, 0.9, 1])], new KernelParameters(1, [-0.5, -3, 0, 0, lean]));
            var row = new double[2];
            kernel.Row([0.5], [[0, 1]], row, 2);
            return row[1] - row[0];
        }
    }

    [Fact]
    public void Row_SeenHot_DoesNotTakeListedNumbersForAlikeByRatios()
    {
        var believes = new KernelParameters(1, [-0.5, -3, 0, 0, 6]);
        AlikeWithTheLast(believes).ShouldBe(1, 0.01);
        AlikeWithTheLast(believes.Heated(1)).ShouldBeLessThan(0.9);

        static double AlikeWithTheLast(KernelParameters parameters)
        {
            var row = new double[1];
            new ProductKernel([new(true, [0, 0.99, 1])], parameters).Row([0.5], [[1]], row, 1);
            return row[0];
        }
    }

    [Fact]
    public void Predict_FarFromEverything_IsUnsure()
    {
        var process = Process(new KernelParameters(3, [-3, -3, -3, -6, -3, 0, 0]));

        process.PredictAt([1, 50, 7], -1).Variance.ShouldBeGreaterThan(process.PredictAt([process.Points[0][0], process.Points[1][0], process.Points[2][0]], 0).Variance);
    }

    private static double[] Values()
    {
        var random = CounterRandom.For(2, "values");
        return [.. Enumerable.Range(0, 30).Select(i => Math.Sin(i / 2) + (0.1 * random.NextGaussian()))];
    }

    private static GaussianProcess Process(KernelParameters parameters)
    {
        var random = CounterRandom.For(1, "points");
        var process = new GaussianProcess(Shapes, parameters);
        for (var i = 0; i < 15; i++)
        {
            double[] point = [random.NextInt32(6) / 5.0, random.NextDouble(), random.NextInt32(3)];
            process.Append(point, i);
            process.Append(point, i);
        }

        process.Observe(Values());
        return process;
    }
}
