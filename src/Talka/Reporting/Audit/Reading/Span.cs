namespace Talka.Reporting.Audit.Reading;

/// <summary>A stretch of a document's text.</summary>
public readonly record struct Span(int Start, int Length)
{
    public int End => Start + Length;

    public static Span Between(int start, int end) => new(start, end - start);

    public bool Contains(Span other) => Start <= other.Start && other.End <= End;
}
