using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Talka.Foundation.Data;

// The compiled models make a converter for each column: what one is made of is built once.

public sealed class MoneyConverter() : ValueConverter<Money, long>(ToCents, FromCents)
{
    private static readonly Expression<Func<Money, long>> ToCents = money => money.Cents;
    private static readonly Expression<Func<long, Money>> FromCents = cents => new Money(cents);
}

/// <summary>Instants are UTC in the database and say so when they are read back.</summary>
public sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(Utc, Utc)
{
    private static readonly Expression<Func<DateTime, DateTime>> Utc = value => DateTime.SpecifyKind(value, DateTimeKind.Utc);
}

/// <summary>An enumeration by its names. EF Core's own converter does as much, but compiles expressions for each column at each start.</summary>
public sealed class EnumText<T>() : ValueConverter<T, string>(ToName, FromName)
    where T : struct, Enum
{
    private static readonly Expression<Func<T, string>> ToName = value => value.ToString();
    private static readonly Expression<Func<string, T>> FromName = name => Enum.Parse<T>(name);

    public override Func<object?, object?> ConvertToProvider { get; } = value => value?.ToString();

    public override Func<object?, object?> ConvertFromProvider { get; } = name => name is null ? null : Enum.Parse<T>((string)name);
}
