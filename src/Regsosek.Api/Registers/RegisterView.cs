using Regsosek.Data.Registers;

namespace Regsosek.Api.Registers;

/// <summary>A register of the caller's own, as it is declared.</summary>
/// <param name="Facts">External facts it sends, without their prefix: the columns of its files beside nik and observedOn.</param>
/// <param name="RetainUntil">Last day the facts are used; afterwards they are gone.</param>
/// <param name="Deliveries">Latest first, at most a hundred.</param>
public sealed record RegisterView(
    string Code, IReadOnlyList<string> Facts, string Purpose, DateOnly RetainUntil, int Version, DateTime DeclaredAt, IReadOnlyList<RegisterDeliveryView> Deliveries)
{
    public static RegisterView Of(PartnerRegister register, IEnumerable<RegisterDelivery> deliveries) => new(register.Code, register.Facts, register.Purpose,
        register.RetainUntil, register.Version, register.DeclaredAt, [.. deliveries.Select(d => RegisterDeliveryView.Of(d))]);
}

/// <summary>A file of a register, as far as it is in.</summary>
/// <param name="Lines">Lines that are in or refused; a file that was cut goes on behind them.</param>
/// <param name="Added">Persons of whom the register had said nothing.</param>
/// <param name="Unchanged">Persons of whom it says the same, or something older.</param>
/// <param name="FinishedAt">Null until the whole file is in.</param>
/// <param name="Faults">The first hundred lines that were refused.</param>
public sealed record RegisterDeliveryView(
    string Name, long Lines, long Added, long Changed, long Unchanged, long Rejected, DateTime StartedAt, DateTime? FinishedAt,
    IReadOnlyList<RegisterLineFault>? Faults)
{
    public static RegisterDeliveryView Of(RegisterDelivery d, IEnumerable<RegisterFault>? faults = null) => new(d.Name, d.Line, d.Added, d.Changed, d.Unchanged,
        d.Rejected, d.StartedAt, d.FinishedAt, faults?.Select(f => new RegisterLineFault(f.Line, f.At, f.Says)).ToList());
}

/// <summary>A line that was refused. Whom it was about is not said.</summary>
/// <param name="At">The column.</param>
public sealed record RegisterLineFault(long Line, string At, string Says);
