using System.Text;
using Talka.Reporting.Audit;
using Talka.Reporting.Audit.Checking;
using Talka.Reporting.Audit.Reading;
using Talka.Tests.Reporting.Audit.Corpus.Generated;
using Talka.Tests.Reporting.Audit.Corpus.Measure;

namespace Talka.Tests.Reporting.Audit.Corpus;

/// <summary>What must hold of any document that the generator makes. The documents are the same every time.</summary>
public sealed class AuditPropertyTests
{
    private const int Documents = 100;

    // What holds today; each is to become 0. The documents are the same every time, so there is no chance in it.
    private const double MostFalseErrors = 0;
    private const double MostMissedNumbers = 0.04;
    private const double MostMissedDates = 0.03;

    [Fact]
    public void Audit_ConsistentMandateInAnyWords_FindsNoError() => Hold(
        one =>
        {
            var (_, composed) = Make(one.Seed, one.Latvian);
            var (text, findings) = Audit(composed, one.Shape);
            return findings.TrueForAll(finding => finding.Severity != Severity.Error) ? null : Tell(text, findings);
        },
        MostFalseErrors);

    [Fact]
    public void Audit_AnyNumberOfARelationChanged_FindsAnErrorThere() => Hold(
        one =>
        {
            var (mandate, before) = Make(one.Seed, one.Latvian);
            var dice = new Dice(one.Which);
            if (before.Relations.Where(relation => relation.Figures.Count > 0).ToList() is not { Count: > 0 } relations)
            {
                return null;
            }

            var relation = dice.One(relations);
            var figure = dice.One([.. relation.Figures.Where(figure => before.Quotes.ContainsKey(figure.Key))]);
            Change(figure, relation, dice);
            return ErrorAt(Composer.Compose(mandate, one.Seed), one.Shape, figure.Key, $"{relation.Code} of year {relation.Year}: {figure.Key} is now {figure.Value}");
        },
        MostMissedNumbers);

    [Fact]
    public void Audit_AnyDateMovedOutOfItsYear_FindsAnErrorThere() => Hold(
        one =>
        {
            var (mandate, before) = Make(one.Seed, one.Latvian);
            var dice = new Dice(one.Which);
            var (_, day) = dice.One(before.Days);
            day.Date = day.Date.AddYears(dice.One(-3, -2, -1, 1, 2, 3));
            return ErrorAt(Composer.Compose(mandate, one.Seed), one.Shape, day.Key, $"{day.Key} is now {day.Date}");
        },
        MostMissedDates);

    private static void Hold(Func<(ulong Seed, Shape Shape, bool Latvian, ulong Which), string?> broken, double most)
    {
        var cases = new List<string>();
        for (ulong number = 1; number <= Documents; number++)
        {
            var dice = new Dice(number).For("case");
            var one = (Seed: number, Shape: (Shape)dice.Int(0, (int)Shape.DocxTable), Latvian: dice.Chance(50), Which: (ulong)dice.Int(0, int.MaxValue - 1));
            if (broken(one) is { } told)
            {
                cases.Add($"{one}\n{told}");
            }
        }

        Assert.True(cases.Count <= most * Documents, $"{cases.Count} of {Documents}:\n{string.Join("\n\n", cases)}");
    }

    private static (Mandate Mandate, Composed Composed) Make(ulong seed, bool latvian)
    {
        var mandate = MandateMaker.Make(new Dice(seed).For("mandate"), latvian ? "lv" : "en");
        return (mandate, Composer.Compose(mandate, seed));
    }

    /// <summary>So that the relation does not hold any longer.</summary>
    private static void Change(Figure figure, Relation relation, Dice dice)
    {
        var by = dice.Int(3, 20) * (figure.Key.Contains("money", StringComparison.Ordinal) || figure.Key.Contains("recovered", StringComparison.Ordinal) || figure.Key.StartsWith("total", StringComparison.Ordinal) || figure.Key == "ineligible" ? 100 : 1);
        switch (relation.Code)
        {
            case "approved-exceeds-applied":
                figure.Value = figure == relation.Figures[1] ? relation.Figures[0].Value + by : relation.Figures[1].Value - 1;
                break;
            case "overspent":
                figure.Value += figure == relation.Figures[0] ? -by : by;
                break;
            case "count-mismatch" or "period-length":
                figure.Value += figure.Value > 1 && dice.Chance(50) ? -1 : 1;
                break;
            default:
                figure.Value += by;
                break;
        }
    }

    private static string? ErrorAt(Composed composed, Shape shape, string key, string what)
    {
        var (text, findings) = Audit(composed, shape);
        var bare = new BareText(text);
        var quote = composed.Quotes[key];
        return findings.Exists(finding => finding.Severity == Severity.Error && finding.Members.Select(member => (Span?)member.Where).Append(finding.Where).Any(where => where is { } span && bare.Overlaps(quote.Before, quote.Words, quote.After, span)))
            ? null : $"{what}: “{quote.Before}[{quote.Words}]{quote.After}”\n{Tell(text, findings)}";
    }

    private static (string Text, List<Finding> Findings) Audit(Composed composed, Shape shape)
    {
        var document = DocumentReader.Read(new MemoryStream(GeneratedCorpus.Write(composed, shape)), "summary." + GeneratedCorpus.Extension(shape)).Value;
        return (document.Text, [.. SummaryAudit.Of(document).Findings]);
    }

    private static string Tell(string text, List<Finding> findings)
    {
        var told = new StringBuilder();
        foreach (var finding in findings)
        {
            told.AppendLine($"{finding.Severity} {finding.Code} {finding.Year} {(finding.Where is { } where ? text.Substring(where.Start, where.Length) : "")} {finding.Message} {finding.Working}");
        }

        return told.AppendLine(text).ToString();
    }
}
