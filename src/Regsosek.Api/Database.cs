using Microsoft.Data.Sqlite;
using Regsosek.Data.Providers;

namespace Regsosek.Api;

/// <summary>Where the data is: <c>ConnectionStrings:Registry</c>, or for SQLite a file under <c>Data:Path</c>.</summary>
public static class Database
{
    public static string Connection(IConfiguration configuration, Engine engine)
    {
        if (configuration.GetConnectionString("Registry") is { Length: > 0 } set) return set;
        if (engine != Engine.Sqlite) throw new InvalidOperationException("Set ConnectionStrings:Registry.");
        var folder = configuration["Data:Path"] ?? Path.Combine("var", "data");
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "registry.db") }.ConnectionString;
    }
}
