using Talka.Foundation.Localisation;
using Talka.Work.Records;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Onboarding.Proposing;

/// <summary>The entries that one passage of a year tells of, sentence by sentence.</summary>
/// <param name="heading">Kind of the list that the passage is an item of.</param>
internal sealed class PassageReading(
    ReadSummary summary, Passage passage, Period year, IReadOnlyList<Fact> facts, string? heading, LikelyCorrections corrections)
{
    private const int LongestTitle = 120;
    private const int LongestQuote = 1_000;
    private const int ShortestQuote = 60;
    private const int LongestPhrase = 6;
    private const int BeginningOfSentence = 4;
    private const int LeadingWords = 24;
    private const string Website = "website";

    private readonly List<ProposedEntry> _entries = [];
    private readonly IReadOnlyList<Token> _tokens = passage.Tokens;
    private readonly Queue<DateFact> _dates = new(facts.OfType<DateFact>().Where(date => date is { Precision: not DatePrecision.Year, Days: not null }).OrderBy(date => date.Span.Start));
    private readonly Queue<CountFact> _counts = new(facts.OfType<CountFact>().OrderBy(count => count.First));
    private bool _hasQuantity;
    private bool _hasParticipants;

    public bool BeginsWithDate { get; } = facts.OfType<DateFact>().Any(date => date.Role == DateRole.Work && date.Span.Start - passage.Span.Start <= BeginningOfSentence);

    public IReadOnlyList<ProposedEntry> Read()
    {
        var begins = true;
        foreach (var sentence in Sentences.Of(_tokens).SelectMany(CutAfterAddresses))
        {
            Read(sentence, begins);
            begins = _tokens[sentence.End - 1] is { Kind: TokenKind.Address } || _tokens[sentence.End - 1].IsSign(';');
        }

        return _entries;
    }

    // “Recording: https://… Four events were held”
    private IEnumerable<TokenRange> CutAfterAddresses(TokenRange sentence)
    {
        var first = sentence.First;
        for (var at = first; at < sentence.End; at++)
        {
            if (_tokens[at].Kind == TokenKind.Address && at + 1 < sentence.End && _tokens[at + 1].IsCapitalised)
            {
                yield return new(first, at + 1);
                first = at + 1;
            }
        }

        yield return new(first, sentence.End);
    }

    private void Read(TokenRange sentence, bool begins)
    {
        var date = DateOf(sentence);
        var counts = CountsOf(sentence);
        var people = counts.Find(count => count.CountsPeople && count.Status == CountStatus.None);
        var before = _entries.Count;
        foreach (var count in counts.Where(count => count != people && !(count.Role == CountRole.Total && _hasQuantity)))
        {
            AddCounted(sentence, count, date, people);
        }

        if (_entries.Count == before)
        {
            if (date is not null)
            {
                AddDated(sentence, date, people);
            }
            else if (begins && PlainStatement.IsWork(_tokens, sentence))
            {
                AddPlain(sentence, people);
            }
            else if (people is { Role: CountRole.Plain } && _entries.Count > 0 && _entries[^1].Work is { Participants: null } last)
            {
                _entries[^1] = _entries[^1] with { Work = last with { Participants = people.Count, ParticipantsApproximate = people.IsApproximate }, Quote = Longer(_entries[^1].Quote, sentence) };
            }
        }

        AddDetails(sentence, before);
    }

    private void AddCounted(TokenRange sentence, CountFact count, DateFact? date, CountFact? people)
    {
        var channel = count.Channel == Website ? null : count.Channel;
        var kind = channel is not null ? "post" : count.Channel is not null ? "news-item" : KindOfCount(sentence, count);
        if (kind is null)
        {
            return;
        }

        // “Consultations were given. (71 consultations)” is one thing.
        if (_entries.Count > 0 && _entries[^1] is { Work: { Quantity: null, Participants: null } last, Doubts: var doubts } plain && last.Kind == kind && plain.To is not null && channel is null)
        {
            _entries[^1] = plain with
            {
                Work = last with { Quantity = count.Count, QuantityApproximate = count.IsApproximate },
                Quote = Longer(plain.Quote, sentence),
                Doubts = [.. doubts.Where(doubt => doubt != Doubt.Date)],
            };
            return;
        }

        channel ??= kind == "post" ? ChannelAfter(sentence, count) : null;
        var ofThese = _hasParticipants ? null : people;
        Add(sentence, date, new(kind, TitleOfCount(sentence, count, channel, kind), count.Count, count.IsApproximate)
        {
            Participants = ofThese?.Count,
            ParticipantsApproximate = ofThese is { IsApproximate: true },
            Channel = channel,
        }, [.. Doubts((Doubt.Number, !count.Certain), (Doubt.Channel, kind == "post" && channel is null))]);
    }

    private static IEnumerable<Doubt> Doubts(params (Doubt Doubt, bool Holds)[] doubts) => doubts.Where(doubt => doubt.Holds).Select(doubt => doubt.Doubt);

    // “40 posts on Facebook”
    private string? ChannelAfter(TokenRange sentence, CountFact count)
    {
        for (var at = AfterNumber(count); at < sentence.End && at < count.First + LongestPhrase && _tokens[at].Kind == TokenKind.Word; at++)
        {
            if (Channels.Of(_tokens[at]) is { } channel and not Website)
            {
                return channel;
            }
        }

        return null;
    }

    private void AddDated(TokenRange sentence, DateFact date, CountFact? people)
    {
        var kind = KindWords.Of(_tokens, sentence.First, sentence.End);
        if (BeginsWithDate && heading is not null && kind is null or "post")
        {
            kind = heading;
        }

        // The date may be that of another of the things that the sentence names.
        var isFar = date.Span.Start - _tokens[sentence.First].Start > LongestTitle && KindWords.In(_tokens, sentence.First, sentence.End).Select(word => word.Kind).Distinct().Count() > 1;
        var title = QuotedTitle(sentence);
        Add(sentence, date, new(kind, title ?? Beginning(sentence, date))
        {
            Participants = people?.Count,
            ParticipantsApproximate = people is { IsApproximate: true },
        }, [.. Doubts((Doubt.Kind, kind is null), (Doubt.Title, title is null), (Doubt.Date, isFar))]);
    }

    // A statement without a date or a number of things: its day is not known.
    private void AddPlain(TokenRange sentence, CountFact? people)
    {
        var kind = KindWords.Of(_tokens, sentence.First, sentence.End);
        Add(sentence, null, new(kind, Words.Shortened(TextOf(sentence), LongestTitle))
        {
            Participants = people?.Count,
            ParticipantsApproximate = people is { IsApproximate: true },
        }, [.. Doubts((Doubt.Kind, kind is null), (Doubt.Date, true))]);
    }

    private void Add(TokenRange sentence, DateFact? date, ProposedWork work, IReadOnlyList<Doubt> doubts)
    {
        var from = date is null ? new Stated<DateOnly>(year.From) : corrections.First(date.From!.Value, date.Span);
        var to = date is null ? new Stated<DateOnly>(year.To) : date.To == date.From ? null : corrections.Last(date.To!.Value, date.Span);
        var (first, last) = (from.Likely ?? from.Printed, to?.Likely ?? to?.Printed ?? from.Likely ?? from.Printed);
        var isInYear = year.Contains(first) && year.Contains(last);
        if (date is not null && (!date.Certain || date.Role == DateRole.Planned || !isInYear) && !doubts.Contains(Doubt.Date))
        {
            doubts = [.. doubts, Doubt.Date];
        }

        _hasQuantity |= work.Quantity is not null;
        _hasParticipants |= work.Participants is not null;
        _entries.Add(new(0, passage.Year!.Value, work with { Mode = Details.Mode(_tokens, sentence, work.Kind) }, from, to, Quote(sentence), doubts));
    }

    private void AddDetails(TokenRange sentence, int before)
    {
        if (_entries.Count == 0)
        {
            return;
        }

        var isNew = _entries.Count > before;
        var links = Details.Links(_tokens, sentence);
        var last = _entries[^1].Work;
        _entries[^1] = _entries[^1] with
        {
            Work = last with
            {
                Links = links.Count == 0 ? last.Links : [.. last.Links ?? [], .. links],
                Mode = last.Mode ?? (isNew || BeginsWithDate ? Details.Mode(_tokens, sentence, last.Kind) : null),
                Place = last.Place ?? (isNew && BeginsWithDate ? Details.Place(summary.Document, _tokens, sentence) : null),
                State = last.State ?? (isNew ? Details.State(_tokens, sentence, last.Kind) : null),
            },
        };
    }

    // What is counted stands after the number; what was done to it before.
    private string? KindOfCount(TokenRange sentence, CountFact count)
    {
        var start = AfterNumber(count);
        var end = start;
        while (end < sentence.End && end < start + LongestPhrase && _tokens[end].Kind == TokenKind.Word && !_tokens[end].Quoted)
        {
            end++;
        }

        var after = KindWords.In(_tokens, start, end).FirstOrDefault()?.Kind;
        if (after is null or "event" && count.Status != CountStatus.None)
        {
            return count.Status == CountStatus.Applied ? "application" : "award";
        }

        return after ?? KindWords.In(_tokens, BeforeNumber(sentence, count), count.First).LastOrDefault()?.Kind;
    }

    private int AfterNumber(CountFact count)
    {
        var at = count.First;
        while (at < count.End && _tokens[at].Start < count.Number.End)
        {
            at++;
        }

        return at;
    }

    // The beginning of the clause, or of as much of it as may belong to the number.
    private int BeforeNumber(TokenRange sentence, CountFact count)
    {
        var first = count.First;
        while (first > sentence.First && first > count.First - LongestPhrase && _tokens[first - 1].Kind == TokenKind.Word)
        {
            first--;
        }

        return first;
    }

    private string TitleOfCount(TokenRange sentence, CountFact count, string? channel, string kind)
    {
        if (channel is not null)
        {
            using var language = Languages.Use(summary.Language);
            return Texts.T("PostsOn", EntryChoices.ChannelName(channel));
        }

        var start = AfterNumber(count);
        var end = start;
        while (end < sentence.End && (_tokens[end].Kind == TokenKind.Word || _tokens[end].Quoted || _tokens[end].Text is "“" or "”" or "„" or "\""))
        {
            end++;
        }

        while (end > start && _tokens[end - 1].Is("un", "and", "or", "kā", "kas"))
        {
            end--;
        }

        // “… were approved for 9 projects”: the noun alone does not say what was done.
        if (!KindWords.In(_tokens, start, end).Any(word => word.Kind == kind))
        {
            start = BeforeNumber(sentence, count);
        }

        return end > start ? Words.Capitalised(Words.Shortened(TextOf(new(start, end)), LongestTitle)) : Beginning(sentence, null);
    }

    private string? QuotedTitle(TokenRange sentence)
    {
        var first = sentence.First;
        while (first < sentence.End && !_tokens[first].Quoted)
        {
            first++;
        }

        // The opening mark is part of the run, the closing one is not.
        var start = first < sentence.End && _tokens[first].Kind == TokenKind.Sign ? first + 1 : first;
        var end = start;
        while (end < sentence.End && _tokens[end].Quoted)
        {
            end++;
        }

        return end > start ? summary.Document.Quote(Span.Between(_tokens[start].Start, _tokens[end - 1].End)) : null;
    }

    private string Beginning(TokenRange sentence, DateFact? date)
    {
        var first = sentence.First;
        while (date is not null && first < sentence.End - 1 && _tokens[first].Start < date.Span.End && date.Span.Start - _tokens[sentence.First].Start <= BeginningOfSentence)
        {
            first++;
        }

        while (first < sentence.End - 1 && _tokens[first].Kind == TokenKind.Sign)
        {
            first++;
        }

        return Words.Capitalised(Words.Shortened(TextOf(new(first, sentence.End)), LongestTitle));
    }

    /// <summary>The first date of the work. A date at the very beginning is one, too, even where the sentence goes on to other times; but not for certain.</summary>
    private DateFact? DateOf(TokenRange sentence)
    {
        var dates = new List<DateFact>();
        while (_dates.TryPeek(out var next) && next.Span.Start < _tokens[sentence.End - 1].End)
        {
            dates.Add(_dates.Dequeue());
        }

        return dates.Find(date => date.Role is DateRole.Work or DateRole.Planned)
            ?? (dates.Find(date => date.Precision == DatePrecision.Day && year.Contains(date.From!.Value) && date.Span.Start - _tokens[sentence.First].Start <= LeadingWords) is { } leading
                ? leading with { Certain = false } : null);
    }

    private List<CountFact> CountsOf(TokenRange sentence)
    {
        var counts = new List<CountFact>();
        while (_counts.TryPeek(out var next) && next.First < sentence.End)
        {
            counts.Add(_counts.Dequeue());
        }

        counts.RemoveAll(count => count.Role == CountRole.Part);
        return counts;
    }

    private string TextOf(TokenRange range) =>
        QuoteOf(_tokens[range.First].Start, _tokens[range.End - 1].End);

    // Whatever its length, not much more than can be shown is looked at.
    private string QuoteOf(int start, int end) => summary.Document.Quote(Span.Between(start, Math.Min(end, start + (2 * LongestQuote)))).TrimEnd(' ', ';', '.', ',');

    // “Twitter 18” says little by itself.
    private string Quote(TokenRange sentence) => TextOf(sentence) is { Length: >= ShortestQuote } text ? Shortened(text) : Shortened(QuoteOf(passage.Span.Start, passage.Span.End));

    private string Longer(string quote, TokenRange sentence) => Shortened($"{quote}. {TextOf(sentence)}");

    private static string Shortened(string text) => Words.Shortened(text, LongestQuote);
}
