using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;
using Talka.Tests.Reporting.Audit.Corpus.Generated;

namespace Talka.Tests.Reporting.Audit.Corpus;

/// <summary>Before rules can be right, the structure has to be understood: language, fields, years and periods, in any words and format.</summary>
public sealed class GeneratedStructureTests
{
    [Theory]
    [InlineData("lv")]
    [InlineData("en")]
    public void SummaryReader_AnyWordsAndFormat_KnowsFieldsAndYears(string language)
    {
        var wrong = new List<string>();
        for (ulong seed = 1; seed <= 70; seed++)
        {
            var shape = (Shape)(seed % 7);
            var mandate = MandateMaker.Make(new Dice(seed).For("mandate"), language);
            var composed = Composer.Compose(mandate, seed);
            var bytes = GeneratedCorpus.Write(composed, shape);
            var summary = SummaryReader.Read(DocumentReader.Read(new MemoryStream(bytes), "summary." + GeneratedCorpus.Extension(shape)).Value);
            var years = string.Join(", ", mandate.Years.Select(year => $"{year.Ordinal} {year.From:O}–{year.To:O}"));
            var read = string.Join(", ", summary.Years.Select(year => $"{year.Ordinal} {year.Period?.From:O}–{year.Period?.To:O}"));
            if (mandate.Years.Count > 1 && years != read)
            {
                wrong.Add($"{seed} {shape}: years {years}, read {read} (“{string.Join("”, “", summary.Years.Select(year => summary.Document.Quote(year.Heading)))}”)");
            }

            if (summary.Language != language || summary.Whole != new Period(mandate.From, mandate.To))
            {
                wrong.Add($"{seed} {shape}: {summary.Language} {summary.Whole}, not {mandate.From:O}–{mandate.To:O}");
            }

            var missing = Enum.GetValues<SummarySection>().Except(summary.Passages.Select(passage => passage.Section)).Where(section => section != SummarySection.None).ToList();
            if (missing.Count > 0)
            {
                wrong.Add($"{seed} {shape}: no {string.Join(", ", missing)}, though there is “{string.Join("”, “", composed.Fields.Where(field => missing.Exists(section => field.Name == section.ToString().ToLowerInvariant())).Select(field => field.Label))}”");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
