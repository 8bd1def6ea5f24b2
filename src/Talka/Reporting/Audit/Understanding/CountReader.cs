using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>Finds the counts of a passage, and what the words around each say of it.</summary>
internal sealed class CountReader
{
    private const int MostInBrackets = 60;

    private static readonly string[] Applicants = ["applicant", "candidate", "pretendent", "kandidāt", "pieteicēj"];

    private readonly Passage _passage;
    private readonly IReadOnlyList<Token> _tokens;
    private readonly int[] _sentences;
    private readonly List<CountFact> _facts = [];
    private int? _partsUntil;

    private CountReader(Passage passage)
    {
        _passage = passage;
        _tokens = passage.Tokens;
        _sentences = FullSentences.Of(_tokens);
    }

    public static IReadOnlyList<CountFact> Read(Passage passage)
    {
        if (passage.IsLabel || passage.Section is SummarySection.Period or SummarySection.Implementer or SummarySection.Budget or SummarySection.Ineligible or SummarySection.Unrecovered
            || !passage.Tokens.Any(token => token.Kind == TokenKind.Digits || NumberWords.Of(token) is not null))
        {
            return [];
        }

        return new CountReader(passage).Read();
    }

    private List<CountFact> Read()
    {
        var dates = _passage.Dates;
        var date = 0;
        for (var at = 0; at < _tokens.Count;)
        {
            while (date < dates.Count && dates[date].End <= at)
            {
                date++;
            }

            if (date < dates.Count && dates[date].First <= at && (dates[date].Form != DateForm.Doubtful || dates[date].End > at + 1))
            {
                at = dates[date].End;
                continue;
            }

            if (CountWords.AfterPartWords(_tokens, at) is { } parts)
            {
                _partsUntil = _sentences[at];
                at = parts;
                continue;
            }

            at = CountGrammar.Read(_tokens, at) is { } written ? Add(written) : Bare(at) ?? at + 1;
        }

        // A name beside a number is a channel where a known one stands in the same sentence.
        var known = _facts.Where(fact => fact.Channel is not (null or ['?', ..])).Select(fact => fact.Sentence).ToHashSet();
        return [.. _facts.Where(fact => fact.Channel is not ['?', ..] || known.Contains(fact.Sentence)).Select(fact => fact.Channel is ['?', .. var name] ? fact with { Channel = name } : fact)];
    }

    private int Add(WrittenCount written)
    {
        // “28 pieteikumi: 6 noraidīti, 31 atbalstīts”
        if (written.Noun is null && written.NounAt > written.First && CountWords.IsFate(_tokens, written.NounAt) && Bare(written.First) is { } bare)
        {
            return bare;
        }

        var channel = written.Noun is { Sort: NounSort.Publications } && Channel(written.First) is var (name, start) ? (Name: name, Start: start) : default;
        var mode = CountWords.ModeOf(_tokens, written.First, written.End);
        Add(channel.Name is null ? written.First : channel.Start, written.First, written.NounAt, written.End, written.Value, written.Noun, written.Word, written.Form, written.Certain, channel.Name?.TrimStart('?'), mode);
        return written.End;
    }

    // A number whose noun stands before it or not at all: “Facebook 24;”, “klātienē 40”, “kopā 63.”, “no tiem atbalstīti 9”, “dalībnieku skaits – 151”
    private int? Bare(int at)
    {
        if (_tokens[at].Quoted || CountGrammar.Number(_tokens, at) is not var (value, end, inWords))
        {
            return null;
        }

        var after = _tokens.Peek(end);
        var ends = after.Kind == TokenKind.Sign || after.Is("un", "and", "no", "of");
        var isOfFate = after.Is("were", "tika") || IsOfApplicants(end) || (ends && CountWords.VerbAt(_tokens, at - 1) == CountStatus.Approved)
            || CountWords.AfterPartWords(_tokens, end) is not null;
        if (inWords && !(value > 1 && isOfFate && CountWords.StatusOf(_tokens, at, end, null) == CountStatus.Approved))
        {
            return null;
        }

        if (after.Is("on", "via") && Channels.Of(_tokens.Peek(end + 1)) is { } named && !IsInBrackets(at))
        {
            Add(at, at, at, end, value, null, "", default, certain: true, named, CountMode.None);
            return end;
        }

        if (ends && Channel(at) is var (channel, start))
        {
            Add(start, at, at, end, value, null, "", default, certain: true, channel, CountMode.None);
            return end;
        }

        var mode = CountWords.ModeOf(_tokens, at, end);
        if (ends && NounBefore(at) is var (noun, form, first))
        {
            Add(first, at, first, end, value, noun, _tokens[first].Text, form, certain: true, null, mode);
        }
        else if ((mode != CountMode.None && !after.IsSign('.') && !after.IsSign('/')) || (mode != CountMode.None && FullSentences.IsEnd(_tokens, end)))
        {
            Add(at, at, at, end, value, null, "", default, certain: true, null, mode);
        }
        else if (ends && CountWords.IsTotalWord(_tokens, at - 1))
        {
            Add(at, at, at, end, value, null, "", default, certain: true, null, mode);
        }
        else if ((ends || after.Is("were", "was", "tika", "who", "that", "kas", "kuri", "received", "got", "saņēma", "approved", "accepted", "awarded", "supported", "apstiprināti", "atbalstīti") || CountWords.IsFate(_tokens, end)) && StatusOf(at, end, null, "") != CountStatus.None)
        {
            Add(at, at, at, end, value, null, "", default, certain: true, null, mode);
        }
        else
        {
            return null;
        }

        return end;
    }

    // “The board selected eighteen of the applicants”, “izvēlējās astoņus no pieteicējiem”
    private bool IsOfApplicants(int at) => _tokens.Peek(at).Is("of", "no") && IsApplicant(_tokens.Peek(_tokens.Peek(at + 1).Is("the", "these", "those") ? at + 2 : at + 1).Text);

    // “58 posts (31 on Facebook, 27 on Instagram)”: parts of what was just counted.
    private bool IsInBrackets(int at)
    {
        var sign = at - 1;
        while (sign >= 0 && at - sign < MostInBrackets && _sentences[sign] == _sentences[at] && !_tokens[sign].IsSign('(') && !_tokens[sign].IsSign(')'))
        {
            sign--;
        }

        return _tokens.Peek(sign).IsSign('(');
    }

    private void Add(
        int first, int number, int nounAt, int end, long value, CountNoun? noun, string word, NounForm form, bool certain, string? channel, CountMode mode)
    {
        var last = nounAt >= number ? end : number + 1;
        var role = _partsUntil == _sentences[number] ? CountRole.Part : CountWords.IsTotal(_tokens, number, last) ? CountRole.Total : CountRole.Plain;
        _facts.Add(new(
            Span.Between(_tokens[first].Start, _tokens[end - 1].End), _passage, certain, value, noun, word, form, CountWords.IsRough(_tokens, number, end), role, channel, mode,
            StatusOf(number, end, noun, word), _sentences[number], first, end, Span.Between(_tokens[number].Start, _tokens[NumberEnd(number) - 1].End)));
    }

    // “Of 19 applicants 22 were accepted”
    private CountStatus StatusOf(int number, int end, CountNoun? noun, string word) =>
        CountWords.IsContracted(_tokens, number) && (IsApplicant(word) || (noun is null && word.Length == 0)) ? CountStatus.Approved
        : IsApplicant(word) ? CountStatus.Applied : CountWords.StatusOf(_tokens, number, end, noun);

    /// <summary>A word for who applied.</summary>
    public static bool IsApplicant(string word) => Array.Exists(Applicants, stem => word.StartsWith(stem, StringComparison.OrdinalIgnoreCase));

    private int NumberEnd(int at) => CountGrammar.Number(_tokens, at)?.End ?? at + 1;

    // “Facebook 24”, “X/Twitter - 52”, “Instagram (9)”; a name that is no known channel begins with a question mark.
    private (string Channel, int Start)? Channel(int number)
    {
        var at = number - 1;
        at -= _tokens.Peek(at).IsDash || _tokens.Peek(at).IsSign(':') || _tokens.Peek(at).IsSign('(') ? 1 : 0;
        var name = _tokens.Peek(at);
        if (name.Kind != TokenKind.Word || name.Quoted)
        {
            return null;
        }

        if (Channels.Of(name) is { } known)
        {
            return (known, at);
        }

        return name.IsCapitalised && _facts.LastOrDefault() is { Channel: not null } before && before.Sentence == _sentences[number] ? ("?" + name.Text.ToLowerInvariant(), at) : null;
    }

    // “dalībnieku skaits – 151”, “Dalībnieki: 15”, “number of participants was 151”
    private (CountNoun Noun, NounForm Form, int First)? NounBefore(int number)
    {
        var at = number - 1;
        var isNumbered = _tokens.Peek(at).Is("numbered"); // “the applications numbered 33”
        at -= isNumbered || _tokens.Peek(at).IsDash || _tokens.Peek(at).IsSign(':') || _tokens.Peek(at).Is("ir", "bija", "sasniedza", "was", "is") ? 1 : 0;
        if (at == number - 1 && !_tokens.Peek(at).Is("skaits", "skaitu"))
        {
            return null;
        }

        var counted = _tokens.Peek(at).Is("skaits", "skaitu");
        at -= counted ? 1 : 0;
        return CountNoun.At(_tokens, at) is var (noun, form, _) && (counted || isNumbered || _tokens.Peek(number - 1).Kind == TokenKind.Sign || _tokens.Peek(at - 1).Is("of"))
            && form.Plural != NounCase.None
            ? (noun, form, at) : null;
    }
}
