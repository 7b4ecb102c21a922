using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Regsosek.Data;
using Regsosek.Data.Regions;

namespace Regsosek.Api.Enumeration;

/// <summary>A village with its ancestors, one string for all families of it.</summary>
internal sealed record Place(string Province, string Regency, string District, string Village);

/// <summary>The villages and districts of the region table, loaded once an import.</summary>
internal sealed class Places
{
    private const int Digits = 10;
    private readonly Dictionary<long, Place> _villages = [];
    private readonly HashSet<int> _districts = [];

    public Places(IEnumerable<string> villages, IEnumerable<string> districts)
    {
        Dictionary<string, string> once = [];
        foreach (var village in villages)
            _villages[Number(village)] = new(Once(village[..2]), Once(village[..5]), Once(village[..8]), village);
        foreach (var district in districts) _districts.Add((int)Number(district));

        string Once(string code) => once.TryGetValue(code, out var same) ? same : once[code] = code;
    }

    public bool IsEmpty => _villages.Count == 0;

    /// <exception cref="UnusableInputException">The region table is empty.</exception>
    public static async Task<Places> Load(Registry registry, CancellationToken stop)
    {
        var villages = await registry.Regions.Where(r => r.Level == RegionLevel.Village).Select(r => r.Code).ToListAsync(stop);
        var districts = await registry.Regions.Where(r => r.Level == RegionLevel.District).Select(r => r.Code).ToListAsync(stop);
        var former = await registry.RegionCodes.Where(c => c.System == "kemendagri" && c.Code.Length == 8).Select(c => c.Code).ToListAsync(stop);
        var places = new Places(villages, districts.Concat(former.Where(IsCode)));
        return places.IsEmpty
            ? throw new UnusableInputException("No regions are loaded, so no village can be known. Load the region table first.")
            : places;
    }

    /// <summary>The village of a Kemendagri code, with dots or without.</summary>
    public Place? Village(string code)
    {
        long number = 0;
        var digits = 0;
        foreach (var c in code)
        {
            if (c is '.' or ' ') continue;
            if (!char.IsAsciiDigit(c) || ++digits > Digits) return null;
            number = (number * 10) + (c - '0');
        }

        return digits == Digits ? _villages.GetValueOrDefault(number) : null;
    }

    /// <summary>A district that the table knows, now or formerly, by the first six digits of a NIK or KK.</summary>
    public bool HasDistrict(string number) => _districts.Contains(int.Parse(number.AsSpan(0, 6), NumberStyles.None, CultureInfo.InvariantCulture));

    private static bool IsCode(string code) => code.Count(c => c == '.') == 2 && code.All(c => c == '.' || char.IsAsciiDigit(c));

    private static long Number(string code) => code.Where(char.IsAsciiDigit).Aggregate(0L, (number, c) => (number * 10) + (c - '0'));
}
