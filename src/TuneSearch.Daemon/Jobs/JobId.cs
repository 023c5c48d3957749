using System.Globalization;
using System.Text;

namespace TuneSearch.Daemon.Jobs;

/// <summary>Ids of jobs: the name as a slug and a number, so that they can be read, typed and put in a URL.</summary>
internal static class JobId
{
    private const int MaxSlug = 40;

    /// <summary>The id with the lowest number above those taken: «eu-west-nightly-3».</summary>
    public static string Next(string name, IEnumerable<string> taken)
    {
        var slug = Slug(name);
        var highest = taken.Select(id => NumberAfter(slug, id)).DefaultIfEmpty(0).Max();
        return string.Create(CultureInfo.InvariantCulture, $"{slug}-{highest + 1}");
    }

    private static int NumberAfter(string slug, string id) =>
        id.Length > slug.Length + 1 && id.StartsWith(slug, StringComparison.Ordinal) && id[slug.Length] == '-'
        && int.TryParse(id.AsSpan(slug.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : 0;

    private static string Slug(string name)
    {
        var slug = new StringBuilder();
        foreach (var c in name.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(c);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }

            if (slug.Length == MaxSlug)
            {
                break;
            }
        }

        var text = slug.ToString().Trim('-');
        return text.Length == 0 ? "job" : text;
    }
}
