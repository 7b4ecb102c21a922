using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Regsosek.Data.Providers;

/// <summary>Every stored instant is UTC; engines without a zone give it back unmarked.</summary>
internal sealed class UtcInstants() : ValueConverter<DateTime, DateTime>(at => at, at => DateTime.SpecifyKind(at, DateTimeKind.Utc))
{
    public static void Apply(ModelConfigurationBuilder conventions) => conventions.Properties<DateTime>().HaveConversion<UtcInstants>();
}
