namespace Talka.Reporting.Audit.Language;

/// <summary>What is paid each time, or to each: a fee, a wage, a price. It may stay the same, where money is left over.</summary>
internal static class RateWords
{
    private static readonly string[] Nouns = ["maksa", "cena", "likme", "alga", "stipendija", "nodeva", "atlīdzība", "samaksa", "honorārs", "pabalsts", "tarifs", "biļete", "īre",
        "maksas", "cenas", "likmes", "algas", "stipendijas", "nodevas", "honorāri", "pabalsti", "tarifi", "biļetes",
        "fee", "price", "rate", "wage", "salary", "stipend", "scholarship", "charge", "tariff", "rent", "ticket", "allowance",
        "fees", "prices", "rates", "wages", "salaries", "stipends", "scholarships", "charges", "tariffs", "rents", "tickets", "allowances"];

    /// <summary>The word at a token is the name of one.</summary>
    public static bool IsNamed(IReadOnlyList<Token> tokens, int at) => tokens.Peek(at).Is(Nouns);
}
