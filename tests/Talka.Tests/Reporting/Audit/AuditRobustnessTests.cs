using System.Diagnostics;
using System.Text;
using Talka.Reporting.Audit;
using Talka.Reporting.Audit.Reading;
using Talka.Tests.Reporting.Audit.Corpus.Generated;
using Talka.Tests.Support;

namespace Talka.Tests.Reporting.Audit;

/// <summary>Whatever is given to it, the audit comes to an end, within its memory. How long it takes is measured by the benchmark <c>audit</c>: here a time only tells work from a hang, on the most loaded machine too.</summary>
public sealed class AuditRobustnessTests
{
    private const int Pages = 500;
    private const long Memory = 500L * 1024 * 1024;

    // The texts are as long as a hundred pages or more, and take a second or two; what grows with the square of the length takes many minutes.
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(2);

    private static readonly Dictionary<string, Func<string>> Makers = new()
    {
        ["one line of words"] = () => Repeat("Piedalījās 15 dalībnieki, 2023. gada 5. maijā, 53 994,00 euro; ", 10_000),
        ["dates of one sentence"] = () => "I. īstenošanas gads (2022.gada 15.jūlijs līdz 2023.gada 14.jūlijs)\nSemināri: " + Repeat("2022.gada 15.jūlijs, ", 8_000),
        ["one line of digits"] = () => new string('1', 500_000),
        ["digits and spaces"] = () => Repeat("1 ", 200_000),
        ["counts in one line"] = () => Repeat("5 bērni, ", 60_000),
        ["lines of amounts"] = () => "Viss, kas gada laikā tika samaksāts par telpām\n" + Repeat("telpas 1,00\n", 60_000),
        ["amounts of one line"] = () => "Izlietots: 5,00 euro\nTelpas 1,00 €; " + Repeat("1,00 €; ", 40_000) + ".",
        ["digits and points"] = () => Repeat("1.", 200_000),
        ["digits and commas"] = () => Repeat("12, ", 100_000),
        ["dashes"] = () => new string('-', 300_000),
        ["brackets"] = () => new string('(', 200_000) + new string(')', 200_000),
        ["quotation marks"] = () => new string('"', 200_000),
        ["opening quotation marks"] = () => Repeat("„a ", 100_000),
        ["tags"] = () => Repeat("<ul><li>", 50_000),
        ["open tags"] = () => Repeat("<", 300_000),
        ["items within items"] = () => string.Concat(Enumerable.Range(0, 2_000).Select(depth => new string(' ', depth) + "- 5 dalībnieki\n")),
        ["colons and items"] = () => Repeat("Trīs diskusijas: - a; - b; - c; ", 10_000),
        ["tabs"] = () => Repeat("\t5", 100_000),
        ["rows"] = () => Repeat("53 994,00 euro\t52 816,67 euro\t1 177,33 euro\n", 6_000),
        ["years"] = () => Repeat("I. ĪSTENOŠANAS GADS (2022.gada 15.jūlijs līdz 2023.gada 14.jūlijs)\n", 3_000),
        ["labels"] = () => Repeat("Cita informācija\tNav\nValsts pārvaldes uzdevums\tNav\n", 3_000),
        ["works"] = () => Repeat("Uzsākts darbs pie digitālās krātuves.\nKrātuve izveidota un publicēta.\n", 3_000),
        ["works in items"] = () => Repeat("- 12.05.2022. notika seminārs par tēmu “Nr. 7”, uzsākts darbs pie krātuves I. īstenošanas gads tiks 7\n", 4_000),
        ["the same item"] = () => Repeat("- 09.02.2022. “Vērtības” (15 dalībnieki);\n", 6_000),
        ["totals"] = () => Repeat("Kopā 118 publikācijas: Facebook 24; Twitter 18; Instagram 9; ", 4_000),
        ["nothing that is seen"] = () => new string('\u200B', 300_000),
        ["letters without end"] = () => new string('ā', 500_000),
        ["addresses"] = () => Repeat("https://", 50_000),
        ["mail"] = () => new string('a', 300_000) + "@",
    };

    public static TheoryData<string> Large => [.. Makers.Keys];

    [Theory]
    [MemberData(nameof(Large))]
    public void Audit_LargeText_ComesToAnEnd(string what)
    {
        var text = Makers[what]();
        Hold(() => AuditOf(text));
    }

    [Fact]
    public void Audit_HundredsOfPages_ComesToAnEnd()
    {
        var text = new StringBuilder();
        for (ulong seed = 0; text.Length < Pages * 2_500; seed++)
        {
            text.Append(Writers.Tabbed(Composer.Compose(MandateMaker.Make(new Dice(seed), seed % 3 == 0 ? "en" : "lv"), seed)));
        }

        Hold(() => AuditOf(text.ToString()));
    }

    [Fact]
    public void Audit_OneYearOfThousandsOfItems_ComesToAnEnd()
    {
        var document = Writers.Tabbed(Composer.Compose(MandateMaker.Make(new Dice(7), "lv"), 7));
        var at = document.IndexOf("\n• ", StringComparison.Ordinal) is var found && found > 0 ? found : document.Length / 2;
        var items = string.Concat(Enumerable.Range(0, 10_000).Select(n => $"\n• {1 + (n % 28):00}.0{1 + (n % 9)}.2022. “Seminārs {n}” (piedalījās {n % 90} dalībnieki);"));

        Hold(() => AuditOf(document.Insert(at, items)));
    }

    [Fact]
    public void Audit_NaughtyStrings_AreRead() => Assert.All(NaughtyStrings.All, naughty =>
    {
        AuditOf(naughty);
        AuditOf($"Valsts pārvaldes uzdevuma veicējs\t{naughty}, reģistrācijas Nr. {naughty}\nApraksts un vērtējums\tI. ĪSTENOŠANAS GADS ({naughty})\n• {naughty} (piedalījās {naughty} dalībnieki);\nFinansējums\t{naughty} euro\t{naughty}");
    });

    [Fact]
    public void Audit_MutilatedSummaries_AreRead()
    {
        for (ulong seed = 1; seed <= 100; seed++)
        {
            var dice = new Dice(seed);
            var text = new StringBuilder(Writers.Tabbed(Composer.Compose(MandateMaker.Make(dice.For("mandate"), dice.Chance(50) ? "lv" : "en"), seed)));
            for (var cuts = dice.Int(1, 30); cuts > 0; cuts--)
            {
                var at = dice.Int(0, text.Length - 1);
                var length = Math.Min(dice.Int(1, 40), text.Length - at);
                switch (dice.Int(0, 3))
                {
                    case 0 when length < text.Length:
                        text.Remove(at, length);
                        break;
                    case 1:
                        text.Insert(dice.Int(0, text.Length), text.ToString(at, length));
                        break;
                    case 2:
                        text[at] = dice.One([.. "0123456789.,:;-–()\"„”\t\n •%€"]);
                        break;
                    default:
                        text.Insert(at, dice.One(NaughtyStrings.All));
                        break;
                }
            }

            AuditOf(text.ToString());
        }
    }

    private static AuditReport? AuditOf(string text)
    {
        var document = DocumentReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "summary.txt");
        if (!document.Succeeded)
        {
            return null;
        }

        var report = SummaryAudit.Of(document.Value);
        Assert.All(report.Findings, finding => Assert.True(finding.Where is not { } where || (where.Start >= 0 && where.End <= document.Value.Text.Length)));
        return report;
    }

    private static void Hold(Func<AuditReport?> audit)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var clock = Stopwatch.StartNew();
        var report = audit();
        var took = clock.Elapsed;
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(report);

        Assert.True(took < Hang, $"It took {took.TotalSeconds:0.0} s.");
        Assert.True(held < Memory, $"It holds {held / 1024 / 1024} MB.");
    }

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();
}
