using Talka.Foundation.Results;

namespace Talka.Mandates.Amendments;

/// <summary>Records a carry-over that both sides agreed to: done where money is recorded, which the contract knows nothing of.</summary>
public interface ICarryOverPosting
{
    /// <returns>The sequence of the entry.</returns>
    Task<Result<long>> PostAsync(string mandate, CarryOverRequest request, DateOnly decidedOn, string note, CancellationToken cancel);
}
