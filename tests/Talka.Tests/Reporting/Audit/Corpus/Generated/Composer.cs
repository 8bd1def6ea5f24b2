namespace Talka.Tests.Reporting.Audit.Corpus.Generated;

/// <summary>Puts a mandate into words: the template's fields in one of many layouts.</summary>
internal sealed class Composer
{
    private static readonly string[] FieldOrder = ["task", "implementer", "period", "description", "budget", "ineligible", "unrecovered", "other"];

    private readonly Mandate _mandate;
    private readonly Wording _words;
    private readonly Dice _dice;
    private readonly List<Relation> _relations = [];
    private readonly List<(int Year, Day Day)> _days = [];

    private Composer(Mandate mandate, Dice dice)
    {
        (_mandate, _dice) = (mandate, dice);
        _words = Wording.Of(mandate, dice);
    }

    public static Composed Compose(Mandate mandate, ulong seed)
    {
        var composer = new Composer(mandate, new Dice(seed));
        var dice = composer._dice.For("fields");
        var (numbered, inline) = (dice.Chance(25), dice.Chance(40));
        var fields = FieldOrder.Where(name => !mandate.MissingFields.Contains(name))
            .Select((name, at) => new Field(name, (numbered ? $"{at + 1}. " : "") + composer._words.FieldLabel(name), [.. composer.Field(name)])).ToList();
        return new Composed(mandate.Language, composer._words.Title(), inline, fields, composer._relations, composer._days);
    }

    private IEnumerable<Piece> Field(string name) => name switch
    {
        "task" => [new Para(Vocabulary.Of(_mandate.Language).Tasks[_mandate.Task])],
        "implementer" => _words.Implementer().Select(line => new Para(line)),
        "period" => [Period()],
        "description" => Description(),
        "budget" => new BudgetComposer(_mandate, _words, _dice.For("budget"), _relations).Compose(),
        "ineligible" => [new Para(_mandate.Ineligible is { } money ? _words.Euro(money.Ineligible) : _words.NoneWord)],
        "unrecovered" => [Unrecovered()],
        _ => [new Para(_words.OtherText)],
    };

    private Para Period()
    {
        if (!_dice.For("length?").Chance(50))
        {
            return new Para(_words.Period(null));
        }

        _relations.Add(new("period-length", null, [_mandate.Length]));
        return new Para(_words.Period(_mandate.Length));
    }

    private Para Unrecovered()
    {
        if (_mandate.Ineligible is not { } money)
        {
            return new Para(_words.NoneWord);
        }

        _relations.Add(new("unrecovered-mismatch", null, [money.Ineligible, money.Recovered, money.Unrecovered]));
        return new Para(_mandate.IsLatvian
            ? $"Atgūti {_words.Euro(money.Recovered)}, neatgūti {_words.Euro(money.Unrecovered)}"
            : $"Recovered {_words.Euro(money.Recovered)}, unrecovered {_words.Euro(money.Unrecovered)}");
    }

    private IEnumerable<Piece> Description()
    {
        var withPeriods = _mandate.Years.Count > 1 && _dice.For("periods?").Chance(80);
        foreach (var year in _mandate.Years)
        {
            if (_mandate.Years.Count > 1 || _dice.For("alone?").Chance(50))
            {
                yield return new Head(3, _words.YearHeading(year, withPeriods));
            }

            if (!year.Dropped)
            {
                foreach (var piece in Year(year))
                {
                    yield return piece;
                }
            }

            if (withPeriods)
            {
                _relations.Add(new("period-overlap-or-gap", year.Ordinal, []));
            }
        }

        if (_mandate.HasEvaluation)
        {
            foreach (var sentence in _words.Evaluation)
            {
                yield return new Para(sentence);
            }
        }
    }

    private List<Piece> Year(YearModel year)
    {
        var key = $"y{year.Ordinal}";
        var dice = _dice.For(key);
        var works = Vocabulary.Of(_mandate.Language).Works;
        var asList = dice.Chance(65);
        var lines = new List<string>();
        foreach (var one in year.Events)
        {
            lines.Add(Mark.Of(one.Key, _words.Event(one)));
            _days.Add((year.Ordinal, one.Day));
            if (one is { OnSite: { } onSite, Online: { } online })
            {
                Relate("sum-mismatch", year, [one.Participants, onSite, online]);
            }
        }

        if (year.Consultations is { } consultations)
        {
            lines.Add(_words.Consultations(consultations));
        }

        if (year.Publications is { } publications)
        {
            lines.Add(Mark.Of($"{key}.publications.line", _words.Publications(publications, $"{key}.publications.way")));
            Relate("sum-mismatch", year, [publications.Total, publications.Newsletters, .. publications.Channels.Select(one => one.Posts)]);
        }

        if (year.Call is { } call)
        {
            lines.Add(_words.Call(call));
            Relate("approved-exceeds-applied", year, [call.Applied, call.Approved]);
        }

        if (year.Topics is { } topics)
        {
            lines.Add(_words.Topics(topics));
            Relate("count-mismatch", year, [topics.Number]);
        }

        if (year.Begins is { } begun)
        {
            lines.Add(Mark.Of($"{key}.begun", _words.Say($"{key}.begun", works[begun].Begun)));
        }

        if (year.Finishes is { } finished)
        {
            lines.Add(_words.Say($"{key}.finished", works[finished].Finished));
        }

        if (year.FutureTense)
        {
            lines.Add(_words.Future($"{key}.future"));
        }

        lines.Add(_words.True(year));
        List<Piece> pieces = [.. dice.Some(lines, lines.Count).Select(line => asList ? (Piece)new Item(line) : new Para(line))];
        if (year.Series is { } series)
        {
            pieces.InsertRange(dice.Chance(60) ? 0 : pieces.Count, Series(series, year, asList, $"{key}.series.way"));
        }

        return pieces;
    }

    private List<Piece> Series(SeriesModel series, YearModel year, bool asList, string place)
    {
        var dice = _dice.For(place);
        var numbered = dice.Chance(50);
        var intro = _words.SeriesIntro(series, numbered, place);
        List<Piece> pieces = [asList ? new Item(intro) : new Para(intro), .. series.Events.Select(one => new Item(Mark.Of(one.Key, _words.SeriesItem(one)), asList ? 2 : 1))];
        _days.AddRange(series.Events.Select(one => (year.Ordinal, one.Day)));
        if (numbered)
        {
            Relate("count-mismatch", year, [series.Number]);
        }

        if (_dice.For("series.totals").Chance(75)) // in every year or in none: one year without would be a fault
        {
            var total = _words.SeriesTotal(series, place + ".total");
            pieces.Add(asList ? new Item(total) : new Para(total));
            Relate("sum-mismatch", year, [series.Total, .. series.Events.Select(one => one.Participants)]);
        }

        return pieces;
    }

    private void Relate(string code, YearModel year, IReadOnlyList<Figure> figures) => _relations.Add(new(code, year.Ordinal, figures));
}
