using Microsoft.EntityFrameworkCore;
using Regsosek.Data.Protection;

namespace Regsosek.Tests.Access;

/// <summary>The numbers that the registry keeps sealed, opened with the hub's own keys.</summary>
internal static class SealedNumbers
{
    /// <summary>Every NIK and every KK of the hub.</summary>
    public static async Task<HashSet<string>> Numbers(this TestHub hub)
    {
        await using var registry = hub.Registry();
        var cards = await registry.Households.Where(h => h.FamilyCardSealed != null).Select(h => h.FamilyCardSealed!).ToListAsync();
        var seal = hub.Get<Seal>();
        HashSet<string> numbers = [.. await hub.Niks(), .. cards.Select(box => seal.OpenText(box)!)];
        Assert.All(numbers, n => Assert.Equal(16, n.Length));
        return numbers;
    }

    /// <summary>Every NIK, in the order of the persons.</summary>
    public static async Task<List<string>> Niks(this TestHub hub)
    {
        await using var registry = hub.Registry();
        var boxes = await registry.Persons.Where(p => p.NikSealed != null).OrderBy(p => p.Key).Select(p => p.NikSealed!).ToListAsync();
        var seal = hub.Get<Seal>();
        Assert.NotEmpty(boxes);
        return boxes.ConvertAll(box => seal.OpenText(box)!);
    }
}
