namespace Talka.Mandates.Amendments;

/// <summary>Brings what a proposal changes to terms that have changed since it was made, piece by piece: texts, parties, days, years, streams, amounts, indicators.</summary>
public static class TermsMerge
{
    /// <param name="current">The terms now.</param>
    /// <param name="from">The terms that the proposal was made for.</param>
    /// <param name="proposed">What it made of them.</param>
    /// <returns>The current terms with the proposal's changes, and whether somebody changed one and the same piece otherwise meanwhile; the proposal's then stands.</returns>
    public static (MandateTerms Terms, bool Overlaps) Onto(MandateTerms current, MandateTerms from, MandateTerms proposed)
    {
        var merge = new Merge();
        var terms = current with
        {
            Kind = merge.Of(current.Kind, from.Kind, proposed.Kind),
            Number = merge.Of(current.Number, from.Number, proposed.Number),
            SignedOn = merge.Of(current.SignedOn, from.SignedOn, proposed.SignedOn),
            Title = merge.Of(current.Title, from.Title, proposed.Title),
            TitleEn = merge.Of(current.TitleEn, from.TitleEn, proposed.TitleEn),
            Task = merge.Of(current.Task, from.Task, proposed.Task),
            LegalBasis = merge.Of(current.LegalBasis, from.LegalBasis, proposed.LegalBasis),
            TextUrl = merge.Of(current.TextUrl, from.TextUrl, proposed.TextUrl),
            Implementer = merge.Of(current.Implementer, from.Implementer, proposed.Implementer),
            Authority = merge.Of(current.Authority, from.Authority, proposed.Authority),
            From = merge.Of(current.From, from.From, proposed.From),
            To = merge.Of(current.To, from.To, proposed.To),
            ReportDays = merge.Of(current.ReportDays, from.ReportDays, proposed.ReportDays),
            Years = merge.Whole(current.Years, from.Years, proposed.Years),
            Streams = merge.Whole(current.Streams, from.Streams, proposed.Streams),
            Plan = merge.Each(current.Plan, from.Plan, proposed.Plan, p => (p.Year, p.Stream), (one, other) => one == other),
            Indicators = merge.Each(current.Indicators, from.Indicators, proposed.Indicators, i => i.Code, Same),
        };
        return (terms, merge.Overlaps);
    }

    internal static bool Same(Indicator one, Indicator other) =>
        one with { Targets = other.Targets } == other
        && one.Targets.Count == other.Targets.Count && one.Targets.All(t => other.Targets.TryGetValue(t.Key, out var target) && target == t.Value);

    private sealed class Merge
    {
        public bool Overlaps { get; private set; }

        public T Of<T>(T current, T from, T proposed) => Choose(current, from, proposed, EqualityComparer<T>.Default.Equals);

        public IReadOnlyList<T> Whole<T>(IReadOnlyList<T> current, IReadOnlyList<T> from, IReadOnlyList<T> proposed) =>
            Choose(current, from, proposed, (one, other) => one.SequenceEqual(other));

        public IReadOnlyList<T> Each<T, TKey>(
            IReadOnlyList<T> current, IReadOnlyList<T> from, IReadOnlyList<T> proposed, Func<T, TKey> key, Func<T, T, bool> same)
            where T : class
            where TKey : notnull
        {
            var (now, old, next) = (current.ToDictionary(key), from.ToDictionary(key), proposed.ToDictionary(key));
            var order = proposed.Concat(current).Select(key).Distinct();
            return [.. order.Select(k => Choose(now.GetValueOrDefault(k), old.GetValueOrDefault(k), next.GetValueOrDefault(k), Equal)).OfType<T>()];

            bool Equal(T? one, T? other) => one is null || other is null ? one is null && other is null : same(one, other);
        }

        private T Choose<T>(T current, T from, T proposed, Func<T, T, bool> equal)
        {
            if (equal(proposed, from))
            {
                return current;
            }

            Overlaps |= !equal(current, from) && !equal(current, proposed);
            return proposed;
        }
    }
}
