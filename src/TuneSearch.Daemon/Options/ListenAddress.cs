using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace TuneSearch.Daemon.Options;

/// <summary>A parsed <c>http://ADDRESS:PORT</c>.</summary>
/// <param name="Address"><c>localhost</c> is 127.0.0.1.</param>
public sealed record ListenAddress(IPAddress Address, int Port)
{
    public bool IsLoopback => IPAddress.IsLoopback(Address);

    /// <exception cref="FormatException">It is not of that form; settings are checked before anybody asks.</exception>
    public static ListenAddress Parse(string text) =>
        TryParse(text, out var address) ? address : throw new FormatException($"'{text}' is not of the form http://ADDRESS:PORT.");

    public static bool TryParse(string text, [NotNullWhen(true)] out ListenAddress? address)
    {
        address = null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttp || uri.PathAndQuery != "/" || uri.UserInfo.Length > 0)
        {
            return false;
        }

        // A port that is not written would be 80, which nobody means here.
        if (!text.TrimEnd('/').EndsWith($":{uri.Port}", StringComparison.Ordinal))
        {
            return false;
        }

        if (uri.Host == "localhost")
        {
            address = new ListenAddress(IPAddress.Loopback, uri.Port);
        }
        else if (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip))
        {
            address = new ListenAddress(ip, uri.Port);
        }

        return address is not null;
    }
}
