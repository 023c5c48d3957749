using System.Globalization;

namespace TuneSearch.Benchmarks;

/// <summary>The <c>--name value</c> pairs after the verb.</summary>
public sealed class BenchmarkArguments(IReadOnlyList<string> arguments)
{
    public string Text(string name, string otherwise)
    {
        for (var i = 0; i + 1 < arguments.Count; i++)
        {
            if (arguments[i] == "--" + name)
            {
                return arguments[i + 1];
            }
        }

        return otherwise;
    }

    public int Number(string name, int otherwise) => int.Parse(Text(name, otherwise.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);

    public double Real(string name, double otherwise) => double.Parse(Text(name, otherwise.ToString("R", CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);

    public bool Has(string name) => arguments.Contains("--" + name);
}
