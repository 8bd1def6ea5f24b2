namespace Talka.Foundation.Sheets;

/// <summary>What a spreadsheet may hold, so that no file can exhaust memory, disk or patience.</summary>
public static class SheetLimits
{
    public const int Rows = 2_000_000;
    public const int Columns = 200;

    /// <summary>Characters; spreadsheet programs themselves end at 32,767.</summary>
    public const int CellLength = 32_767;

    /// <summary>Files inside one XLSX.</summary>
    public const int Parts = 1_000;

    /// <summary>Bytes of one XLSX when unpacked.</summary>
    public const long Unpacked = 1024L * 1024 * 1024;

    /// <summary>Bytes of its table of texts, which has to be kept in memory.</summary>
    public const long SharedTexts = 128L * 1024 * 1024;

    /// <summary>How many times larger than packed a part may be, once it is larger than <see cref="RatioFrom"/>.</summary>
    public const int Ratio = 200;

    public const long RatioFrom = 8L * 1024 * 1024;
}
