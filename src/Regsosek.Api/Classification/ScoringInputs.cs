using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Regsosek.Api.Rules;
using Regsosek.Data.Households;

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
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{province}/{regency}/{Members}/"));
        hash.AppendData(MemoryMarshal.AsBytes<short>(family));
        hash.AppendData(MemoryMarshal.AsBytes<short>(members));
        return hash.GetHashAndReset()[..16];
    }

    public short Family(int place) => family[place];

    public short Member(int member, int place) => members[member * FormVariables.OfAMember + place];

    public static ScoringInputs Of(HouseholdRecord household, IEnumerable<PersonRecord> members, DateOnly on) =>
        Of(household, members, on, FormVariables.All);

    /// <param name="on">Day on which ages are taken.</param>
    /// <param name="variables">What to read; the rest is unknown.</param>
    public static ScoringInputs Of(HouseholdRecord household, IEnumerable<PersonRecord> members, DateOnly on, IReadOnlyList<FormVariable> variables)
    {
        var rows = new List<short>();
        foreach (var member in members.Where(m => m.IsPresent)) Append(rows, member, on, variables);
        return Of(household, CollectionsMarshal.AsSpan(rows), variables);
    }

    /// <param name="members">Answers of those present, as <see cref="Append"/> wrote them.</param>
    public static ScoringInputs Of(HouseholdRecord household, ReadOnlySpan<short> members, IReadOnlyList<FormVariable> variables)
    {
        var answers = new short[FormVariables.OfAFamily];
        Array.Fill(answers, Unknown);
        foreach (var variable in variables)
            if (variable.Unit == Unit.Family) answers[variable.Place] = variable.OfFamily!(household) ?? Unknown;
        return new(household.ProvinceCode, household.RegencyCode, answers, members.ToArray());
    }

    /// <summary>Adds the answers of a member to those of his family.</summary>
    public static void Append(List<short> rows, PersonRecord member, DateOnly on, IReadOnlyList<FormVariable> variables)
    {
        var first = rows.Count;
        CollectionsMarshal.SetCount(rows, first + FormVariables.OfAMember);
        var answers = CollectionsMarshal.AsSpan(rows)[first..];
        answers.Fill(Unknown);
        foreach (var variable in variables)
            if (variable.Unit == Unit.Person) answers[variable.Place] = variable.OfMember!(member, on) ?? Unknown;
    }
}
