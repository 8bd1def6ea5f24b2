using System.Xml;

namespace Talka.Foundation.Sheets;

/// <summary>Carries a problem out of the depths of a reader; it never leaves this folder.</summary>
internal sealed class SheetProblemException(RowProblem problem) : Exception(problem.Code)
{
    public RowProblem Problem { get; } = problem;

    /// <summary>The problem that an exception stands for; null when it is a bug.</summary>
    public static RowProblem? From(Exception exception) => exception switch
    {
        SheetProblemException known => known.Problem,
        XmlException or InvalidDataException or EndOfStreamException => SheetProblems.Damaged(),
        DocumentFormat.OpenXml.Packaging.OpenXmlPackageException or FileFormatException => SheetProblems.Damaged(),
        _ => null,
    };
}
