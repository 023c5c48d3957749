using System.Buffers.Binary;
using TuneSearch.Core.Storage;

namespace TuneSearch.Storage.LiteDb;

/// <summary>
/// What a file's first page says (LiteDB 5, Engine/Pages/HeaderPage.cs), read before LiteDB opens it: LiteDB takes what is no database of its own for
/// a new or a broken one and writes to it, and believes a file that was cut off until it reads the pages that are gone.
/// </summary>
internal static class LiteDbHeader
{
    private const int PageSize = 8192;
    private const int Mark = 32;
    private const int LastPage = 64;

    /// <exception cref="StoreException">There is a file, and it is no database or not all of one.</exception>
    public static void Require(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists || file.Length == 0)
        {
            return;
        }

        Span<byte> page = stackalloc byte[PageSize];
        using (var stream = file.Open(FileMode.Open, FileAccess.Read, FileShare.ReadWrite))
        {
            page = page[..stream.ReadAtLeast(page, PageSize, throwOnEndOfStream: false)];
        }

        if (page.Length < PageSize || !page[Mark..].StartsWith("** This is a LiteDB file **"u8))
        {
            throw LiteDbFailure.NoDatabase(path);
        }

        // With a log beside it the file's last pages may stand there still.
        var whole = (BinaryPrimitives.ReadUInt32LittleEndian(page[LastPage..]) + 1L) * PageSize;
        if (file.Length < whole && new FileInfo(Log(path)) is not { Exists: true, Length: > 0 })
        {
            throw LiteDbFailure.CutOff(path, file.Length, whole);
        }
    }

    /// <summary>The file in which LiteDB keeps pages until a checkpoint.</summary>
    public static string Log(string path) =>
        Path.Join(Path.GetDirectoryName(path), $"{Path.GetFileNameWithoutExtension(path)}-log{Path.GetExtension(path)}");
}
