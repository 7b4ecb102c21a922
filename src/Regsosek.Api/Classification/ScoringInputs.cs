using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Regsosek.Api.Classification;

/// <summary>What a scoring model may read of one family: the region, and the answers of the family and of the members present, each at the place of
/// its <see cref="FormVariable"/>. Models only read it, so many threads may share one.</summary>
/// <param name="province">Province in the coding of the Ministry of Home Affairs, as the regency.</param>
/// <param name="family"><see cref="FormVariables.OfAFamily"/> answers; <see cref="Unknown"/> where there is none.</param>
/// <param name="members"><see cref="FormVariables.OfAMember"/> answers of each member present, one after another.</param>
public sealed class ScoringInputs(string province, string regency, short[] family, short[] members)
{
    public const short Unknown = short.MinValue;

    /// <summary>The dependency ratio of a family in which nobody is of working age: above any that can be computed.</summary>
    public const double NobodyOfWorkingAge = 1_000;

    public string Province => province;

    public string Regency => regency;

    /// <summary>Members present (404 = 1 or 5).</summary>
    public int Members { get; } = members.Length / FormVariables.OfAMember;

    /// <summary>Persons under 15 or of 65 and over for each one between; an unknown age counts as working age.</summary>
    public double DependencyRatio
    {
        get
        {
            var dependants = 0;
            for (var i = 0; i < Members; i++) dependants += Member(i, FormVariables.Age.Place) is >= 0 and < 15 or >= 65 ? 1 : 0;
            return dependants == Members ? NobodyOfWorkingAge : (double)dependants / (Members - dependants);
        }
    }

    /// <summary>The first 16 bytes of SHA-256 over all of it: the same for the same answers only.</summary>
    public byte[] Digest()
    {
        ReadOnlySpan<byte> all = [.. Encoding.UTF8.GetBytes($"{province}/{regency}/{Members}/"), .. MemoryMarshal.AsBytes<short>(family), .. MemoryMarshal.AsBytes<short>(members)];
        return SHA256.HashData(all)[..16];
    }

    public short Family(int place) => family[place];

    public short Member(int member, int place) => members[member * FormVariables.OfAMember + place];
}
