using Talka.Foundation.Localisation;
using Talka.Reporting.Audit.Checking.Counts;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Lists;

/// <summary>A number of things as its text states it, and what stands around it: what every reader of lists begins with.</summary>
internal sealed record StatedCount(ReadSummary Summary, ItemLists Lists, int At, CountFact Fact)
{
    private const int MostWords = 3;
    private const int MostOfClause = 10;

    private static readonly string?[] Titled = ["brochures", "books", "booklets", "leaflets", "handbooks", "guides", "films", "episodes", "podcasts",
        "articles", "publications",
        "exhibitions", "performances", "songs", "stories", "plays"];

    // How long a text is, and not what is in it: “a written sheet of two pages: what …”.
    private static readonly string[] Sizes = ["pages", "lappuses", "lapaspuses", "lappusēs", "lapaspusēs"];

    // What is left when something else was told of, and need not be told.
    private static readonly string[] Rest = ["others", "citi", "citas", "citus", "pārējie", "pārējās", "pārējos"];

    private static readonly string[] ObliqueEndings = ["os", "ās", "ēs", "īs", "iem", "ām", "ēm", "īm", "u"];

    public IReadOnlyList<Token> Tokens => Fact.Passage.Tokens;

    public IReadOnlyList<Passage> Passages => Summary.Passages;

    /// <summary>No other count stands behind it in its passage.</summary>
    public bool IsLast => Lists.CountsOf(At)[^1] == Fact;

    public bool IsEnglish => Summary.Language == Languages.English;

    public bool HasTitles => Fact.Noun is { } noun && IsTitled(noun);

    public bool IsOfPeople => Fact.CountsPeople || Fact.Noun?.IsAgent == true;

    public bool IsOfEvents => Fact.Noun?.Sort is NounSort.Events or NounSort.Publications;

    /// <summary>“trijos mikrorajonos:” tells where, and no list of them need follow.</summary>
    public bool IsOblique { get; } = (Fact.Form.Plural & (NounCase.Nominative | NounCase.Accusative)) == NounCase.None
        || (Fact.Noun is null && Summary.Language == Languages.Latvian
            && Array.Exists(ObliqueEndings, ending => Fact.Word.EndsWith(ending, StringComparison.Ordinal)));

    /// <summary>Whether a list may be held to it: exact, and of several things that are named.</summary>
    public static bool IsSuch(CountFact fact) =>
        fact is { IsExact: true, Count: > 1 and <= CountMismatchRule.MostStated, Channel: null, Mode: CountMode.None, Word.Length: > 0 }
        && fact.Form.Plural != NounCase.None && !IsOfWhich(fact) && !Sizes.Contains(fact.Word) && !Rest.Contains(fact.Word);

    /// <summary>What has a title of its own: films, books.</summary>
    public static bool IsTitled(CountNoun noun) => Titled.Contains(noun.Code);

    // “Two of the three weekends took place (…)”, “divas no trim talkām”: what follows are those that did.
    private static bool IsOfWhich(CountFact fact)
    {
        var tokens = fact.Passage.Tokens;
        var of = tokens.Peek(fact.First - 1).Is("the", "our", "these") ? fact.First - 2 : fact.First - 1;
        return tokens.Peek(of).Is("of", "no") && tokens.Peek(of - 1).IsNumber();
    }

    /// <summary>Index of the sign after which its list comes, where one does: right behind, or after a verb.</summary>
    public int Sign()
    {
        // “piecu upju krasti: …”: whose they are is counted, and the names that follow are theirs.
        if (IsOblique)
        {
            return !Fact.CountsPeople && Fact.Word.EndsWith('u') && Tokens.Peek(Fact.End) is { Kind: TokenKind.Word, Quoted: false, IsCapitalised: false }
                && Tokens.Peek(Fact.End + 1).IsSign(':') ? Fact.End + 1 : Fact.End;
        }

        if (Tokens.Peek(Fact.End).IsSign(',') && Tokens.Peek(Fact.End + 1).Is("when", "where", "kad", "kur", "kurās", "kuros") && AfterClause() is { } colon)
        {
            return colon;
        }

        var at = Fact.End;
        while (at < Fact.End + MostWords && Tokens.Peek(at) is { Kind: TokenKind.Word } word && !word.Is("par", "about", "on"))
        {
            if (word.IsNumber())
            {
                return Fact.End; // “Četri lektori nolasīja sešas lekcijas: …”: what follows are those
            }

            at++;
        }

        // “Sešas bibliotēkas aicināja ciemos skolas: …”: those follow.
        if (!IsEnglish && at > Fact.End && Tokens.Peek(at).IsSign(':') && CountNoun.At(Tokens, at - 1) is var (other, form, _) && other != Fact.Noun && (form.Plural & NounCase.Accusative) != NounCase.None)
        {
            return Fact.End;
        }

        var isRight = Tokens.Peek(at).IsSign(':') || at == Fact.End || (Tokens.Peek(at).OpensList() && !Fact.CountsPeople
            && SentenceList.After(this, at) is { IsCertain: true });
        return isRight && Tokens.Peek(at).Kind == TokenKind.Sign ? at : SentenceList.NamedAtEnd(this) ?? Fact.End;
    }

    // “Five open days, when anybody could come and try: Jūrkalne (17 June 2023), …”
    private int? AfterClause()
    {
        var colon = Fact.End + 1;
        while (colon - Fact.End < MostOfClause && Tokens.Peek(colon) is { Kind: TokenKind.Word } word && !word.IsNumber())
        {
            colon++;
        }

        return Tokens.Peek(colon).IsSign(':') ? colon : null;
    }

    /// <summary>Index of the colon, some words behind, right before which the sentence says that what was counted follows: <c>kuras ir šādas:</c></summary>
    public int? AnnouncedColon()
    {
        const int MostBefore = 9;
        var colon = Fact.End;
        while (colon - Fact.End < MostBefore && (Tokens.Peek(colon) is { Kind: TokenKind.Word } word ? !word.IsNumber() && !word.IsAnd()
            : Tokens.Peek(colon).IsSign(',')))
        {
            colon++;
        }

        return Tokens.Peek(colon).IsSign(':') && colon > Fact.End
            && (Tokens[colon - 1].Is(ListWords.Following) || Tokens[colon - 1].Is("follows", "namely", "proti", "ir", "bija", "are", "were")) ? colon : null;
    }
}
