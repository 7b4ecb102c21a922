using System.CommandLine;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Regsosek.Data;
using Regsosek.Data.Households;
using Regsosek.Data.Providers;

namespace Regsosek.Benchmarks;

/// <summary>past: gives every tenth family, and its members, a former state of the year before, for reads as of a moment to be measured on.</summary>
internal static class Past
{
    private const int Every = 10, Batch = 2000;

    public static Command Command()
    {
        var engine = new Option<Engine>("--engine") { Required = true };
        var connection = new Option<string>("--connection") { Required = true };
        var command = new Command("past", "Gives every tenth family a former state.") { engine, connection };
        command.SetAction(async (parsed, stop) =>
        {
            var registries = new Registries(parsed.GetValue(engine), parsed.GetValue(connection)!, TimeProvider.System);
            for (var after = 0L; await Fill(registries, after, stop) is { } last; after = last) { }
        });
        return command;
    }

    /// <summary>The last key of the batch; null when there was none.</summary>
    private static async Task<long?> Fill(Registries registries, long after, CancellationToken stop)
    {
        await using var registry = registries.For(Caller.System("benchmark"));
        var families = await registry.Households.AsNoTracking().Where(h => h.Key > after && h.Key % Every == 0).OrderBy(h => h.Key).Take(Batch).ToListAsync(stop);
        if (families.Count == 0) return null;
        var keys = families.ConvertAll(h => h.Key).ToArray();
        var persons = await registry.Persons.AsNoTracking().Where(p => keys.Contains(p.HouseholdKey)).ToListAsync(stop);
        await using var work = await registry.Database.BeginTransactionAsync(stop);
        await registry.Insert(families.ConvertAll(h => Before(h, Copied<HouseholdRecord, HouseholdVersion>(h, new()
        {
            Source = "",
            SourceId = "",
            ProvinceCode = "",
            RegencyCode = "",
            DistrictCode = "",
            VillageCode = "",
            ValidTo = h.ValidFrom,
            SupersededAt = h.RecordedAt,
        }))), stop);
        await registry.Insert(persons.ConvertAll(p => Before(p, Copied<PersonRecord, PersonVersion>(p, new()
        {
            Source = "",
            ValidTo = p.ValidFrom,
            SupersededAt = p.RecordedAt,
        }))), stop);
        await work.CommitAsync(stop);
        return keys[^1];
    }

    private static HouseholdVersion Before(Household now, HouseholdVersion was)
    {
        (was.ObservedOn, was.ValidFrom, was.RecordedAt) = (now.ObservedOn.AddYears(-1), now.ValidFrom.AddYears(-1), now.RecordedAt.AddYears(-1));
        return was;
    }

    private static PersonVersion Before(Person now, PersonVersion was)
    {
        (was.ObservedOn, was.ValidFrom, was.RecordedAt) = (now.ObservedOn.AddYears(-1), now.ValidFrom.AddYears(-1), now.RecordedAt.AddYears(-1));
        return was;
    }

    private static TTo Copied<TOf, TTo>(TOf from, TTo to)
        where TTo : TOf
    {
        foreach (var property in typeof(TOf).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite))
            property.SetValue(to, property.GetValue(from));
        return to;
    }
}
