using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.Data.Sqlite;
using Regsosek.Api.Settings;
using Regsosek.Data.Providers;

namespace Regsosek.Api.Operations;

/// <summary>The engine.</summary>
[Section("Database")]
public sealed class DatabaseSettings
{
    [Description("the engine")]
    public Engine Provider { get; init; } = Engine.Sqlite;

    [Range(1, 1000, ErrorMessage = "is 1 to 1000.")]
    [Description("rows that one statement of a save writes; `1` for a server of SQL Server's dialect without `MERGE`; the engine's own otherwise")]
    public int? MaxBatchSize { get; init; }
}

/// <summary>How the engine is reached.</summary>
[Section("ConnectionStrings")]
public sealed class ConnectionSettings
{
    [Secret]
    [Description("needed for PostgreSQL and SQL Server; for SQLite it replaces `Data:Path`")]
    public string? Registry { get; init; }
}

/// <summary>Where SQLite keeps its file.</summary>
[Section("Data")]
public sealed class DataSettings
{
    [Description("folder of `registry.db`")]
    public string Path { get; init; } = System.IO.Path.Combine("var", "data");
}

/// <summary>Where the data is: <c>ConnectionStrings:Registry</c>, or for SQLite a file under <c>Data:Path</c>.</summary>
public static class Database
{
    public static string Connection(HubSettings settings)
    {
        if (settings.Of<ConnectionSettings>().Registry is { Length: > 0 } set) return set;
        if (settings.Of<DatabaseSettings>().Provider != Engine.Sqlite) throw new InvalidOperationException("Set ConnectionStrings:Registry.");
        var folder = settings.Of<DataSettings>().Path;
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new SqliteConnectionStringBuilder { DataSource = System.IO.Path.Combine(folder, "registry.db") }.ConnectionString;
    }
}
