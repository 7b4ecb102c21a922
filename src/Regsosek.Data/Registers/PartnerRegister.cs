using Regsosek.Data.Partners;

namespace Regsosek.Data.Registers;

/// <summary>A register (daftar) that a partner keeps beside the hub and sends it facts from, for example Simluhtan: which facts, what for, until when.</summary>
public sealed class PartnerRegister
{
    public int Key { get; set; }
    public required string Code { get; set; }
    public int PartnerKey { get; set; }
    public Partner Partner { get; set; } = null!;

    /// <summary>Names of external facts without their prefix; a fact comes from one register alone.</summary>
    public List<string> Facts { get; set; } = [];

    public required string Purpose { get; set; }

    /// <summary>Last day its facts are used; afterwards they are gone.</summary>
    public DateOnly RetainUntil { get; set; }

    public required string DeclaredBy { get; set; }
    public DateTime DeclaredAt { get; set; }
    public int Version { get; set; } = 1;
    public List<RegisterDelivery> Deliveries { get; set; } = [];
}

/// <summary>A file of a register on its way in, named by its sender: sent again it goes on where it was cut.</summary>
public sealed class RegisterDelivery
{
    public long Key { get; set; }
    public int RegisterKey { get; set; }
    public PartnerRegister Register { get; set; } = null!;
    public required string Name { get; set; }

    /// <summary>The last line that is in.</summary>
    public long Line { get; set; }

    public long Added { get; set; }
    public long Changed { get; set; }
    public long Unchanged { get; set; }
    public long Rejected { get; set; }
    public required string SentBy { get; set; }
    public DateTime StartedAt { get; set; }
    public DateTime? FinishedAt { get; set; }

    /// <summary>Keyed digest of its lines up to <see cref="Line"/>: what goes on, or comes again, is the same file.</summary>
    public byte[]? ContentHash { get; set; }

    public List<RegisterFault> Faults { get; set; } = [];
}

/// <summary>A line of a delivery that could not be taken in: kept sealed, with what is wrong, until its register's day.</summary>
public sealed class RegisterFault
{
    public long Key { get; set; }
    public long DeliveryKey { get; set; }
    public RegisterDelivery Delivery { get; set; } = null!;
    public long Line { get; set; }

    /// <summary>Column or member that is wrong.</summary>
    public required string At { get; set; }

    /// <summary>What is wrong with it; never the value.</summary>
    public required string Says { get; set; }

    public required byte[] Sealed { get; set; }
}
