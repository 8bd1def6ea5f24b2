namespace Talka.Foundation.Ui;

/// <summary>One step on the way from the home page to the current one.</summary>
public sealed record Crumb(string Text, string Href);
