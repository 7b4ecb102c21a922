using Regsosek.Data.AccessLog;

namespace Regsosek.Api.AccessLog;

/// <summary>What every agreement has been given in the last 24 hours, as the stored log says up to <see cref="Next"/>.</summary>
internal sealed class AccessLedger
{
    private readonly Dictionary<int, AccessBudget> _budgets = [];
    private readonly List<(AccessBudget Budget, AccessBudget.Before Before)> _pending = [];

    /// <summary>The first entry that is not charged yet; 0 before anything was read.</summary>
    public long Next { get; private set; }

    /// <summary>Subjects and places that are kept: what the ledger costs in memory.</summary>
    public int Held => _budgets.Values.Sum(b => b.Held);

    /// <summary>Charges what is stored and not charged yet: all of the window at the start, nothing or little after a fault.</summary>
    public void CatchUp(AccessStore store, long next, DateTime now)
    {
        if (Next == next) return;
        if (Next == 0) Next = store.FirstSince(now - AccessBudget.Window) ?? next;
        foreach (var (agreement, at, subjects) in store.Charged(Next))
        {
            var budget = Of(agreement);
            foreach (var (subject, persons) in PackedSubjects.Read(subjects)) budget.Keep(budget.Take(subject, persons, at));
        }

        Next = next;
    }

    /// <summary>Charges a read when it is inside its budget; says what was used before.</summary>
    public bool Charge(AccessRead read, DateTime now)
    {
        var budget = Of(read.Caller.AgreementKey);
        budget.Expire(now);
        read.Used = budget.Used;
        if (read.IsQuestion) return false;

        // What was given may be given again; but when the budget is used up, an empty answer would tell as much as a full one.
        if (read.Subjects.Count == 0) return budget.Used < read.Caller.Budget;

        // Nothing is taken before it is known to be inside: what is refused leaves no trace, however often it is asked.
        if (budget.Used + budget.More(read.Subjects) > read.Caller.Budget) return false;
        foreach (var (subject, persons) in read.Subjects) _pending.Add((budget, budget.Take(subject, persons, now)));
        return true;
    }

    /// <summary>The charges since the last call are on record.</summary>
    public void Keep(long next)
    {
        foreach (var (budget, before) in _pending) budget.Keep(before);
        _pending.Clear();
        Next = next;
    }

    /// <summary>The charges since the last <see cref="Keep"/> are not on record.</summary>
    public void GiveBack()
    {
        for (var i = _pending.Count - 1; i >= 0; i--) _pending[i].Budget.GiveBack(_pending[i].Before);
        _pending.Clear();
    }

    private AccessBudget Of(int agreement) => _budgets.TryGetValue(agreement, out var known) ? known : _budgets[agreement] = new();
}
