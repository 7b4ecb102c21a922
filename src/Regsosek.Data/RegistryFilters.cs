using Microsoft.EntityFrameworkCore;
using Regsosek.Data.Cases;
using Regsosek.Data.Exports;
using Regsosek.Data.Lists;
using Regsosek.Data.Participation;
using Regsosek.Data.Registers;
using Regsosek.Data.Statistics;
using Regsosek.Data.Targeting;

namespace Regsosek.Data;

/// <content>Whose the rows are that follow from families, or were made for somebody.</content>
public abstract partial class Registry
{
    /// <summary>Below the regency (level 2) a region is the caller's or does not exist.</summary>
    private void FilterSummaries(ModelBuilder model) => model.Entity<SummaryCell>().HasQueryFilter("scope", c => c.Level <= 2 || Everywhere
        || Provinces.Contains(c.Region.Substring(0, 2)) || Regencies.Contains(c.Region.Substring(0, 5))
        || Districts.Contains(c.Region.Substring(0, 8)) || Villages.Contains(c.Region));

    /// <summary>Of persons in scope, what is believed (or was, then) and may still be kept.</summary>
    private void FilterRegisters(ModelBuilder model, bool isAsOf)
    {
        var facts = model.Entity<RegisteredFact>();
        facts.HasQueryFilter("scope", f => IsSystem || Everywhere || Persons.Any(p => p.Key == f.PersonKey));
        facts.HasQueryFilter("kept", f => f.RetainUntil >= ThisDay);
        if (isAsOf)
            facts.HasQueryFilter("in force", f => f.ObservedOn <= Today && f.RecordedAt <= KnownAt
                && (f.SupersededAt == null || f.SupersededAt > KnownAt || f.ValidTo > Today));
        else facts.HasQueryFilter("in force", f => f.SupersededAt == null);
    }

    /// <summary>Deliveries are those of the caller's partner; totals as the summaries. What families were given holds no rejected row.</summary>
    private void FilterDeliveries(ModelBuilder model)
    {
        model.Entity<Delivery>().HasQueryFilter("own", d => IsSystem || (d.PartnerKey == Partner && Partner != 0));
        model.Entity<DeliveredRow>().HasQueryFilter("own", r => IsSystem || (r.PartnerKey == Partner && Partner != 0));
        model.Entity<DeliveryPart>().HasQueryFilter("system", _ => IsSystem);
        model.Entity<KeptRow>().HasQueryFilter("system", _ => IsSystem);
        model.Entity<Receipt>().HasQueryFilter("taken in", r => r.State != RowState.Rejected);
        model.Entity<ReceiptTotal>().HasQueryFilter("scope", c => c.Level <= 2 || Everywhere
            || Provinces.Contains(c.Region.Substring(0, 2)) || Regencies.Contains(c.Region.Substring(0, 5))
            || Districts.Contains(c.Region.Substring(0, 8)) || Villages.Contains(c.Region));
    }

    /// <summary>Cells as the summaries; a case is as far away as its family.</summary>
    private void FilterTargeting(ModelBuilder model)
    {
        model.Entity<TargetingCell>().HasQueryFilter("scope", c => c.Level <= 2 || Everywhere
            || Provinces.Contains(c.Region.Substring(0, 2)) || Regencies.Contains(c.Region.Substring(0, 5))
            || Districts.Contains(c.Region.Substring(0, 8)) || Villages.Contains(c.Region));
        model.Entity<TargetingCase>().HasQueryFilter("scope", c => IsSystem || Households.Any(h => h.Key == c.HouseholdKey));
        model.Entity<CaseStep>().HasQueryFilter("scope", s => IsSystem || Cases.Any(c => c.Key == s.CaseKey));
    }

    /// <summary>An export is its owner's: the client that asked, under the agreement and for the purpose it asked for.</summary>
    private void FilterExports(ModelBuilder model)
    {
        model.Entity<Export>().HasQueryFilter("owner", x => IsSystem || (x.Client == OwnClient && x.AgreementKey == OwnAgreement && x.Purpose == OwnPurpose));
        model.Entity<ExportPart>().HasQueryFilter("owner", p => IsSystem || Exports.Any(x => x.Key == p.ExportKey));
    }

    /// <summary>A list is its agreement's, for the purpose it was drafted for: another client of it can be the second principal.</summary>
    private void FilterLists(ModelBuilder model)
    {
        model.Entity<TargetedList>().HasQueryFilter("owner", l => IsSystem || (l.AgreementKey == OwnAgreement && l.Purpose == OwnPurpose && OwnAgreement != 0));
        model.Entity<ListPart>().HasQueryFilter("owner", p => IsSystem || Lists.Any(l => l.Key == p.ListKey));
        model.Entity<ListEntry>().HasQueryFilter("owner", e => IsSystem || Lists.Any(l => l.Key == e.ListKey));
        model.Entity<ListReceipt>().HasQueryFilter("owner", r => IsSystem || Lists.Any(l => l.Key == r.ListKey));
        model.Entity<ListNotice>().HasQueryFilter("owner", n => IsSystem || Lists.Any(l => l.Key == n.ListKey));
        model.Entity<ListStretch>().HasQueryFilter("owner", s => IsSystem || Lists.Any(l => l.Key == s.ListKey));
        model.Entity<ListCandidate>().HasQueryFilter("system", _ => IsSystem);
    }
}
