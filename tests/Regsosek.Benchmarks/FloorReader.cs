using System.Buffers;
using System.Data.Common;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;
using Regsosek.Api.Http;
using Regsosek.Data.Providers;

namespace Regsosek.Benchmarks;

/// <summary>The floor: two statements, every value straight from the reader to the writer. No token, scope, mask or log.</summary>
internal sealed class FloorReader(FloorSettings settings, FloorColumn[] households, FloorColumn[] members)
{
    private readonly NpgsqlDataSource? _postgres =
        settings.Engine == Engine.PostgreSql ? NpgsqlDataSource.Create(settings.Connection + ";Max Auto Prepare=200") : null;

    private const string Families = "\"Households\" h LEFT JOIN \"Ranks\" r ON r.\"HouseholdKey\" = h.\"Key\" AND r.\"RunKey\" = (SELECT MAX(\"Key\") FROM \"Runs\")";

    private readonly string _one = $"SELECT \"Key\", {Sql(households)} FROM {Families} WHERE \"Id\" = @id";
    private readonly string _page = $"SELECT \"Key\", {Sql(households)} FROM {Families} WHERE \"Key\" > @after ORDER BY \"Key\" LIMIT @limit";
    private readonly string _members = $"SELECT \"HouseholdKey\", {Sql(members)} FROM \"Persons\" WHERE \"HouseholdKey\" "
        + (settings.Engine == Engine.Sqlite ? "IN (SELECT value FROM json_each(@keys))" : "= ANY(@keys)") + " ORDER BY \"HouseholdKey\", \"Key\"";

    /// <summary>Bytes written at the end of every family and member.</summary>
    public byte[]? MaskedFamily { get; init; }
    public byte[]? MaskedMember { get; init; }

    public async Task<FloorAnswer> One(Guid id, CancellationToken stop)
    {
        await using var connection = await Open(stop);
        await using var command = Command(connection, _one, ("id", settings.Engine == Engine.Sqlite ? id.ToString().ToUpperInvariant() : id));
        return await Read(connection, command, 1, withMembers: true, stop);
    }

    public async Task<FloorAnswer> Page(long after, int limit, bool withMembers, CancellationToken stop)
    {
        await using var connection = await Open(stop);
        await using var command = Command(connection, _page, ("after", after), ("limit", limit + 1));
        return await Read(connection, command, limit, withMembers, stop);
    }

    public async Task<List<T>> List<T>(string sql, CancellationToken stop)
    {
        await using var connection = await Open(stop);
        await using var command = Command(connection, sql);
        await using var row = await command.ExecuteReaderAsync(stop);
        var found = new List<T>();
        while (await row.ReadAsync(stop)) found.Add(row.GetFieldValue<T>(0));
        return found;
    }

    private async Task<FloorAnswer> Read(DbConnection connection, DbCommand command, int limit, bool withMembers, CancellationToken stop)
    {
        var answer = new FloorAnswer();
        await using (var json = new Utf8JsonWriter(answer.Families, Json.Writer))
        await using (var row = await command.ExecuteReaderAsync(stop))
        {
            json.WriteStartArray();
            while (await row.ReadAsync(stop))
            {
                if (answer.Keys.Count == limit)
                {
                    answer.HasNext = true;
                    break;
                }

                answer.Keys.Add(row.GetInt64(0));
                json.WriteStartObject();
                Copy(json, row, households, withMembers ? answer : null, MaskedFamily);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (withMembers) await Members(connection, answer, stop);
        return answer;
    }

    private async Task Members(DbConnection connection, FloorAnswer answer, CancellationToken stop)
    {
        await using var command = settings.Engine == Engine.Sqlite
            ? Command(connection, _members, ("keys", $"[{string.Join(',', answer.Keys)}]"))
            : Command(connection, _members, ("keys", answer.Keys.ToArray()));
        await using var json = new Utf8JsonWriter(answer.Members, Json.Writer);
        await using var row = await command.ExecuteReaderAsync(stop);
        var more = await row.ReadAsync(stop);
        foreach (var key in answer.Keys)
        {
            json.WriteStartArray();
            for (; more && row.GetInt64(0) == key; more = await row.ReadAsync(stop))
            {
                json.WriteStartObject();
                Copy(json, row, members, null, MaskedMember);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.Flush();
            answer.EndOfMembers(json.BytesCommitted);
            json.Reset();
        }
    }

    private static void Copy(Utf8JsonWriter json, DbDataReader row, FloorColumn[] columns, FloorAnswer? membersOf, byte[]? masked)
    {
        var ordinal = 1;
        foreach (var column in columns)
        {
            if (column.Name.Value == "members")
            {
                if (membersOf is null) continue;
                json.WriteStartArray(column.Name);
                json.Flush();
                membersOf.PlaceOfMembers();
                json.WriteEndArray();
                continue;
            }

            json.WritePropertyName(column.Name);
            if (column.Sql is null)
            {
                json.WriteNullValue();
                continue;
            }

            if (row.IsDBNull(ordinal)) json.WriteNullValue();
            else column.Copy!(json, row, ordinal);
            ordinal++;
        }

        if (masked is null) return;
        json.WritePropertyName("_masked"u8);
        json.WriteRawValue(masked, skipInputValidation: true);
    }

    private static string Sql(FloorColumn[] columns) => string.Join(", ", columns.Select(c => c.Sql).OfType<string>());

    private async ValueTask<DbConnection> Open(CancellationToken stop)
    {
        if (_postgres is not null) return await _postgres.OpenConnectionAsync(stop);
        var connection = new SqliteConnection(settings.Connection);
        await connection.OpenAsync(stop);
        return connection;
    }

    private static DbCommand Command(DbConnection connection, string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            if (parameter is NpgsqlParameter { Value: long[] } keys) keys.NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}

/// <summary>An answer in two buffers, families and members; they are put together while they are sent.</summary>
internal sealed class FloorAnswer
{
    private readonly List<int> _places = [], _ends = [];

    public ArrayBufferWriter<byte> Families { get; } = new(32 * 1024);
    public ArrayBufferWriter<byte> Members { get; } = new(32 * 1024);
    public List<long> Keys { get; } = new(51);
    public bool HasNext { get; set; }
    public long Length => Families.WrittenCount + (_places.Count == 0 ? 0 : Members.WrittenCount - 2 * _places.Count);

    public void PlaceOfMembers() => _places.Add(Families.WrittenCount);

    public void EndOfMembers(long length) => _ends.Add((_ends.Count == 0 ? 0 : _ends[^1]) + (int)length);

    /// <summary>The array of families, each with its members in place.</summary>
    public void WriteTo(IBufferWriter<byte> to)
    {
        var families = Families.WrittenSpan;
        var members = Members.WrittenSpan;
        var (from, start) = (0, 0);
        for (var i = 0; i < _places.Count; i++)
        {
            to.Write(families[from.._places[i]]);
            to.Write(members[(start + 1)..(_ends[i] - 1)]);
            (from, start) = (_places[i], _ends[i]);
        }

        to.Write(families[from..]);
    }
}
