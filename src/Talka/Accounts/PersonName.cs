using Talka.Foundation;
using Talka.Foundation.Results;

namespace Talka.Accounts;

/// <summary>What a name may be.</summary>
internal static class PersonName
{
    public static List<Error> Check(string? name) =>
        string.IsNullOrWhiteSpace(name) ? [AccountErrors.NameMissing()]
        : name.Trim().Length > Person.MaxNameLength ? [AccountErrors.NameTooLong()]
        : PlainText.IsStorable(name) ? []
        : [AccountErrors.NameNotText()];
}
