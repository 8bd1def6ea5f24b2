using Talka.Foundation.Sheets;
using Talka.Journal;

namespace Talka.Work.Records.Import;

/// <summary>What importing a file would do, or did.</summary>
/// <param name="Rows">Rows under the header that are not empty.</param>
/// <param name="New">Entries that are added.</param>
/// <param name="Known">Rows that an earlier import already brought; they are left alone.</param>
/// <param name="Problems">The first problems; <paramref name="ProblemCount"/> counts all.</param>
/// <param name="Preview">The first of the new entries.</param>
/// <param name="Written">Whether the entries are in the journal now. With any problem nothing is.</param>
public sealed record ImportReport(
    int Rows, int New, int Known, IReadOnlyList<RowProblem> Problems, long ProblemCount, IReadOnlyList<ImportPreview> Preview, bool Written);

/// <param name="Row">Its number in the sheet.</param>
public sealed record ImportPreview(int Row, string KindName, EntryContent Content);
