namespace Talka.Tests.Reporting.Audit.Corpus.Generated;

/// <summary>Chance that repeats itself: the same seed gives the same throws on every machine and with every version of .NET.</summary>
internal sealed class Dice
{
    private readonly ulong _seed;
    private ulong _state;

    public Dice(ulong seed) => _seed = _state = seed;

    /// <summary>Dice of their own for one place of the document, so that what is thrown elsewhere does not change it.</summary>
    public Dice For(string place)
    {
        var hash = 14695981039346656037UL ^ _seed;
        foreach (var c in place)
        {
            hash = (hash ^ c) * 1099511628211UL;
        }

        return new Dice(hash);
    }

    /// <summary>A number from the least to the most, both included.</summary>
    public int Int(int least, int most) => least + (int)(Next() % (ulong)(most - least + 1));

    public bool Chance(int percent) => Int(1, 100) <= percent;

    public T One<T>(params IReadOnlyList<T> choices) => choices[Int(0, choices.Count - 1)];

    /// <summary>Some of them, all different, in any order.</summary>
    public IReadOnlyList<T> Some<T>(IReadOnlyList<T> choices, int count)
    {
        var left = choices.ToList();
        var taken = new List<T>();
        while (taken.Count < count && left.Count > 0)
        {
            var at = Int(0, left.Count - 1);
            taken.Add(left[at]);
            left.RemoveAt(at);
        }

        return taken;
    }

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15UL;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
