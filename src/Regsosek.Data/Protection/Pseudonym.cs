using System.Security.Cryptography;
using System.Text;

namespace Regsosek.Data.Protection;

/// <summary>Pairwise pseudonyms: one AES block of the id under the partner's own key. Two partners cannot join what they hold; the hub
/// can read it back.</summary>
public sealed class Pseudonym : IDisposable
{
    private readonly Aes _aes = Aes.Create();

    public Pseudonym(KeyRing keys, string partner) =>
        _aes.Key = HKDF.DeriveKey(HashAlgorithmName.SHA256, keys.Pairwise, 32, info: Encoding.UTF8.GetBytes("pairwise:" + partner));

    public Guid Of(Guid id)
    {
        Span<byte> block = stackalloc byte[16];
        id.TryWriteBytes(block);
        _aes.EncryptEcb(block, block, PaddingMode.None);
        return new Guid(block);
    }

    public Guid Read(Guid pseudonym)
    {
        Span<byte> block = stackalloc byte[16];
        pseudonym.TryWriteBytes(block);
        _aes.DecryptEcb(block, block, PaddingMode.None);
        return new Guid(block);
    }

    public void Dispose() => _aes.Dispose();
}
