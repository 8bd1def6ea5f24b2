namespace Talka.Reporting.Audit.Language;

/// <summary>What is paid each time, or to each: a fee, a wage, a price. It may stay the same, where money is left over.</summary>
internal static class RateWords
{
    private static readonly string[] Nouns = ["maksa", "cena", "likme", "alga", "stipendija", "nodeva", "atlīdzība", "samaksa", "honorārs", "pabalsts", "tarifs", "biļete", "īre",
        "maksas", "cenas", "likmes", "algas", "stipendijas", "nodevas", "honorāri", "pabalsti", "tarifi", "biļetes",
        "fee", "price", "rate", "wage", "salary", "stipend", "scholarship", "charge", "tariff", "rent", "ticket", "allowance",
        "fees", "prices", "rates", "wages", "salaries", "stipends", "scholarships", "charges", "tariffs", "rents", "tickets", "allowances"];

    private static readonly string[] Units = ["month", "week", "quarter", "hour", "day", "night", "kilometre", "km", "person", "participant", "pupil", "lesson", "session", "visit", "copy",
        "mēnesi", "nedēļu", "stundu", "dienu", "kilometru", "personu", "dalībnieku", "nodarbību"];

    /// <summary>“600,00 euro mēnesī”, “EUR 50.00 an hour”: what is paid for each, and not in all.</summary>
    public static bool IsPerUnit(IReadOnlyList<Token> tokens, int at) => tokens.Peek(at).Is("mēnesī", "stundā", "monthly", "weekly", "hourly")
        || (tokens.Peek(at).Is("a", "an", "per", "each", "ik", "katru", "par") && tokens.Peek(at + 1).Is(Units));

    /// <summary>The word at a token is the name of one.</summary>
    public static bool IsNamed(IReadOnlyList<Token> tokens, int at) => tokens.Peek(at).Is(Nouns);
}
