using System.Text;
using Talka.Journal.Proofs;

namespace Talka.Journal;

/// <summary>The state of a verification as it goes through the entries from the first to the last.</summary>
internal sealed class JournalWalk(
    IEnumerable<ExpectedRoot> expected, IReadOnlyDictionary<long, long> erasures, Dictionary<(int Level, long Position), byte[]> tiles, IReadOnlySet<long> misfits)
{
    private const int TileHeight = 8;

    private readonly TreeFrontier _tree = new();
    private readonly HashSet<long> _corrected = [];
    private readonly ILookup<long, ExpectedRoot> _expected = expected.ToLookup(e => e.Size);
    private long _trusted;
    private Finding? _tileFinding;
    private DateTime _recordedAt;
    private long? _ahead;

    /// <summary>The last entry that was gone through.</summary>
    public long Sequence => _tree.Size;

    /// <summary>Goes through the entries of one page; gives the first that does not fit.</summary>
    public Finding? Take(IReadOnlyList<JournalEntry> page, ILookup<long, JournalFile> files)
    {
        foreach (var entry in page)
        {
            var finding = Roots() ?? Check(entry, files.Count == 0 ? [] : [.. files[entry.Sequence]]);
            if (finding is not null)
            {
                return finding;
            }

            // Nothing in an entry names its number. Where the tree tells that some are not in their places, their times may tell which.
            _ahead ??= entry.RecordedAt < _recordedAt ? _tree.Size : null;
            _recordedAt = entry.RecordedAt;
            _tree.Append(entry.LeafHash, CheckTile);
            if (_tileFinding is not null)
            {
                return _tileFinding;
            }
        }

        return null;
    }

    /// <summary>What only shows once all entries were seen.</summary>
    public Finding? End(JournalTree tree)
    {
        if (Roots() is { } finding)
        {
            return finding;
        }

        if (_expected.Select(group => group.Key).Where(size => size > _tree.Size).Order().FirstOrDefault() is var signed and > 0)
        {
            return Findings.Shorter(_tree.Size, _expected[signed].First());
        }

        if (tiles.Count > 0)
        {
            var (level, position) = tiles.Keys.MinBy(key => key.Position << (TileHeight * key.Level));
            return Findings.Tile((position << (TileHeight * level)) + 1, (position + 1) << (TileHeight * level), null);
        }

        return tree.Size == _tree.Size && tree.Root.AsSpan().SequenceEqual(_tree.Root()) && tree.Frontier.AsSpan().SequenceEqual(_tree.ToBytes())
            ? null
            : Findings.Head(tree.Size, _tree.Size);
    }

    private Finding? Roots()
    {
        foreach (var checkpoint in _expected[_tree.Size])
        {
            if (!checkpoint.Root.AsSpan().SequenceEqual(_tree.Root()))
            {
                return Findings.Root(_trusted + 1, checkpoint, _ahead);
            }

            _trusted = checkpoint.Size;
            _ahead = null;
        }

        return null;
    }

    private Finding? Check(JournalEntry entry, IReadOnlyList<JournalFile> files)
    {
        if (entry.Sequence != _tree.Size + 1)
        {
            return Findings.Missing(_tree.Size + 1);
        }

        var leaf = EntryPayload.Leaf(entry.Commitment, entry.Id, entry.RecordedAt, entry.Kind);
        if (!MerkleTree.LeafHash(Encoding.UTF8.GetBytes(leaf)).AsSpan().SequenceEqual(entry.LeafHash))
        {
            return Findings.Leaf(entry.Sequence);
        }

        if (entry.Salt is null || entry.Payload is null)
        {
            return CheckErased(entry, files);
        }

        if (!EntryPayload.Commitment(entry.Salt, entry.Payload).AsSpan().SequenceEqual(entry.Commitment))
        {
            return Findings.Commitment(entry.Sequence);
        }

        if (ProjectionCheck.Difference(entry, files) is { } column)
        {
            return Findings.Column(entry.Sequence, column);
        }

        return misfits.Contains(entry.Sequence) || (entry.Corrects is { } corrected && !_corrected.Add(corrected))
            ? Findings.Correction(entry.Sequence)
            : null;
    }

    private Finding? CheckErased(JournalEntry entry, IReadOnlyList<JournalFile> files)
    {
        if (!erasures.TryGetValue(entry.Sequence, out var by) || by <= entry.Sequence)
        {
            return Findings.Emptied(entry.Sequence);
        }

        var left = JournalColumns.Erasable.FirstOrDefault(column => column.Value(entry) is not null);
        return left is not null || files.Count > 0 ? Findings.Column(entry.Sequence, left?.Name ?? "journal_files") : null;
    }

    private void CheckTile(int level, long position, byte[] hash)
    {
        if (level % TileHeight == 0 && _tileFinding is null
            && !(tiles.Remove((level / TileHeight, position), out var stored) && stored.AsSpan().SequenceEqual(hash)))
        {
            _tileFinding = Findings.Tile((position << level) + 1, (position + 1) << level, _ahead);
        }
    }
}
