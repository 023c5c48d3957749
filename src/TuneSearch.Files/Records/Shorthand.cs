using TuneSearch.Core.Quantities;
using TuneSearch.Core.Spaces.Drafts;
using TuneSearch.Core.Workloads;
using TuneSearch.Files.Yaml;

namespace TuneSearch.Files.Records;

/// <summary>Short forms: one word where a set of keys could stand.</summary>
internal static class Shorthand
{
    /// <summary>The value that a single word stands for, or null where the type has no such form.</summary>
    public static object? Read(Type type, YamlScalar scalar)
    {
        if (scalar.IsEmpty)
        {
            return null;
        }

        if (type == typeof(ParameterDraft))
        {
            return new ParameterDraft(scalar.Text);
        }

        if (type == typeof(SizeDistribution) && Quantity.TryParse(scalar.Text, out var size)
            && size is { IsWhole: true, Dimension: Dimension.None or Dimension.Size, Value: > 0 and <= int.MaxValue })
        {
            return new FixedSize((int)size.Value);
        }

        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(FileOr<>)
            ? Activator.CreateInstance(type, scalar.Text, null)
            : null;
    }

    /// <summary>Why a word that is meant as a short form is none; null where it is not.</summary>
    public static (string Error, string Remedy)? Refusal(Type type, YamlScalar scalar) => type == typeof(SizeDistribution) && Quantity.TryParse(scalar.Text, out _)
        ? ($"'{scalar.Text}' is not a size in whole bytes", "Write one above 0: 1024, 64KiB, 1MB; or a distribution with its keys.")
        : null;

    /// <summary>The words of a command line: split at blanks, but not within quotes.</summary>
    public static IEnumerable<string> Words(string line)
    {
        var word = new System.Text.StringBuilder();
        var isOpen = false;
        char? quote = null;
        foreach (var c in line)
        {
            if (c == quote)
            {
                quote = null;
            }
            else if (quote is null && (c == '"' || c == '\''))
            {
                (quote, isOpen) = (c, true);
            }
            else if (quote is null && char.IsWhiteSpace(c))
            {
                if (isOpen)
                {
                    yield return word.ToString();
                }

                word.Clear();
                isOpen = false;
            }
            else
            {
                word.Append(c);
                isOpen = true;
            }
        }

        if (isOpen)
        {
            yield return word.ToString();
        }
    }
}
