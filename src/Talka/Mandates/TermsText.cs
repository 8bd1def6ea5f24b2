using System.Text;
using Talka.Foundation;
using Talka.Foundation.Localisation;
using static Talka.Mandates.Texts;

namespace Talka.Mandates;

/// <summary>A contract as plain lines, for the command line.</summary>
public static class TermsText
{
    public static string Write(MandateTerms terms)
    {
        var text = new StringBuilder();
        Line(T("Title"), terms.Title);
        Line(T("Task"), terms.Task);
        Line(T("Number"), terms.Number ?? T("Unknown"));
        Line(T("Implementer"), Party(terms.Implementer));
        Line(T("Authority"), terms.Authority is { } authority ? Party(authority) : T("Unknown"));
        Line(T("Period"), Format.Period(terms.From, terms.To));
        Line(T("ReportDays"), Format.Number(terms.ReportDays ?? MandateTerms.UsualReportDays));
        foreach (var year in terms.Years)
        {
            Line(YearNames.Full(year.Ordinal), Format.Period(year.From, year.To));
            foreach (var planned in terms.Plan.Where(p => p.Year == year.Ordinal))
            {
                Line("  " + terms.StreamName(planned.Stream), Format.Euro(planned.Amount));
            }
        }

        foreach (var indicator in terms.Indicators)
        {
            Line(indicator.Name, indicator.Figure);
        }

        return text.ToString().TrimEnd();

        void Line(string name, string value) => text.Append(name).Append(": ").AppendLine(value);
    }

    public static string Party(Party party) => party.RegistrationNumber is { } number ? T("PartyWithNumber", party.Name, number) : party.Name;
}
