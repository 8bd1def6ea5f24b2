using Talka.Foundation.Sheets;

namespace Talka.Work.Records.Import;

/// <summary>The problems of a file: the first of them in full, all of them counted.</summary>
internal sealed class ImportProblems
{
    public const int Listed = 500;

    private readonly List<RowProblem> _listed = [];

    public IReadOnlyList<RowProblem> First => _listed;

    public long Count { get; private set; }

    public void Add(int row, string column, string code, string message) => Add(new RowProblem(row, column, code, message));

    public void Add(RowProblem problem)
    {
        Count++;
        if (_listed.Count < Listed)
        {
            _listed.Add(problem);
        }
    }
}
