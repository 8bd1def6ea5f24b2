namespace Talka.Foundation.Ui;

/// <summary>A place on the pages of one mandate that other features may have something to say about; see <see cref="BesideSlot"/>.</summary>
public abstract record Place;

/// <summary>The mandate as a whole.</summary>
public sealed record MandatePlace : Place;

/// <summary>A section of its summary.</summary>
/// <param name="Year">Ordinal of the implementation year; 0 for the whole period.</param>
public sealed record SectionPlace(int Year, string Section) : Place;

/// <summary>A figure, by its query as it is written.</summary>
public sealed record FigurePlace(string Query) : Place;

/// <summary>An entry of the journal.</summary>
public sealed record EntryPlace(long Sequence) : Place;

/// <summary>
/// A component that a feature puts beside places: it takes <c>Slug</c> and <c>Place</c>, and shows nothing where it has nothing to say or the reader
/// may not see it. The pages name a place by <c>&lt;Beside&gt;</c> and need not know who speaks.
/// </summary>
public sealed record BesideSlot(Type Component);
