using Microsoft.Data.Sqlite;

namespace Regsosek.Data.Providers;

/// <summary>A whole copy of a SQLite registry while the hub runs: one snapshot, compact, checked before it is given its name.</summary>
public static class SqliteBackup
{
    /// <exception cref="InvalidOperationException">The engine is another; the copy is not sound.</exception>
    public static async Task To(Registries registries, string file, CancellationToken stop)
    {
        if (registries.Engine != Engine.Sqlite) throw new InvalidOperationException("Backups of this engine are made with its own tools: docs/operating.md.");
        if (File.Exists(file)) throw new InvalidOperationException($"There is a file {Path.GetFileName(file)} already.");
        var part = file + ".part";
        File.Delete(part);

        // Nobody else's to read from its first byte on.
        var own = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) own.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        new FileStream(part, own).Dispose();
        await using (var source = new SqliteConnection(registries.Connection))
        {
            await source.OpenAsync(stop);
            await using var copy = source.CreateCommand();
            copy.CommandText = "VACUUM INTO $file";
            copy.Parameters.AddWithValue("$file", part);
            await copy.ExecuteNonQueryAsync(stop);
        }

        await using (var made = new SqliteConnection($"Data Source={part};Mode=ReadOnly;Pooling=False"))
        {
            await made.OpenAsync(stop);
            await using var check = made.CreateCommand();
            check.CommandText = "PRAGMA integrity_check";
            if (await check.ExecuteScalarAsync(stop) is not "ok") throw new InvalidOperationException("The copy is not sound.");
        }

        File.Move(part, file);
    }
}
