namespace Regsosek.Data.Lists;

/// <summary>What the owner of a frozen list has to say of some of its entries afterwards: the list itself never changes.</summary>
public sealed class ListNotice
{
    public long Key { get; set; }
    public long ListKey { get; set; }

    /// <summary>From 1 in its list.</summary>
    public int Number { get; set; }

    /// <summary>Not to be acted upon any more; otherwise to be read as amended.</summary>
    public bool IsRecall { get; set; }

    /// <summary>Places of the entries; all of them when there is none.</summary>
    public required List<long> Places { get; set; }

    public required string Reason { get; set; }
    public required string Client { get; set; }
    public DateTime At { get; set; }
}
