namespace Talka.Reporting.Figures;

/// <summary>Where the page of a figure is. The query travels as a parameter: values may hold slashes, which a path cannot carry.</summary>
public static class FigureAddress
{
    public static string Of(string mandate, FigureQuery query) => $"/mandates/{mandate}/figures?q={Uri.EscapeDataString(query.ToString())}";
}
