using System.Collections.Frozen;

namespace Regsosek.Data.Protection;

/// <summary>Numbers that somebody looks for. While keys are being changed a row may stand under the hash of either key; whichever it is,
/// it is known here by the hash of the key in use.</summary>
public sealed class Sought
{
    private readonly FrozenDictionary<string, byte[]> _former;

    public Sought(IReadOnlyList<string> numbers, Seal seal)
    {
        Asked = [.. numbers.Select(seal.Hash)];
        _former = numbers.Select((number, at) => (Former: seal.FormerHash(number), Hash: Asked[at])).Where(n => n.Former is not null)
            .DistinctBy(n => Convert.ToHexString(n.Former!)).ToFrozenDictionary(n => Convert.ToHexString(n.Former!), n => n.Hash);
    }

    /// <summary>The hash of each number, in the order asked.</summary>
    public IReadOnlyList<byte[]> Asked { get; }

    /// <summary>Every hash a row of them may have, once: the former ones first. A row goes from its former hash to its new one, so that whoever asks
    /// in this order, in however many statements, misses none on its way.</summary>
    public IEnumerable<byte[]> All => _former.Keys.Select(Convert.FromHexString).Concat(Asked.DistinctBy(Convert.ToHexString));

    /// <summary>The hash, by the key in use, of a number that was found under either.</summary>
    public byte[] Of(byte[] found) => _former.GetValueOrDefault(Convert.ToHexString(found)) ?? found;
}
