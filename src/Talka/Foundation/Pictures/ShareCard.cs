namespace Talka.Foundation.Pictures;

/// <summary>What the picture beside a shared link says.</summary>
/// <param name="Eyebrow">Above the title: what sort of thing it is.</param>
/// <param name="Lines">Below the title: when and where.</param>
/// <param name="Site">Whose it is.</param>
public sealed record ShareCard(string? Eyebrow, string Title, IReadOnlyList<string> Lines, string Site);
