namespace Talka.Reporting.Audit.Language;

/// <summary>What is paid each time, or to each: a fee, a wage, a price. It may stay the same, where money is left over.</summary>
internal static class RateWords
{
    private static readonly string[] Nouns = ["maksa", "cena", "likme", "alga", "stipendija", "nodeva", "atlīdzība", "samaksa", "honorārs", "pabalsts", "tarifs", "biļete", "īre",
        "maksas", "cenas", "likmes", "algas", "stipendijas", "nodevas", "honorāri", "pabalsti", "tarifi", "biļetes",
        "fee", "price", "rate", "wage", "salary", "stipend", "scholarship", "charge", "tariff", "rent", "ticket", "allowance",
        "fees", "prices", "rates", "wages", "salaries", "stipends", "scholarships", "charges", "tariffs", "rents", "tickets", "allowances"];

    /// <summary>“600,00 euro mēnesī”, “EUR 600.00 a month”: what is paid in each, and not in all.</summary>
    public static bool IsPerMonth(IReadOnlyList<Token> tokens, int at) => tokens.Peek(at).Is("mēnesī", "monthly", "weekly")
        || (tokens.Peek(at).Is("a", "per", "each", "ik", "katru") && tokens.Peek(at + 1).Is("month", "week", "quarter", "mēnesi", "nedēļu"));

    /// <summary>The word at a token is the name of one.</summary>
    public static bool IsNamed(IReadOnlyList<Token> tokens, int at) => tokens.Peek(at).Is(Nouns);
}
