using System.Collections;
using System.Runtime.CompilerServices;

namespace Talka.Reporting.Audit.Language;

/// <summary>
/// Beginnings of words: <c>Stems Seasons = ["rud", "ziem", "pavasar", "vasar"]</c>. Every word of a document is held against hundreds of them, so only
/// those with the word's own first letter are compared.
/// </summary>
[CollectionBuilder(typeof(Stems), nameof(Of))]
public sealed class Stems : IEnumerable<string>
{
    // A power of two; letters that share a place are told apart by the comparison.
    private const int Places = 64;

    private readonly string[] _all;
    private readonly string[]?[] _byLetter = new string[Places][];

    private Stems(string[] stems)
    {
        _all = stems;
        foreach (var place in stems.GroupBy(stem => Place(stem[0])))
        {
            _byLetter[place.Key] = [.. place];
        }
    }

    public bool IsEmpty => _all.Length == 0;

    public static Stems Of(ReadOnlySpan<string> stems) => new([.. stems]);

    /// <summary>Whether a word begins with one of them, in capitals or not.</summary>
    public bool Begin(string word)
    {
        foreach (var stem in word.Length > 0 ? _byLetter[Place(word[0])] ?? [] : [])
        {
            if (word.StartsWith(stem, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)_all).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static int Place(char letter) => char.ToUpperInvariant(letter) & (Places - 1);
}
