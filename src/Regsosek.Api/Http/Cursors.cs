using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Regsosek.Data;
using Regsosek.Data.Protection;

namespace Regsosek.Api.Http;

/// <summary>A place in a list: the last row's sort value and key. Sealed, and bound to the client and the query it came from; it gives no
/// right to anything.</summary>
public sealed class Cursors(LiveKeyRing keys)
{
    private const int Nonce = 12, Tag = 16;

    public string Seal(CursorPlace place, Caller caller, string query)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(place, Json.Web);
        var box = new byte[Nonce + Tag + plain.Length];

        // From the content, not by chance: the same place in the same query is the same cursor, so that an ETag holds.
        var key = keys.Current.Cursor;
        HMACSHA256.HashData(key, (byte[])[.. Bound(caller, query), 0, .. plain]).AsSpan(0, Nonce).CopyTo(box);
        using var cipher = new AesGcm(key, Tag);
        cipher.Encrypt(box.AsSpan(0, Nonce), plain, box.AsSpan(Nonce + Tag), box.AsSpan(Nonce, Tag), Bound(caller, query));
        return Base64Url.EncodeToString(box);
    }

    public CursorPlace Open(string cursor, Caller caller, string query)
    {
        try
        {
            var (box, ring) = (Base64Url.DecodeFromChars(cursor), keys.Current);
            try
            {
                return Open(box, ring.Cursor, caller, query);
            }
            catch (AuthenticationTagMismatchException) when (ring.FormerCursor is not null)
            {
                // A page that was asked for before the key was changed.
                return Open(box, ring.FormerCursor, caller, query);
            }
        }
        catch (Exception fault) when (fault is FormatException or CryptographicException or OverflowException or JsonException or ArgumentException)
        {
            throw new ProblemException(Problems.InvalidCursor);
        }
    }

    private static CursorPlace Open(byte[] box, byte[] key, Caller caller, string query)
    {
        var plain = new byte[box.Length - Nonce - Tag];
        using var cipher = new AesGcm(key, Tag);
        cipher.Decrypt(box.AsSpan(0, Nonce), box.AsSpan(Nonce + Tag), box.AsSpan(Nonce, Tag), plain, Bound(caller, query));
        return JsonSerializer.Deserialize<CursorPlace>(plain, Json.Web)!;
    }

    private static byte[] Bound(Caller caller, string query) => Encoding.UTF8.GetBytes($"{caller.ClientId}\n{query}");
}

/// <summary>Sort value (null or as text) and key of the last row given.</summary>
public sealed record CursorPlace(long Key, string? Value);
