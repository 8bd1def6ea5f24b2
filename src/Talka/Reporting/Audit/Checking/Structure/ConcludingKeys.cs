using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Structure;

/// <summary>The first letters of all that was begun, so that of a long text only the sentences are looked at that can conclude any of it.</summary>
internal sealed class ConcludingKeys
{
    private const int Most = 4;
    private const int LongestPrefix = 3;

    // Of a word like “map” or “deķi” no more is the same in all its forms.
    private const int Short = 3;

    private readonly HashSet<string> _keys = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public ConcludingKeys() => _lookup = _keys.GetAlternateLookup<ReadOnlySpan<char>>();

    public void Add(Undertaking work)
    {
        foreach (var word in work.Heads.Append(work.Root ?? ""))
        {
            _lookup.Add(Key(word));
        }

        // The second part of a compound.
        for (var at = Most; at + Most <= work.Word.Length; at++)
        {
            _lookup.Add(work.Word.AsSpan(at, Most));
        }
    }

    public bool Are(IReadOnlyList<Token> tokens, TokenRange sentence)
    {
        for (var at = sentence.First; at < sentence.End; at++)
        {
            if (tokens[at].Kind == TokenKind.Word && (Conclusions.MayBe(tokens[at]) || Has(tokens[at].Text)))
            {
                return true;
            }
        }

        return false;
    }

    // “nokrāsoti” begins with a prefix of two letters, “pārbūvēts” with one of three.
    private bool Has(string word)
    {
        var found = _lookup.Contains(Key(word)) || (word.Length > Short && _lookup.Contains(word.AsSpan(0, Short)));
        for (var from = 2; !found && from <= LongestPrefix && from + Most <= word.Length; from++)
        {
            found = _lookup.Contains(word.AsSpan(from, Most));
        }

        return found;
    }

    private static ReadOnlySpan<char> Key(string word) => word.AsSpan(0, Math.Min(Most, word.Length));
}
