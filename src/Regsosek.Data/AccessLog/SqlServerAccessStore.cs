using System.Data;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Regsosek.Data.Providers;

namespace Regsosek.Data.AccessLog;

/// <summary>SQL Server: SqlBulkCopy in a transaction; an application lock of the session says that a hub writes.</summary>
internal sealed class SqlServerAccessStore : AccessStore
{
    private readonly SqlConnection _connection;

    public SqlServerAccessStore(Registry registry, TimeSpan wait)
        : base(registry)
    {
        registry.Database.OpenConnection();
        _connection = (SqlConnection)registry.Database.GetDbConnection();
        var milliseconds = (int)wait.TotalMilliseconds;
        using var right = new SqlCommand("sp_getapplock", _connection) { CommandType = CommandType.StoredProcedure };
        right.CommandTimeout = (int)wait.TotalSeconds + 10;
        right.Parameters.AddWithValue("@Resource", Name);
        right.Parameters.AddWithValue("@LockMode", "Exclusive");
        right.Parameters.AddWithValue("@LockOwner", "Session");
        right.Parameters.AddWithValue("@LockTimeout", milliseconds);
        var granted = right.Parameters.Add(new SqlParameter { Direction = ParameterDirection.ReturnValue });
        right.ExecuteNonQuery();
        if (granted.Value is not >= 0) throw AnotherHub();
        using var timeout = new SqlCommand($"SET LOCK_TIMEOUT {milliseconds}", _connection);
        timeout.ExecuteNonQuery();
    }

    public override bool IsUsable => _connection.State == ConnectionState.Open;

    public override void Append(IReadOnlyList<AccessEntry> entries, IReadOnlyList<ClosedSegment> closed)
    {
        long first = entries[0].Sequence, next = entries[^1].Sequence + 1;
        using var transaction = Registry.Database.BeginTransaction();
        var moved = Registry.KeyBlocks.Where(k => k.Name == Name && k.Next == first).ExecuteUpdate(u => u.SetProperty(k => k.Next, next));
        if (moved != 1) throw Moved();
        Registry.Insert(entries).GetAwaiter().GetResult();
        if (closed.Count > 0) Insert(closed);
        transaction.Commit();
    }
}
