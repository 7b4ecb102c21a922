using Regsosek.Data.Partners;

namespace Regsosek.Data.Exports;

/// <summary>A list that a client has made into files: what it asked, as of when, under which terms, and how far it is. Only that client sees it.</summary>
public sealed class Export : IUnderTerms
{
    public long Key { get; set; }
    public Guid Id { get; set; }

    /// <summary>The client it is for; with <see cref="AgreementKey"/> and <see cref="Purpose"/>, its owner.</summary>
    public required string Client { get; set; }
    public int AgreementKey { get; set; }

    /// <summary>Version of the agreement it was asked under.</summary>
    public int AgreementVersion { get; set; }

    public required string Purpose { get; set; }
    public string? EndUser { get; set; }

    /// <summary>What the client might see when it asked (JSON): it holds no more, and is withdrawn when that is allowed no longer.</summary>
    public required string Terms { get; set; }

    /// <summary>The request that asked for it; entries of the access log carry it.</summary>
    public required string RequestId { get; set; }

    /// <summary>The list it is made of: households.</summary>
    public required string Reader { get; set; }

    /// <summary>ndjson or csv.</summary>
    public required string Format { get; set; }

    public bool Gzip { get; set; }

    /// <summary>Filters and fields, by the names of the reader's parameters (JSON).</summary>
    public required string Query { get; set; }

    /// <summary>Field groups that it stands on.</summary>
    public FieldGroups Groups { get; set; }

    /// <summary>As of when all of it is read.</summary>
    public DateOnly Day { get; set; }
    public DateTime KnownAt { get; set; }
    public required string AsOf { get; set; }

    public ExportState State { get; set; } = ExportState.Building;

    /// <summary>Hash of client and question while it is being built, so that asking the same again gives the same export; null afterwards.</summary>
    public string? Open { get; set; }

    /// <summary>Code of the problem that ended it.</summary>
    public string? Problem { get; set; }

    /// <summary>Families in scope when it was divided into parts; null before.</summary>
    public long? Expected { get; set; }

    public DateTime RecordedAt { get; set; }
    public DateTime? EndedAt { get; set; }

    /// <summary>From then on it is not there any more.</summary>
    public DateTime ExpiresAt { get; set; }

    public List<ExportPart> Parts { get; set; } = [];
}

/// <summary>How far an export is.</summary>
public enum ExportState : short
{
    /// <summary>Its parts are being written.</summary>
    Building = 1,

    /// <summary>All parts are there.</summary>
    Ready = 2,

    /// <summary>Ended by a problem; it gives nothing.</summary>
    Failed = 3,

    /// <summary>The agreement narrowed or ended; it gives nothing any more.</summary>
    Withdrawn = 4,
}

/// <summary>One file of an export: the families with keys in a range. Written at one stroke; the row is the checkpoint.</summary>
public sealed class ExportPart
{
    public long ExportKey { get; set; }

    /// <summary>From 1.</summary>
    public int Number { get; set; }

    /// <summary>Families with keys above this one …</summary>
    public long After { get; set; }

    /// <summary>… up to this one.</summary>
    public long To { get; set; }

    /// <summary>Families in scope with keys in the range when it was divided; those that the filters leave are <see cref="Families"/>.</summary>
    public long Expected { get; set; }

    public long Families { get; set; }

    /// <summary>Bytes of the content, and its SHA-256; null while it is not there.</summary>
    public long Bytes { get; set; }
    public byte[]? Hash { get; set; }

    /// <summary>Families in it with their persons, packed as in the access log: what a pull is charged and recorded for.</summary>
    public byte[] Subjects { get; set; } = [];
}
