using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Regsosek.Data;
using Regsosek.Data.Protection;

namespace Regsosek.Api.Http;

/// <summary>A place in a list: the last row's sort value and key. Sealed, and bound to the client and the query it came from; it gives no
/// right to anything.</summary>
public sealed class Cursors(KeyRing keys)
{
    private const int Nonce = 12, Tag = 16;

    public string Seal(CursorPlace place, Caller caller, string query)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(place, Json.Web);
        var box = new byte[Nonce + Tag + plain.Length];

        // From the content, not by chance: the same place in the same query is the same cursor, so that an ETag holds.
        HMACSHA256.HashData(keys.Cursor, (byte[])[.. Bound(caller, query), 0, .. plain]).AsSpan(0, Nonce).CopyTo(box);
        using var cipher = new AesGcm(keys.Cursor, Tag);
        cipher.Encrypt(box.AsSpan(0, Nonce), plain, box.AsSpan(Nonce + Tag), box.AsSpan(Nonce, Tag), Bound(caller, query));
        return Base64Url.EncodeToString(box);
    }

    public CursorPlace Open(string cursor, Caller caller, string query)
    {
        try
        {
            var box = Base64Url.DecodeFromChars(cursor);
            var plain = new byte[box.Length - Nonce - Tag];
            using var cipher = new AesGcm(keys.Cursor, Tag);
            cipher.Decrypt(box.AsSpan(0, Nonce), box.AsSpan(Nonce + Tag), box.AsSpan(Nonce, Tag), plain, Bound(caller, query));
            return JsonSerializer.Deserialize<CursorPlace>(plain, Json.Web)!;
        }
        catch (Exception fault) when (fault is FormatException or CryptographicException or OverflowException or JsonException or ArgumentException)
        {
            throw new ProblemException(Problems.InvalidCursor);
        }
    }

    private static byte[] Bound(Caller caller, string query) => Encoding.UTF8.GetBytes($"{caller.ClientId}\n{query}");
}

/// <summary>Sort value (null or as text) and key of the last row given.</summary>
public sealed record CursorPlace(long Key, string? Value);
