using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Access;
using Regsosek.Api.AccessLog;
using Regsosek.Api.Http;
using Regsosek.Data;
using Regsosek.Data.Participation;

namespace Regsosek.Api.Participation;

/// <summary>What a family, or one of its members, was given by a programme in a period, as the programme's ministry delivered it. What the family said of
/// it stands in its answers (501, 431) and is another thing.</summary>
public sealed record ReceiptView
{
    public required string Programme { get; init; }

    /// <summary>Month or quarter: 2026-01, 2026-Q1.</summary>
    public required string Period { get; init; }

    /// <summary>Rupiah; left out of aid that is none of money.</summary>
    public long? Amount { get; init; }

    /// <summary>The member the ministry named; left out where it named the family.</summary>
    public Guid? MemberId { get; init; }

    /// <summary>When the hub learned it.</summary>
    public required DateTime RecordedAt { get; init; }

    /// <summary>When a later delivery told otherwise; left out of what is in force.</summary>
    public DateTime? ReplacedAt { get; init; }
}

/// <summary>What families were given, for those who may see it: the latest period first, what was replaced behind what replaced it.</summary>
public sealed class ReceiptReader(Registry registry, Caller caller, ParticipationRights rights, Identities identities, Disclosure disclosure)
{
    public const string Named = "participation";

    /// <summary>Null when there is no such family for the caller.</summary>
    public async Task<IReadOnlyList<ReceiptView>?> Of(Guid household, CancellationToken stop)
    {
        var programmes = rights.Seen;
        if (programmes.Length == 0) throw new ProblemException(Problems.NotGranted(Named));
        var id = identities.Read(household);
        var family = await registry.Households.AsNoTracking().Where(h => h.Id == id).Select(h => new { h.Key, h.MemberCount }).FirstOrDefaultAsync(stop);
        if (family is null)
        {
            await disclosure.Record([], FieldGroups.None, stop);
            return null;
        }

        await disclosure.Record([(family.Key, family.MemberCount)], caller.Fields & FieldGroups.Protection, stop);
        var rows = await registry.Receipts.Where(r => r.HouseholdKey == family.Key && programmes.Contains(r.Programme))
            .OrderByDescending(r => r.Period).ThenBy(r => r.Programme).ThenByDescending(r => r.Key)
            .Select(r => new { Receipt = r, Member = registry.Persons.Where(p => p.Key == r.PersonKey && p.HouseholdKey == family.Key).Select(p => (Guid?)p.Id).FirstOrDefault() })
            .ToListAsync(stop);
        return [.. rows.Select(r => View(r.Receipt, r.Member))];
    }

    private ReceiptView View(Receipt receipt, Guid? member) => new()
    {
        Programme = receipt.Programme,
        Period = Periods.Text(receipt.Period),
        Amount = receipt.Amount,
        MemberId = member is { } id ? identities.Show(id) : null,
        RecordedAt = receipt.RecordedAt,
        ReplacedAt = receipt.ReplacedAt,
    };
}
