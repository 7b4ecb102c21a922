using System.Security.Cryptography;
using System.Text.Json;

namespace Regsosek.Api.Classification;

/// <summary>Published documents never change, so they are read strictly and named by the SHA-256 of their bytes.</summary>
internal static class PublishedFile
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerOptions.Strict) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static (T Document, string Hash) Read<T>(string path)
    {
        var bytes = ReadBytes(path);
        var document = JsonSerializer.Deserialize<T>(bytes, Strict) ?? throw new InvalidDataException($"{path} is empty.");
        return (document, HashOf(bytes));
    }

    // A checkout that turned LF into CRLF would give the same document another name.
    public static byte[] ReadBytes(string path)
    {
        var bytes = File.ReadAllBytes(path);
        return bytes.Contains((byte)'\r') ? throw new InvalidDataException($"{path} has CR line ends; published files use LF.") : bytes;
    }

    public static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
