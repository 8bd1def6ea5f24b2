using Talka.Foundation.Results;
using Talka.Reporting.Figures;

namespace Talka.Reporting.Narratives;

/// <summary>A piece of the author's text: plain, or something in <c>{{…}}</c>.</summary>
/// <param name="Offset">Where it stands in the source.</param>
/// <param name="Length">In the source, braces included.</param>
public abstract record NarrativePart(int Offset, int Length);

public sealed record TextPart(int Offset, int Length, string Text) : NarrativePart(Offset, Length);

/// <summary><c>{{participants kind:seminar}}</c></summary>
public sealed record FigurePart(int Offset, int Length, FigureQuery Query) : NarrativePart(Offset, Length);

/// <summary><c>{{dalībnieku|dalībnieks|dalībnieki}}</c>: agrees with the figure before it, or, written <c>{{&gt;…}}</c>, with the one after.</summary>
public sealed record FormsPart(int Offset, int Length, IReadOnlyList<string> Forms, bool Ahead) : NarrativePart(Offset, Length);

/// <summary><c>{{list kind:seminar}}</c>: the entries as a Markdown list, or <c>{{titles …}}</c>: their titles in a row.</summary>
public sealed record ListPart(int Offset, int Length, FigureQuery Query, bool TitlesOnly) : NarrativePart(Offset, Length);

/// <summary>What could not be read, with what is wrong.</summary>
public sealed record BrokenPart(int Offset, int Length, string Source, Error Error) : NarrativePart(Offset, Length);
