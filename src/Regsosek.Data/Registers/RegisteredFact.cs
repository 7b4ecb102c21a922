using Regsosek.Data.Households;

namespace Regsosek.Data.Registers;

/// <summary>One fact that a partner's register holds of one person, found by his NIK: rules read it beside what the family answered.
/// A former value stays, with the time it was believed.</summary>
public sealed class RegisteredFact
{
    public long Key { get; set; }
    public int RegisterKey { get; set; }

    /// <summary>Name of the external fact without its prefix.</summary>
    public required string Fact { get; set; }

    public required byte[] NikSealed { get; set; }
    public required byte[] NikHash { get; set; }

    /// <summary>Who holds the NIK; null while nobody does, or several do.</summary>
    public long? PersonKey { get; set; }

    public Person? Person { get; set; }

    /// <summary>Numbers, and flags as 0 and 1. Neither number nor text: the register took back what it had said.</summary>
    public double? Number { get; set; }

    public string? Text { get; set; }

    /// <summary>The day of which the register says so.</summary>
    public DateOnly ObservedOn { get; set; }

    /// <summary>The day of which the register said otherwise; null while it has not.</summary>
    public DateOnly? ValidTo { get; set; }

    public DateTime RecordedAt { get; set; }
    public DateTime? SupersededAt { get; set; }

    /// <summary>As of its register.</summary>
    public DateOnly RetainUntil { get; set; }
}
