using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Regsosek.Api.Programmes;
using Regsosek.Data.Households;

namespace Regsosek.Api.Http;

/// <summary>How JSON looks on every surface: camelCase, codes as numbers, Indonesian letters as they are, unknown
/// members of a body refused.</summary>
public static class Json
{
    public static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        MaxDepth = 32,
        Converters = { new JsonStringEnumConverter<WelfareClass>(), new JsonStringEnumConverter<Standing>() },
    };

    public static readonly JsonSerializerOptions Document = new(Web) { WriteIndented = true, NewLine = "\n" };
    public static readonly JsonWriterOptions Writer = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
}
