using Talka.Reporting.Audit.Checking.Counts;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Sums;

/// <summary>The numbers of a passage and the sentences in which they stand: what the grammars of sums read.</summary>
internal sealed class SumText
{
    private const int LeastNumbers = 3;
    private const int LongPassage = 3_000;

    private readonly List<int> _begins = [];

    private SumText(Passage passage, IReadOnlyList<PlainNumber> numbers)
    {
        (Passage, Numbers, Sentences) = (passage, numbers, FullSentences.Of(passage.Tokens));
        for (var at = 0; at < Sentences.Length; at++)
        {
            if (at == 0 || Sentences[at] != Sentences[at - 1])
            {
                _begins.Add(at);
            }
        }
    }

    public Passage Passage { get; }

    public IReadOnlyList<Token> Tokens => Passage.Tokens;

    public IReadOnlyList<PlainNumber> Numbers { get; }

    /// <summary>The number of its sentence for each token.</summary>
    public int[] Sentences { get; }

    /// <summary>Null where there are too few numbers for a sum, or so many words that what belongs together cannot be told.</summary>
    public static SumText? Of(Passage passage, IReadOnlyList<PlainNumber> numbers) =>
        numbers.Count < LeastNumbers || passage.Tokens.Count > LongPassage ? null : new(passage, numbers);

    public int SentenceOf(PlainNumber number) => Sentences[number.First];

    /// <summary>Index of the first token of a number's sentence.</summary>
    public int Begin(PlainNumber number) => _begins[SentenceOf(number)];

    /// <summary>Index of the token after the last of a number's sentence.</summary>
    public int End(PlainNumber number) => SentenceOf(number) + 1 < _begins.Count ? _begins[SentenceOf(number) + 1] : Tokens.Count;

    /// <summary>Told in brackets beside what the sentence tells.</summary>
    public bool IsAside(PlainNumber number) => AsideBrackets.Hold(Tokens, number.First);

    /// <summary>The numbers of each sentence, without those in brackets.</summary>
    public IEnumerable<List<PlainNumber>> BySentence() =>
        Numbers.Where(number => !IsAside(number)).GroupBy(SentenceOf).Select(sentence => sentence.ToList());

    /// <summary>A comma, a semicolon or an “and” stands between each two of them, and no sentence ends there.</summary>
    public bool AreParted(IReadOnlyList<PlainNumber> parts) => Enumerable.Range(1, parts.Count - 1).All(next => IsParted(parts[next - 1], parts[next]));

    public bool IsParted(PlainNumber one, PlainNumber next) =>
        Tokens.AnyIn(one.End, next.First, at => Tokens[at].IsSign(',') || Tokens[at].IsSign(';') || Tokens[at].Is("un", "and", "bet", "but"))
        && !Tokens.AnyIn(one.End, next.First, at => FullSentences.IsEnd(Tokens, at));

    /// <summary>A total that is off by a slip of the finger from exact parts that are all smaller; null where it is not.</summary>
    public CountSum? Slip(PlainNumber total, IReadOnlyList<PlainNumber> parts) =>
        Slips.Is(total.Value, [.. parts.Select(part => part.Value)]) ? Any(total, parts) : null;

    /// <summary>A total that is off, however far, from exact parts that are all smaller; null where it is not.</summary>
    public CountSum? Any(PlainNumber total, IReadOnlyList<PlainNumber> parts) =>
        total.IsRough || parts.Sum(part => part.Value) == total.Value || parts.Any(part => part.IsRough || part.Value >= total.Value) ? null
            : Written(total, parts);

    /// <summary>What is written as a sum, right or wrong.</summary>
    public CountSum Written(PlainNumber total, IReadOnlyList<PlainNumber> parts) => Sum(Passage, total, parts.Select(part => (Passage, part)));

    public static CountSum Sum(Passage passage, PlainNumber total, IEnumerable<(Passage Passage, PlainNumber Number)> parts) =>
        new(Fact(passage, total, CountRole.Total), [.. parts.Select(part => Fact(part.Passage, part.Number, CountRole.Plain))], []);

    private static CountFact Fact(Passage passage, PlainNumber number, CountRole role)
    {
        var span = Span.Between(passage.Tokens[number.First].Start, passage.Tokens[number.End - 1].End);
        return new(span, passage, true, number.Value, number.Noun, "", default, number.IsRough, role, null, CountMode.None, CountStatus.None, 0,
            number.First, number.End, span);
    }
}
