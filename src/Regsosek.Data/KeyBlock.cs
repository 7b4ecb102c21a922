namespace Regsosek.Data;

/// <summary>The next free key of one table that is written in bulk; a block is taken in the transaction that uses it.</summary>
public sealed class KeyBlock
{
    public required string Name { get; set; }
    public long Next { get; set; }
}
