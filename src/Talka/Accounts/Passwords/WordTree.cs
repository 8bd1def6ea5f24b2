namespace Talka.Accounts.Passwords;

/// <summary>Words, found at any place of a text, also where digits and signs stand for letters (<c>p@r0le</c>).</summary>
internal sealed class WordTree
{
    private const int ShortestWord = 3;

    private readonly Node _root = new();

    /// <param name="words">Folded by <see cref="GuessWork.Fold"/>; shorter ones than three letters are left out.</param>
    public WordTree(IEnumerable<string> words)
    {
        foreach (var word in words.Where(word => word.Length >= ShortestWord))
        {
            var node = _root;
            foreach (var letter in word)
            {
                node = node.Next.TryGetValue(letter, out var next) ? next : node.Next[letter] = new Node();
            }

            node.IsEnd = true;
        }
    }

    /// <summary>The lengths of the words that begin here.</summary>
    public IEnumerable<int> Matches(string text, int start)
    {
        List<Node> nodes = [_root];
        for (var at = start; at < text.Length && nodes.Count > 0; at++)
        {
            nodes = [.. nodes.SelectMany(node => Readings(text[at]).Select(letter => node.Next.GetValueOrDefault(letter))).OfType<Node>()];
            if (nodes.Exists(node => node.IsEnd))
            {
                yield return at + 1 - start;
            }
        }
    }

    private static string Readings(char c) => c switch
    {
        '0' => "0o",
        '1' => "1il",
        '!' => "!il",
        '|' => "|il",
        '3' or '€' => c + "e",
        '4' or '@' => c + "a",
        '5' or '$' => c + "s",
        '6' or '9' => c + "g",
        '7' or '+' => c + "t",
        '8' => "8b",
        _ => c.ToString(),
    };

    private sealed class Node
    {
        public Dictionary<char, Node> Next { get; } = [];

        public bool IsEnd { get; set; }
    }
}
