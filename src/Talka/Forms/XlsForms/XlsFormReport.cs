namespace Talka.Forms.XlsForms;

/// <summary>What came of reading an XLSForm.</summary>
/// <param name="Definition">Null where there are problems.</param>
/// <param name="Warnings">What was left aside and does not change what is asked.</param>
public sealed record XlsFormReport(FormDefinition? Definition, IReadOnlyList<XlsFormProblem> Problems, IReadOnlyList<XlsFormProblem> Warnings);

/// <param name="Row">As spreadsheet programs number rows; 0 when it concerns the whole sheet.</param>
/// <param name="Code">Stable, kebab-case.</param>
public sealed record XlsFormProblem(string Sheet, int Row, string Column, string Code, string Message);
