using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Regsosek.Tests.Engines;

/// <summary>SQL Server's grammar, from its makers: where no server can be had, a statement at least parses.</summary>
internal static class TransactSql
{
    /// <exception cref="FormatException">The statements are not T-SQL of SQL Server 2019.</exception>
    public static TSqlFragment Parse(string sql)
    {
        var script = new TSql150Parser(initialQuotedIdentifiers: true).Parse(new StringReader(sql), out var errors);
        return errors.Count == 0 ? script : throw new FormatException($"{string.Join("; ", errors.Select(e => $"{e.Line}:{e.Column} {e.Message}"))} in\n{sql}");
    }
}
