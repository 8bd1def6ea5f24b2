using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Talka.Accounts;

// Identity reckons in DateTimeOffset, which SQLite cannot compare; it is kept as UTC like every other instant.
internal sealed class UtcInstantConverter() : ValueConverter<DateTimeOffset, DateTime>(
    value => value.UtcDateTime, value => new DateTimeOffset(DateTime.SpecifyKind(value, DateTimeKind.Utc)));
