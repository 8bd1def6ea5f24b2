using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Journal;
using Talka.Mandates;

namespace Talka.Reporting.Figures;

/// <summary>
/// All that the figures of one mandate are computed from: its terms and its effective entries, read at one moment.
/// Results are remembered by query, so that a figure that stands in many places is counted once. Not for use by several threads.
/// </summary>
public sealed class FigureData
{
    private static readonly Dictionary<string, EntryMode> Modes = Enum.GetValues<EntryMode>().ToDictionary(mode => mode.ToString());
    private static readonly Dictionary<string, EntryState> States = Enum.GetValues<EntryState>().ToDictionary(state => state.ToString());

    private readonly Dictionary<FigureQuery, FigureResult> _results = [];
    private readonly Lazy<Ledger> _ledger;
    private readonly Lazy<Dictionary<long, FigureEntry>> _bySequence;

    /// <param name="terms">The contract.</param>
    /// <param name="effective">Entries that count, in any order.</param>
    public FigureData(MandateTerms terms, IEnumerable<FigureEntry> effective)
    {
        Terms = terms;
        Entries = [.. effective.OrderBy(entry => entry.Sequence)];
        ByYearAndKind = Entries.GroupBy(entry => (entry.Year, entry.Kind))
            .ToDictionary(group => group.Key, group => (IReadOnlyList<FigureEntry>)[.. group]);
        _bySequence = new(() => Entries.ToDictionary(entry => entry.Sequence));
        _ledger = new(() => Terms.LedgerOf(Movements));
    }

    public MandateTerms Terms { get; }

    /// <summary>By sequence.</summary>
    public IReadOnlyList<FigureEntry> Entries { get; }

    public Ledger Ledger => _ledger.Value;

    public IReadOnlyList<MoneyMovement> Movements =>
        [.. Entries.Where(e => FigureEvaluator.MoneyKinds.Contains(e.Kind) && e is { Stream: not null, Amount: not null })
            .Select(e => new MoneyMovement(e.Sequence, e.Kind, e.Year, e.Stream!, e.Amount!.Value, e.ToYear, e.Concerns))];

    internal IReadOnlyDictionary<(int Year, string Kind), IReadOnlyList<FigureEntry>> ByYearAndKind { get; }

    /// <summary>An entry that counts, or null when none of that number does.</summary>
    public FigureEntry? Find(long sequence) => _bySequence.Value.GetValueOrDefault(sequence);

    /// <summary>The value of a figure and the entries behind it.</summary>
    public FigureResult Evaluate(FigureQuery query)
    {
        if (!_results.TryGetValue(query, out var result))
        {
            result = _results[query] = FigureEvaluator.Evaluate(query, this);
        }

        return result;
    }

    /// <summary>
    /// Reads the entries of a mandate in one query, without their descriptions and payloads. A correction always stands in the same
    /// mandate, so what is superseded is known from the rows themselves, and the time does not depend on the rest of the journal.
    /// </summary>
    public static async Task<FigureData> LoadAsync(TalkaDb db, MandateTerms terms, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
            command.CommandText = """
                SELECT sequence, year, kind, title, date_from, date_to, stream, mode, place, target_group, partners, quantity,
                       quantity_approximate, participants, participants_approximate, amount, reach, channel, series, state, to_year, concerns,
                       is_late, corrects, correction
                FROM journal_entries WHERE mandate = @mandate
                """;
            var slug = command.CreateParameter();
            (slug.ParameterName, slug.Value) = ("mandate", terms.Slug);
            command.Parameters.Add(slug);
            var entries = new List<FigureEntry>();
            var superseded = new HashSet<long>();
            await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancel);
            while (await reader.ReadAsync(cancel))
            {
                var entry = Read(reader);
                if (Number(reader, 23) is { } corrected)
                {
                    superseded.Add(corrected);
                }

                if (Text(reader, 24) != nameof(CorrectionKind.Voids))
                {
                    entries.Add(entry);
                }
            }

            return new FigureData(terms, superseded.Count == 0 ? entries : entries.Where(entry => !superseded.Contains(entry.Sequence)));
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static FigureEntry Read(DbDataReader row) => new()
    {
        Sequence = row.GetInt64(0),
        Year = row.GetInt32(1),
        Kind = row.GetString(2),
        Title = row.GetString(3),
        From = row.GetFieldValue<DateOnly>(4),
        To = row.GetFieldValue<DateOnly>(5),
        Stream = Text(row, 6),
        Mode = Text(row, 7) is { } mode ? Modes[mode] : null,
        Place = Text(row, 8),
        TargetGroup = Text(row, 9),
        PartnersJson = Text(row, 10),
        Quantity = Number(row, 11),
        QuantityApproximate = Flag(row, 12),
        Participants = Number(row, 13),
        ParticipantsApproximate = Flag(row, 14),
        Amount = Number(row, 15) is { } cents ? new Money(cents) : null,
        Reach = Number(row, 16),
        Channel = Text(row, 17),
        Series = Text(row, 18),
        State = Text(row, 19) is { } state ? States[state] : null,
        ToYear = row.IsDBNull(20) ? null : row.GetInt32(20),
        Concerns = Number(row, 21),
        IsLate = Flag(row, 22),
    };

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static long? Number(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    private static bool Flag(DbDataReader row, int column) => !row.IsDBNull(column) && row.GetBoolean(column);
}
