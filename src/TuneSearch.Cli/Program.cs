using TuneSearch.Core.Spaces;
using TuneSearch.Files;

foreach (var path in args.Skip(1))
{
    var report = new FileValidator(new NoCatalogue()).Validate(path);
    Console.WriteLine($"{path} {report.Kind} {report.Problems.Length}");
    foreach (var problem in report.Problems)
    {
        Console.WriteLine(problem);
    }
}

return 0;
