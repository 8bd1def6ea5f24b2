using Talka.Foundation;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;
using static Talka.Reporting.Audit.Checking.Structure.Texts;

namespace Talka.Reporting.Audit.Checking.Structure;

/// <summary>Latvian registration numbers that cannot be.</summary>
public sealed class RegistrationNumberRule : IAuditRule
{
    private const int Digits = 11;
    private const int LeastDigits = 8;
    private const int MostDigits = 14;
    private const int WordsBetween = 4;
    private const int MostToBracket = 8;
    private const int MostOfLabel = 8;

    private static readonly Stems OfOthers = ["līgum", "dokument", "projekt", "ārvalst", "partner", "contract", "agreement", "document", "project", "foreign"];
    private static readonly string[] Forms = ["SIA", "AS", "IK", "biedrība", "nodibinājums"];
    private static readonly Stems Registered = ["biedrīb", "nodibināj", "association", "foundation"];

    public IReadOnlyList<string> Codes => ["registration-number-invalid"];

    public IEnumerable<Finding> Check(ReadSummary summary)
    {
        Passage? before = null;
        var headers = new Dictionary<(int Table, int Column), IReadOnlyList<Token>>();
        foreach (var passage in summary.Passages)
        {
            var label = IsBeside(before, passage) ? before!.Tokens : [];
            before = passage;
            var header = passage.Block.Cell is { } cell && !headers.TryAdd((cell.Table, cell.Column), passage.Tokens) && cell.Row > 1 ? headers[(cell.Table, cell.Column)] : [];
            for (var at = 0; at < passage.Tokens.Count; at++)
            {
                if (passage.Tokens[at].Kind != TokenKind.Digits || Number(passage, at, out var end) is not { } number)
                {
                    continue;
                }

                var isOfLength = number.Length == Digits || (number.Length > LeastDigits && label.Peek(0).Is(Forms));
                var isNamed = (at == 0 || (end == passage.Tokens.Count && passage.Tokens[at - 1].IsSign(',')) || (passage.Tokens[at - 1].IsSign('.') && passage.Tokens.Peek(at - 2).Is("nr", "no"))) && isOfLength && (NamesNumber(label) || (end == passage.Tokens.Count && NamesNumber(header)));
                if ((IsMeant(passage, at, number) || isNamed) && !RegistrationNumber.IsValid(number))
                {
                    yield return Say(summary, passage, Span.Between(passage.Tokens[at].Start, passage.Tokens[end - 1].End), number);
                }

                at = end - 1;
            }
        }
    }

    private Finding Say(ReadSummary summary, Passage passage, Span where, string number)
    {
        var stated = summary.Document.Quote(where);
        var sum = number.Length == Digits ? RegistrationNumber.WeightedSum(number) : 0;
        return number.Length == Digits
            ? new(Codes[0], Severity.Error, passage.Year, where, stated, "", T("RegistrationWorking", sum, sum % Digits), null, T("RegistrationDigit", stated), [])
            : new(Codes[0], Severity.Error, passage.Year, where, stated, "", "", null, T("RegistrationLength", stated, number.Length), []);
    }

    // The digits, with the spaces and hyphens that people put between them.
    private static string? Number(Passage passage, int at, out int end)
    {
        var tokens = passage.Tokens;
        var number = tokens[at].Text;
        for (end = at + 1; number.Length < MostDigits; end++)
        {
            var step = tokens.Peek(end) is { Kind: TokenKind.Digits } ? 0 : tokens.Peek(end) is { SpaceBefore: false } hyphen && hyphen.IsSign('-') && tokens.Peek(end + 1) is { Kind: TokenKind.Digits, SpaceBefore: false } ? 1 : -1;
            if (step < 0 || (number.Length >= Digits && step == 0))
            {
                break;
            }

            end += step;
            number += tokens[end].Text;
        }

        return number.Length is >= LeastDigits and <= MostDigits ? number : null;
    }

    // “Reģistrācijas numurs * | 50008607679”: the name of the row beside it.
    private static bool IsBeside(Passage? label, Passage passage) => (passage is { Block: { Cell: null, Kind: BlockKind.Paragraph }, Tokens.Count: 1 } && label?.Block.Cell is null && label is not null) ||
        passage.Block.Cell is { } cell && label?.Block.Cell is { } left && left.Table == cell.Table && left.Row == cell.Row
        && left.Column < cell.Column;

    private static bool NamesNumber(IReadOnlyList<Token> label) => label.Count <= MostOfLabel && !label.Any(token => token.StartsWith(OfOthers)) && Enumerable.Range(0, label.Count).Any(at => IsRegistration(label[at])
        && Enumerable.Range(at + 1, 2).Any(near => label.Peek(near).StartsWith("numur") || label.Peek(near).Is("nr", "number", "no")));

    private static bool IsRegistration(Token token) => token.StartsWith("reģ") || token.StartsWith("regist") || token.Is("reg");

    // “biedrība „Klusais stūris” (reģ. nr. …”: in a bracket, or after a comma, right after an association's own name, whichever field tells of it.
    private static bool IsOfNamed(IReadOnlyList<Token> tokens, int number)
    {
        var bracket = number - 1;
        while (bracket >= 0 && number - bracket <= MostToBracket && !tokens[bracket].IsSign('(') && !tokens[bracket].IsSign(','))
        {
            bracket--;
        }

        var name = bracket - 1;
        name -= name >= 0 && tokens[name] is { Kind: TokenKind.Sign, Quoted: false } ? 1 : 0;
        if (!(tokens.Peek(bracket).IsSign('(') || tokens.Peek(bracket).IsSign(',')) || name < 0 || !tokens[name].Quoted)
        {
            return false;
        }

        while (name > 0 && tokens[name].Quoted)
        {
            name--;
        }

        return Enumerable.Range(name - 1, 2).Any(at => tokens.Peek(at).StartsWith(Registered));
    }

    // “reģistrācijas Nr. …”, “Reg. No. …”; another register's number has another length, and is not ours to judge outside the implementer's field.
    private static bool IsMeant(Passage passage, int at, string number)
    {
        if (number.Length != Digits && passage.Section != SummarySection.Implementer && !IsOfNamed(passage.Tokens, at))
        {
            return false;
        }

        for (var before = at - 1; before >= 0 && before >= at - WordsBetween - 2; before--)
        {
            var token = passage.Tokens[before];
            if (IsRegistration(token))
            {
                return !passage.Tokens.Peek(before - 1).StartsWith(OfOthers);
            }

            if (token.Kind == TokenKind.Word && (token.StartsWith("tālr") || token.Is("tel", "phone", "konts", "konta", "account")))
            {
                return false;
            }
        }

        return false;
    }
}
