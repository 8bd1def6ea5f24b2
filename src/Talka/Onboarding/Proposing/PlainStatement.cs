using Talka.Reporting.Audit.Language;

namespace Talka.Onboarding.Proposing;

/// <summary>Tells a statement of work from a remark on work that is told of elsewhere.</summary>
internal static class PlainStatement
{
    private static readonly string[] Pointers =
    [
        "pēdējais", "pēdējā", "pirmais", "pirmā", "šis", "šī", "šo", "šajā", "tas", "tā", "tie", "tās", "to", "minētais", "minētā", "iepriekš", "visi", "visas", "kopumā", "kopā", "rezultātā", "papildus", "savukārt", "līdz",
        "last", "first", "this", "these", "it", "they", "that", "those", "in", "all", "altogether", "overall", "as",
    ];

    private static readonly string[] Deeds =
    [
        "veikt", "veica", "organizē", "rīko", "īsteno", "sniegt", "sniedz", "nodrošin", "izstrād", "izveid", "publicē", "izdo", "uzsāk", "turpinā", "noslēgt", "pabeig", "sagatav", "apkopo", "pilnveido", "uzlabo", "notik", "aizvad", "dibin", "atklā", "aicinā", "atbalst",
        "held", "organis", "organiz", "carried", "provided", "prepared", "published", "developed", "launched", "continued", "started", "began", "completed", "conducted", "supported", "created", "concluded", "signed", "gave", "ran", "delivered", "updated",
    ];

    public static bool IsWork(IReadOnlyList<Token> tokens, TokenRange sentence)
    {
        var first = tokens.Peek(sentence.First);
        if (!first.IsCapitalised || first.Is(Pointers))
        {
            return false;
        }

        for (var at = sentence.First; at < sentence.End; at++)
        {
            foreach (var deed in Deeds)
            {
                if (!tokens[at].Quoted && tokens[at].StartsWith(deed))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
