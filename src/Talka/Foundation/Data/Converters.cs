using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Talka.Foundation.Data;

public sealed class MoneyConverter() : ValueConverter<Money, long>(money => money.Cents, cents => new Money(cents));

/// <summary>Instants are UTC in the database and say so when they are read back.</summary>
public sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    value => DateTime.SpecifyKind(value, DateTimeKind.Utc), value => DateTime.SpecifyKind(value, DateTimeKind.Utc));
