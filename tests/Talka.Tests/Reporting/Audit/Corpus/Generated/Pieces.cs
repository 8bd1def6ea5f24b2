namespace Talka.Tests.Reporting.Audit.Corpus.Generated;

/// <summary>A part of a document before it has a format. Its text carries marks.</summary>
internal abstract record Piece
{
    public abstract IEnumerable<string> Texts { get; }
}

internal sealed record Head(int Level, string Text) : Piece
{
    public override IEnumerable<string> Texts => [Text];
}

internal sealed record Para(string Text) : Piece
{
    public override IEnumerable<string> Texts => [Text];
}

internal sealed record Item(string Text, int Level = 1) : Piece
{
    public override IEnumerable<string> Texts => [Text];
}

/// <summary>A table; a cell has one line or several.</summary>
internal sealed record Grid(IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> Rows, bool HasHeader) : Piece
{
    public override IEnumerable<string> Texts => Rows.SelectMany(row => row).SelectMany(cell => cell);
}

/// <summary>One of the template's fields.</summary>
internal sealed record Field(string Name, string Label, IReadOnlyList<Piece> Pieces);

/// <summary>Figures that must fit each other, as the document states them.</summary>
/// <param name="Code">What a figure that does not fit is called.</param>
internal sealed record Relation(string Code, int? Year, IReadOnlyList<Figure> Figures);

/// <summary>A whole document before it has a format.</summary>
/// <param name="Inline">Short contents stand in the line of their label.</param>
internal sealed record Composed(string Language, string Title, bool Inline, IReadOnlyList<Field> Fields, IReadOnlyList<Relation> Relations, IReadOnlyList<(int Year, Day Day)> Days)
{
    /// <summary>Where each marked fact stands.</summary>
    public IReadOnlyDictionary<string, Quoted> Quotes { get; } = Fields.SelectMany(field => field.Pieces).SelectMany(piece => piece.Texts)
        .SelectMany(Mark.Quotes).GroupBy(pair => pair.Key).ToDictionary(group => group.Key, group => group.First().Value);
}
