using System.Collections.Frozen;

namespace Talka.Reporting.Audit.Language;

// The words that say by themselves what an amount is
public static partial class BudgetWords
{
    private static readonly (string Stem, BudgetWord Word)[] Stems =
    [
        ("neizliet", BudgetWord.Remainder), ("neapgūt", BudgetWord.Remainder), ("neiztērēt", BudgetWord.Remainder), ("neizmantot", BudgetWord.Remainder), ("atlik", BudgetWord.Remainder),
        ("pārpalik", BudgetWord.Remainder), ("ietaup", BudgetWord.Remainder), ("remain", BudgetWord.Remainder), ("unspent", BudgetWord.Remainder), ("unused", BudgetWord.Remainder),
        ("balance", BudgetWord.Remainder), ("underspen", BudgetWord.Remainder), ("surplus", BudgetWord.Remainder), ("leftover", BudgetWord.Remainder),
        ("neatgūt", BudgetWord.Unrecovered), ("jāatgūst", BudgetWord.Unrecovered), ("atgūstam", BudgetWord.Unrecovered), ("neatgūst", BudgetWord.Unrecovered), ("unrecovered", BudgetWord.Unrecovered), ("outstanding", BudgetWord.Unrecovered),
        ("atgūt", BudgetWord.Recovered), ("atgūst", BudgetWord.Recovered), ("recover", BudgetWord.Recovered),
        ("neatbilst", BudgetWord.Ineligible), ("neattiecin", BudgetWord.Ineligible), ("ineligible", BudgetWord.Ineligible), ("non-eligible", BudgetWord.Ineligible), ("non-compliant", BudgetWord.Ineligible),
        ("plānot", BudgetWord.Planned), ("plāns", BudgetWord.Planned), ("piešķir", BudgetWord.Planned), ("piešķīr", BudgetWord.Planned), ("iecerēt", BudgetWord.Planned), ("atvēlēt", BudgetWord.Planned), ("atvēlēj", BudgetWord.Planned), ("ieplānot", BudgetWord.Planned), ("paredzēt", BudgetWord.Planned), ("paredzēj", BudgetWord.Planned), ("planned", BudgetWord.Planned), ("allocat", BudgetWord.Planned),
        ("budgeted", BudgetWord.Planned), ("granted", BudgetWord.Planned), ("allotted", BudgetWord.Planned),
        ("izlietot", BudgetWord.Spent), ("izlietojum", BudgetWord.Spent), ("iztērēt", BudgetWord.Spent), ("izmantot", BudgetWord.Spent), ("apgūt", BudgetWord.Spent), ("spent", BudgetWord.Spent),
        ("spending", BudgetWord.Spent), ("used", BudgetWord.Spent), ("utilis", BudgetWord.Spent), ("disbursed", BudgetWord.Spent), ("faktisk", BudgetWord.Spent), ("actual", BudgetWord.Spent), ("expended", BudgetWord.Spent),
        ("pārnes", BudgetWord.Carried), ("pārcel", BudgetWord.Carried), ("novirzīt", BudgetWord.Carried), ("pārvirzīt", BudgetWord.Carried),
            ("pievienot", BudgetWord.Carried), ("carried", BudgetWord.Carried), ("carry", BudgetWord.Carried), ("carries", BudgetWord.Carried), ("rolled", BudgetWord.Carried),
        ("moved", BudgetWord.Carried), ("transferred", BudgetWord.Carried), ("brought", BudgetWord.CarriedIn),
        ("atgriezt", BudgetWord.Returned), ("atmaksāt", BudgetWord.Returned), ("ieskaitīt", BudgetWord.Returned), ("atdot", BudgetWord.Returned), ("return", BudgetWord.Returned), ("repaid", BudgetWord.Returned),
        ("refund", BudgetWord.Returned), ("tostarp", BudgetWord.Parts), ("ieskaitot", BudgetWord.Parts), ("includ", BudgetWord.Parts), ("incl", BudgetWord.Parts),
            ("comprising", BudgetWord.Parts),
        ("kopum", BudgetWord.Total), ("kopsumm", BudgetWord.Total), ("kopēj", BudgetWord.Total), ("pavisam", BudgetWord.Total), ("total", BudgetWord.Total), ("altogether", BudgetWord.Total),
        ("pārdal", BudgetWord.Aside), ("pārviet", BudgetWord.Aside), ("pieejam", BudgetWord.Aside), ("available", BudgetWord.Aside), ("disposal", BudgetWord.Aside), ("rīcīb", BudgetWord.Aside), ("ziedo", BudgetWord.Aside), ("līdzfinans", BudgetWord.Aside), ("reallocat", BudgetWord.Aside), ("donat", BudgetWord.Aside), ("sponsor", BudgetWord.Aside), ("co-f", BudgetWord.Aside),
        ("iztērēj", BudgetWord.Spent), ("iztērē", BudgetWord.Spent), ("izlietoj", BudgetWord.Spent), ("izmantoj", BudgetWord.Spent), ("tērēj", BudgetWord.Spent), ("apguv", BudgetWord.Spent), ("plānoj", BudgetWord.Planned), ("ieplānoj", BudgetWord.Planned), ("plānā", BudgetWord.Planned),
        ("atmaksāj", BudgetWord.Returned), ("atgriez", BudgetWord.Returned), ("ieskaitīj", BudgetWord.Returned), ("pārcēl", BudgetWord.Carried), ("novirzīj", BudgetWord.Carried), ("atguv", BudgetWord.Recovered), ("atgūš", BudgetWord.Recovered),
        ("tērēt", BudgetWord.Spent), ("notērēt", BudgetWord.Spent), ("reimburs", BudgetWord.Returned), ("neiztēr", BudgetWord.Remainder),
        ("awarded", BudgetWord.Planned), ("outlay", BudgetWord.Spent), ("pāriet", BudgetWord.Carried), ("overall", BudgetWord.Total), ("together", BudgetWord.Total), ("atdev", BudgetWord.Returned), ("summa", BudgetWord.Total), ("summu", BudgetWord.Total), ("summā", BudgetWord.Total),
    ];

    private static readonly FrozenDictionary<char, (string Stem, BudgetWord Word)[]> ByLetter = Stems.GroupBy(entry => entry.Stem[0]).ToFrozenDictionary(letter => letter.Key, letter => letter.ToArray());
}
