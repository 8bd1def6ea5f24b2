using System.Globalization;
using System.Numerics;

namespace Talka.Foundation;

/// <summary>An amount of euro, kept in whole cents.</summary>
public readonly record struct Money(long Cents) : IComparable<Money>,
    IAdditionOperators<Money, Money, Money>, ISubtractionOperators<Money, Money, Money>, IUnaryNegationOperators<Money, Money>,
    IComparisonOperators<Money, Money, bool>
{
    public static Money Zero => default;

    public static Money operator +(Money left, Money right) => new(checked(left.Cents + right.Cents));
    public static Money operator -(Money left, Money right) => new(checked(left.Cents - right.Cents));
    public static Money operator -(Money value) => new(checked(-value.Cents));
    public static bool operator <(Money left, Money right) => left.Cents < right.Cents;
    public static bool operator >(Money left, Money right) => left.Cents > right.Cents;
    public static bool operator <=(Money left, Money right) => left.Cents <= right.Cents;
    public static bool operator >=(Money left, Money right) => left.Cents >= right.Cents;

    public int CompareTo(Money other) => Cents.CompareTo(other.Cents);

    /// <summary>For machines: two decimals, a point, no grouping (<c>1177.33</c>).</summary>
    public string ToInvariant() => (Cents / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>Reads what <see cref="ToInvariant"/> writes.</summary>
    /// <exception cref="FormatException">It is no such amount.</exception>
    public static Money FromInvariant(string text) => new((long)(decimal.Parse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) * 100));

    /// <summary>For people, in the current culture and without the word euro (<c>1 177,33</c>).</summary>
    public override string ToString() => Localisation.Format.Amount(this);
}

public static class MoneySums
{
    public static Money Sum(this IEnumerable<Money> amounts) => amounts.Aggregate(Money.Zero, (sum, next) => sum + next);

    public static Money Sum<T>(this IEnumerable<T> items, Func<T, Money> amount) => items.Select(amount).Sum();
}
