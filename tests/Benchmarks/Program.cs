using TuneSearch.Benchmarks;

return await BenchmarkCatalogue.RunAsync(args);
