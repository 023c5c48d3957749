using System.Reflection;

namespace TuneSearch.Benchmarks;

/// <summary>Finds the benchmarks of this assembly and runs the one that was asked for.</summary>
public static class BenchmarkCatalogue
{
    public static async Task<int> RunAsync(string[] args)
    {
        var known = Assembly.GetExecutingAssembly().GetTypes()
            .Where(type => type.IsAssignableTo(typeof(IBenchmark)) && !type.IsAbstract)
            .Select(type => (IBenchmark)Activator.CreateInstance(type)!)
            .OrderBy(benchmark => benchmark.Name, StringComparer.Ordinal)
            .ToArray();
        var wanted = known.FirstOrDefault(benchmark => args.Length > 0 && benchmark.Name == args[0]);
        if (wanted is null)
        {
            Console.WriteLine("usage: dotnet run --project tests/Benchmarks -c Release -- NAME [--option value]");
            foreach (var benchmark in known)
            {
                Console.WriteLine($"  {benchmark.Name,-16} {benchmark.Summary}");
            }

            return 2;
        }

        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, e) =>
        {
            e.Cancel = true;
            stop.Cancel();
        };
        try
        {
            return await wanted.RunAsync(new BenchmarkArguments(args[1..]), stop.Token);
        }
        catch (DirectoryNotFoundException notFound)
        {
            await Console.Error.WriteLineAsync(notFound.Message);
            return 2;
        }
    }
}
