using System.Security.Cryptography;
using System.Text;
using Regsosek.Data.Protection;
using Regsosek.Data.Statistics;

namespace Regsosek.Api.Statistics;

/// <summary>How a cell is rounded: to the multiple of a step below or above, by a number drawn from the cell's identity under a secret of the hub. So a cell
/// has one figure, however it is asked for and in every run, it is right on average, and who knows neighbouring figures learns nothing about the draw.</summary>
public sealed class Rounding
{
    /// <summary>Families are given in multiples of it.</summary>
    public const int Families = 5;

    /// <summary>Persons are given in multiples of it: about those of five families, or the members of large ones would tell how many there are.</summary>
    public const int Persons = 20;

    /// <summary>From so many persons on a rate has tenths.</summary>
    public const int FinePersons = 1000;

    private readonly byte[] _key;

    public Rounding(LiveKeyRing keys)
        : this(HKDF.DeriveKey(HashAlgorithmName.SHA256, keys.Current.Pairwise, 32, info: "statistics"u8.ToArray()))
    {
    }

    /// <summary>The key never changes: a cell that is rounded anew tells more than one that is not.</summary>
    internal Rounding(byte[] key) => _key = key;

    /// <summary>Figures of a cell that is not hidden.</summary>
    public RoundedCell Of(SummaryCell cell)
    {
        Span<byte> draw = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{cell.Cube}|{cell.Region}|{cell.First}|{cell.Second}"), draw);
        var ofFamilies = (int)(BitConverter.ToUInt32(draw) % Families);
        var persons = Math.Max(Persons, Step(cell.Persons, Persons, (int)(BitConverter.ToUInt32(draw[4..]) % Persons)));
        return new(Step(cell.Families, Families, ofFamilies), persons, Step(cell.Held, Families, ofFamilies), Rate(cell, persons));
    }

    private static long Step(long count, int step, int draw) => (count + draw) / step * step;

    /// <summary>Tenths of a percent where there are a thousand persons, whole ones below.</summary>
    private static double? Rate(SummaryCell cell, long shown) =>
        cell.Likelihood is { } sum && cell.Persons > 0 ? Math.Round(sum / 1e6 / cell.Persons, shown >= FinePersons ? 1 : 0) : null;
}

/// <summary>What is shown of a cell.</summary>
/// <param name="Held">Rounded with the same draw as the ranked families, so that both are equal where all are ranked.</param>
/// <param name="PovertyRate">Mean likelihood of its persons in percent; null by a model that gives none.</param>
public readonly record struct RoundedCell(long Families, long Persons, long Held, double? PovertyRate);
